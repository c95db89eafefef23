"""Every address of the site; the only module that sees all three apps.

Of django-allauth only these pages exist: there is no sign-up, no change of address and no reset of a password.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, include, path, re_path
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import View

from coalitions import mail_folder, views
from coalitions.forms.sign_in import CodeForm, PasswordForm

handler429 = "coalitions.views.too_many"


def page(route: str, view: type[View], name: str, **kwargs: object) -> URLPattern:
    """A page of allauth; its form views would take a PUT for a POST."""
    return path(route, require_http_methods(["GET", "HEAD", "POST"])(view.as_view(**kwargs)), name=name)


sign_in = [
    page("login/", account.LoginView, "account_login", form_class=CodeForm),
    page(
        "login/password/",
        account.LoginView,
        "password_login",
        form_class=PasswordForm,
        template_name="account/login_password.html",
    ),
    path(
        "login/code/",
        require_http_methods(["GET", "HEAD", "POST"])(views.type_code),
        name="account_confirm_login_code",
    ),
    page("login/second-step/", second_step.AuthenticateView, "mfa_authenticate"),
    path("logout/", require_POST(views.sign_out), name="account_logout"),
]
own_account = [
    path("", views.account, name="account"),
    path("", views.account, name="mfa_index"),  # where allauth goes after a change
    path("sign-out-everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
    page("password/set/", account.PasswordSetView, "account_set_password"),
    page("password/", account.PasswordChangeView, "account_change_password"),
    page("confirm/", account.ReauthenticateView, "account_reauthenticate"),
    page("confirm/second-step/", second_step.ReauthenticateView, "mfa_reauthenticate"),
    page("second-step/", views.ActivateSecondStep, "mfa_activate_totp"),
    page("second-step/remove/", app.DeactivateTOTPView, "mfa_deactivate_totp"),
    page("recovery-codes/", recovery.ViewRecoveryCodesView, "mfa_view_recovery_codes"),
    page("recovery-codes/new/", recovery.GenerateRecoveryCodesView, "mfa_generate_recovery_codes"),
    page("recovery-codes/download/", recovery.DownloadRecoveryCodesView, "mfa_download_recovery_codes"),
    path("kept/", views.kept_form, name="kept"),
]
if settings.MAIL_PAGE:
    sign_in += [
        path("mail/", views.mails, name="mails"),
        re_path(rf"^mail/(?P<name>{mail_folder.NAME})\.html$", views.mail, name="mail"),
    ]

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include(sign_in)),
    path("account/", include(own_account)),
    path("", include("coalitions.urls")),
    path("", include("plans.urls")),
    path("", include("reporting.urls")),
]
