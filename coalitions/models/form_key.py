"""The one-time keys of forms that were saved."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormKey(models.Model):
    """A form that was saved: written in the transaction of its act, so that a second click saves nothing (S-B2)."""

    key = models.CharField(_("key"), max_length=64, unique=True)
    used_at = models.DateTimeField(_("used at"), auto_now_add=True)

    class Meta:
        verbose_name = _("key of a saved form")
        verbose_name_plural = _("keys of saved forms")

    def __str__(self) -> str:
        return self.key[:8]
