"""`manage.py send_reminders`: remind of the open rounds, a week before their day, on it and a week after it."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from plans import notices, rounds
from plans.models import Notice, Round


class Command(BaseCommand):
    help = "Remind of the open rounds a week before their day, on it and a week after. Twice a day sends nothing twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="as if on this day; today without it")
        parser.add_argument(
            "--dry-run", action="store_true", help="print what would be sent, and send nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        opened = Round.objects.filter(opened_at__isnull=False, closed_at=None)
        for call in opened.select_related("plan__coalition", "period").order_by("due", "pk"):
            at = self._moment(call, options["on"])
            if (call.due - call.plan.coalition.day_of(at)).days in notices.REMIND:
                self._remind(call, at, dry=options["dry_run"])

    def _moment(self, call: Round, on: date | None) -> datetime:
        if on is None:
            return timezone.now()
        return datetime.combine(on, time(12), ZoneInfo(call.plan.coalition.time_zone))

    def _remind(self, call: Round, at: datetime, *, dry: bool) -> None:
        on = call.plan.coalition.day_of(at)
        lists = notices.asked_of(call, notices.TO_REPORT, on)
        reminded = Notice.objects.filter(round=call, kind=Notice.Kind.REMINDER, on=on, report=None)
        done = set(reminded.values_list("user", flat=True))
        for user, reports in lists.items():
            if user.pk not in done:
                self.stdout.write(f"{call.plan.slug}  {call.due}  {user.email}  {len(reports)}")
        if not dry:
            made = rounds.remind(call, by=None, at=at)
            words = {"slug": call.plan.slug, "number": len(made), "held": sum(bool(one.held) for one in made)}
            self.stdout.write(_("%(slug)s: %(number)d reminders, %(held)d of them held") % words)
