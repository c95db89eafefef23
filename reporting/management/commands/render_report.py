"""`manage.py render_report PLAN --to FILE`: the report on a plan as a file; the ending of its name is the format."""

import os
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from plans.models import Plan
from reporting.annual_report.content import build_all
from reporting.annual_report.html import document
from reporting.annual_report.pdf import FOR_COMMANDS, PdfNotMade, kept_pdf
from reporting.annual_report.shapes import AnnualReport

KINDS = ("annual", "plan")
LANGUAGES = ("es", "en", "es+en")
FORMATS = ("html", "pdf")


class Command(BaseCommand):
    help = (
        "Write the report on a plan to a file. With --on, the same arguments give the same report on any day."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("plan", help="the plan's short address, for example corett-2020-2022")
        parser.add_argument("--kind", default="annual", help=", ".join(KINDS))
        parser.add_argument("--from", dest="start", help="first day of the period, for example 2026-01-01")
        parser.add_argument(
            "--to",
            action="append",
            required=True,
            help="FILE.html or FILE.pdf; a second time with a day: the last",
        )
        parser.add_argument(
            "--on", help="the day of the data; without it today or, if earlier, the plan's end"
        )
        parser.add_argument("--language", help=", ".join(LANGUAGES) + "; without it the plan's")

    def handle(self, *args: Any, **options: Any) -> None:
        file, end = _file_and_day(options["to"])
        known("kind", options["kind"], KINDS)
        ending = known("format", file.suffix.removeprefix(".").lower(), FORMATS)
        plan = _plan(options["plan"])
        reports = build_all(
            plan,
            language=known("language", options["language"] or plan.language, LANGUAGES),
            on=_day(options["on"]) or min(timezone.localdate(), plan.end),
            start=_day(options["start"]),
            end=end,
            kind=options["kind"],
        )
        _write(file, _rendered(reports, ending))
        self.stdout.write(_("Written: %(file)s") % {"file": file})


def _rendered(reports: list[AnnualReport], ending: str) -> bytes:
    if ending == "html":
        return document(*reports, for_print=False).encode()
    try:
        return kept_pdf(document(*reports, for_print=True), FOR_COMMANDS)
    except PdfNotMade as problem:
        raise CommandError(str(problem)) from problem


def _file_and_day(values: list[str]) -> tuple[Path, date | None]:
    """`--to` names the file and, where it is given twice, once the last day of the period."""
    days = [value for value in values if _is_day(value)]
    files = [value for value in values if not _is_day(value)]
    if len(files) != 1 or len(days) > 1:
        raise CommandError(_("Name one file with --to and, if need be, one day with a second --to."))
    return Path(files[0]), date.fromisoformat(days[0]) if days else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(text: str | None) -> date | None:
    if text and not _is_day(text):
        raise CommandError(_("“%(text)s” is not a day of the form 2026-03-31.") % {"text": text})
    return date.fromisoformat(text) if text else None


def known(what: str, value: str, available: tuple[str, ...]) -> str:
    """The value itself, or a CommandError that names what there is."""
    if value not in available:
        raise CommandError(
            _("This %(what)s is not available: “%(value)s”. Available: %(available)s.")
            % {"what": what, "value": value, "available": ", ".join(available)}
        )
    return value


def _plan(slug: str) -> Plan:
    plan = Plan.objects.filter(slug=slug).select_related("coalition").first()
    if plan is None:
        known("plan", slug, tuple(Plan.objects.order_by("slug").values_list("slug", flat=True)))
    assert plan is not None
    return plan


def _write(file: Path, content: bytes) -> None:
    """Written aside and renamed, so that a broken run leaves no half file."""
    aside = file.with_name(file.name + ".part")
    try:
        aside.write_bytes(content)
        os.replace(aside, file)
    except OSError as problem:
        words = _("%(file)s cannot be written: %(problem)s") % {"file": file, "problem": problem}
        raise CommandError(words) from problem
