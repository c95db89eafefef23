"""Which warnings are seen and kept, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.completeness import Finding


class KeepForm(forms.Form):
    """Warnings of one plan to be marked for one reason; a key that is no warning of it is refused."""

    keys = forms.MultipleChoiceField(
        label=_("Warnings"), error_messages={"required": _("Please choose at least one warning.")}
    )
    reason = forms.CharField(
        label=_("Why it can stay as it is"),
        max_length=1000,
        widget=forms.TextInput(),
        error_messages={"required": _("Please write why this can stay as it is.")},
    )

    def __init__(self, *args: Any, found: list[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys: Any = self.fields["keys"]
        keys.choices = [(one.key, one.text) for one in found]
