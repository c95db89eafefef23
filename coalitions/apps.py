"""WHO: people, parties, and how they govern themselves."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from coalitions import folding, triggers


class CoalitionsConfig(AppConfig):
    name = "coalitions"
    verbose_name = _("Coalitions")

    def ready(self) -> None:
        connection_created.connect(folding.teach, dispatch_uid="folding")
        post_migrate.connect(triggers.after_migrate, sender=self, dispatch_uid="append-only")


class AdministrationConfig(AdminConfig):
    default_site = "coalitions.administration.Administration"
