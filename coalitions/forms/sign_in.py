"""Forms of signing in, and of one's own account."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm
from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from coalitions import mails
from coalitions.models import User

INVITED = "invited_address"
"""Where the session keeps the address of an invitation that this browser has just accepted."""


class CodeForm(LoginForm):
    """The e-mail address that a code is mailed to. A known and an unknown address get the same answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["login"]
        field.label = _("E-mail address")
        field.initial = self.request.session.get(INVITED, "")
        field.widget.attrs = {"autocomplete": "email", "autofocus": True, "type": "email"}

    def clean_login(self) -> str:
        """The address; raises for the sixth code asked for from one place in ten minutes (S-G1)."""
        email: str = super().clean_login()
        adapter = get_adapter(self.request)
        key = f"{email} {adapter.get_client_ip(self.request)}"
        if not ratelimit.consume(self.request, action="request_login_code_here", key=key):
            raise adapter.validation_error("too_many_login_attempts")
        return email

    def _login_by_code(
        self, request: HttpRequest, redirect_url: str | None, credentials: dict
    ) -> HttpResponse:
        answer: HttpResponse = super()._login_by_code(request, redirect_url, credentials)
        if self.user is None:
            # Written and thrown away: an unknown address must cost the same time, and gets no mail.
            mails.write("login_code", credentials["email"], settings.LANGUAGE_CODE, {"code": ""})
        return answer


class PasswordForm(CodeForm):
    """E-mail address and password. A wrong address and a wrong password get the same words."""

    def clean_login(self) -> str:
        email: str = LoginForm.clean_login(self)
        return email

    def _setup_password_field(self) -> None:
        self.fields["password"].widget.attrs = {"autocomplete": "current-password"}
        self.fields["password"].help_text = ""


class AccountForm(forms.ModelForm):
    """How the site calls a person, and its language."""

    class Meta:
        model = User
        fields = ["name", "language"]
