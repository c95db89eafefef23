"""`manage.py load_demo`: the published plans, an invented coalition, and a user for each role."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from plans.demo.published import load_published
from plans.demo.ribera import load_invented
from plans.demo.users import VARIABLE, Seated, seat_users


class Command(BaseCommand):
    help = "Load the published plans, an invented coalition and a user for each role. A second run changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        plans = load_published() + load_invented()
        for plan in plans:
            self.stdout.write(_("Loaded: %(slug)s") % {"slug": plan.slug})
        if not plans:
            self.stdout.write(_("All plans are there already; nothing was changed."))
        self._show(seat_users())

    def _show(self, seated: Seated) -> None:
        rows = [(user.email, self._role(user), user.language) for user in seated.users]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        self.stdout.write("")
        for row in rows:
            self.stdout.write(
                "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            )
        self.stdout.write("")
        if seated.password is None:
            message = _(
                "These users are there already and keep their password. They are listed in the administration."
            )
            self.stdout.write(message)
        else:
            self.stdout.write(
                _("Password of the new users: %(password)s (choose your own with %(variable)s)")
                % {"password": seated.password, "variable": VARIABLE}
            )

    def _role(self, user: Any) -> str:
        seats = [
            f"{seat.get_role_display()}, {seat.coalition.slug}"
            for seat in user.seats.select_related("coalition")
        ]
        return "; ".join(seats) or _("operator of the whole site")
