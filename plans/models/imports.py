"""Source files that were brought in, and what was found in them (E17)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from coalitions.fields import person
from coalitions.models import Coalition, Document
from coalitions.scope import ScopedQuerySet
from plans.models.plan import Plan


class Import(models.Model):
    """A source file with its hash, mapping and problems. The rows made of it name it in their provenance.

    `mapping` is the printed heading of each column and what it was read as; `problems` and `unused` are what the dry
    run shows. `plan` is empty until a plan was made. A file is brought into a coalition once: its hash says so.
    """

    coalition = models.ForeignKey(
        Coalition, models.PROTECT, related_name="imports", verbose_name=_("coalition")
    )
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="imports", null=True, blank=True, verbose_name=_("plan")
    )
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name=_("original file"))
    name = models.CharField(_("name of the file"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    mapping = models.JSONField(_("columns and their reading"), default=dict, blank=True)
    problems = models.JSONField(_("problems"), default=list, blank=True)
    unused = models.JSONField(_("cells that were not used"), default=list, blank=True)
    made_at = models.DateTimeField(_("brought in at"))
    made_by = person(_("brought in by"))

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "sha256"], name="import_once"),
            models.CheckConstraint(condition=~models.Q(sha256=""), name="import_has_digest"),
        ]

    def __str__(self) -> str:
        return self.name
