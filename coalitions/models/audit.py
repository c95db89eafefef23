"""The append-only record of acts: one hash chain per coalition and one of the site (law 7, S-E1)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.scope import ScopedQuerySet


class AuditActor(models.Model):
    """Who a number in the chains stands for. Erasing the name forgets the person; the chains still verify."""

    user = models.OneToOneField(
        "User", models.SET_NULL, related_name="audit_actor", null=True, verbose_name=_("user")
    )
    name = models.CharField(_("name"), max_length=254, blank=True)
    erased_on = models.DateField(_("erased on"), null=True)

    class Meta:
        verbose_name = _("actor in the audit log")
        verbose_name_plural = _("actors in the audit log")

    def __str__(self) -> str:
        return self.name or _("person {number}, erased").format(number=self.pk)


class AuditHead(models.Model):
    """The last link of a chain; its row is locked while an entry is appended."""

    # "site", or the coalition's key: a nullable foreign key could not be unique for the site's own chain.
    chain = models.CharField(max_length=20, unique=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("head of an audit chain")
        verbose_name_plural = _("heads of the audit chains")

    def __str__(self) -> str:
        return f"{self.chain}:{self.number}"


class AuditEntry(models.Model):
    """One act: what, on which object, by which actor's number, why, with the digest that chains it.

    `change` is canonical JSON kept as text: a jsonb column would reorder its keys and break the digest.
    """

    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="audit_entries", null=True, verbose_name=_("coalition")
    )
    number = models.PositiveBigIntegerField(_("number"))
    at = models.DateTimeField(_("at"))
    actor = models.ForeignKey(
        AuditActor, models.PROTECT, related_name="entries", null=True, verbose_name=_("actor")
    )
    act = models.CharField(_("act"), max_length=60)
    model = models.CharField(_("model"), max_length=60, blank=True)
    object_pk = models.BigIntegerField(_("object"), null=True)
    label = models.TextField(_("label"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    change = models.TextField(_("change"), default="{}")
    previous = models.CharField(_("previous digest"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64, unique=True)

    coalition_path = "coalition"
    append_only = True
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["coalition", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "number"],
                condition=Q(coalition__isnull=False),
                name="audit_number_in_coalition",
            ),
            models.UniqueConstraint(
                fields=["number"], condition=Q(coalition__isnull=True), name="audit_number_in_site"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"
