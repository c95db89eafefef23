"""Forms of people."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """E-mail address and password. A wrong address and a wrong password get the same words."""

    username = UsernameField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autofocus": True})
    )
    error_messages = {
        "invalid_login": _(
            "This e-mail address and password do not belong together. Please check both and try again."
        ),
        "inactive": _("This account is closed. Please write to the Secretariat of your coalition."),
    }
