"""One text of a plan in both languages, side by side."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TextForm(forms.Form):
    """Either may stay empty, as long as the row can do without."""

    es = forms.CharField(label=_("Spanish"), required=False, widget=forms.Textarea(attrs={"lang": "es"}))
    en = forms.CharField(label=_("English"), required=False, widget=forms.Textarea(attrs={"lang": "en"}))

    def __init__(self, *args: Any, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["rows"] = rows
