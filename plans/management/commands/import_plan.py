"""`manage.py import_plan FILE`: what a Word or Excel file says of a plan; with --apply a draft plan of it."""

import json
from argparse import RawDescriptionHelpFormatter
from dataclasses import replace
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from coalitions.models import Coalition
from coalitions.refusal import Refused
from coalitions.uploads import LARGEST
from plans.importing import understanding
from plans.importing.bringing_in import File, bring_in, check_is_plan, earlier
from plans.importing.outline import lines
from plans.importing.understanding import Draft, in_full, not_used
from plans.models import Import

WRONG_USE, UNREADABLE, TOO_LARGE, NO_PLAN, UNSAID, CONFLICT, ERRORS, REFUSED = 2, 3, 4, 5, 6, 7, 8, 9
# By the kind of a refusal; every other kind of file that cannot be read is UNREADABLE.
CODES = {
    "too_large": TOO_LARGE, "too_many_rows": TOO_LARGE, "too_slow": TOO_LARGE, "no_plan": NO_PLAN, "dates": UNSAID,
    "conflict": CONFLICT, "errors": ERRORS,
}  # fmt: skip
EPILOG = """\
exit codes:
  0  understood, applied, or nothing to do
  2  wrong use of this command
  3  the file cannot be read: it is missing, empty, renamed, old, locked, damaged, has macros
  4  the file is too large or takes too long to read
  5  no plan was found in it
  6  the coalition is missing or unknown, or the dates of the plan are
  7  the coalition has a plan of this short address, or another import was faster
  8  cells could not be read: nothing was applied
  9  the file cannot be kept: no room, or the virus scanner refuses it
"""


class Command(BaseCommand):
    help = "Read a plan from a Word or Excel file and print what was understood; with --apply make a draft plan of it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.epilog, parser.formatter_class = EPILOG, RawDescriptionHelpFormatter
        parser.add_argument("file", type=Path)
        parser.add_argument("--coalition", metavar="SLUG", help="whose plan it is; its parties are looked up")
        for name in ("start", "end"):
            parser.add_argument(
                f"--{name}", metavar="YYYY-MM-DD", help="where the file does not say it; both"
            )
        parser.add_argument(
            "--json", action="store_true", help="print the record, with problems and unused cells"
        )
        parser.add_argument("--apply", action="store_true", help="make a draft plan of it")
        parser.add_argument("--add-parties", action="store_true", help="make the parties that are not known")
        parser.add_argument(
            "--with-errors", action="store_true", help="leave cells empty that cannot be read"
        )
        parser.add_argument(
            "--language", choices=[code for code, _name in settings.LANGUAGES], default=settings.LANGUAGE_CODE,
            help="of the messages",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        if reconfigure := getattr(self.stdout, "reconfigure", None):
            reconfigure(errors="backslashreplace")
        with translation.override(options["language"]):
            try:
                self._handle(options)
            except Refused as refusal:
                raise CommandError(str(refusal), returncode=_code(refusal)) from refusal

    def _handle(self, options: dict[str, Any]) -> None:
        days = _days(options)
        if options["add_parties"] and not options["apply"]:
            words = _("--add-parties makes parties for a plan that --apply brings in: please give both.")
            raise CommandError(words, returncode=WRONG_USE)
        file, coalition = _file(options["file"]), _coalition(options)
        if options["apply"] and coalition and (made := earlier(coalition, file)):
            self._say_unchanged(made, options)
            return
        draft = understanding.draft(file.name, file.data, coalition, *days)
        shown = _with_new_parties(draft) if options["add_parties"] else draft
        if options["json"]:
            self._print_json(_plain(shown))
        else:
            self.stdout.write("\n".join(lines(shown)))
        check_is_plan(draft)
        if options["apply"] and coalition:
            before = coalition.status_words
            made = bring_in(
                coalition, file, draft, by=None, at=timezone.now(), add_parties=options["add_parties"],
                with_errors=options["with_errors"],
            )  # fmt: skip
            words = _("Brought in as a draft: the plan %(slug)s.")
            self._say(words % {"slug": made.plan and made.plan.slug}, options)
            self._say_new_words(coalition, before, options)

    def _say_new_words(self, coalition: Coalition, before: dict[str, Any], options: dict[str, Any]) -> None:
        coalition.refresh_from_db(fields=["status_words"])
        new = [texts for status, texts in coalition.status_words.items() if status not in before]
        if new:
            words = _("The coalition now calls statuses as this file does: %(words)s.")
            self._say(words % {"words": ", ".join(text for texts in new for text in texts.values())}, options)

    def _say_unchanged(self, made: Import, options: dict[str, Any]) -> None:
        slug = made.plan and made.plan.slug
        if options["json"]:
            self._print_json({"unchanged": slug})
        words = _("Nothing was changed: this file was brought in before, as the plan %(slug)s.")
        self._say(words % {"slug": slug}, options)

    def _print_json(self, value: dict[str, Any]) -> None:
        """With every sign as it is, but for a terminal that does not know them all."""
        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
        try:
            text.encode(getattr(self.stdout, "encoding", None) or "utf-8")
        except UnicodeEncodeError:
            text = json.dumps(value, indent=2, default=str)
        self.stdout.write(text)

    def _say(self, words: str, options: dict[str, Any]) -> None:
        (self.stderr if options["json"] else self.stdout).write(words)


def _days(options: dict[str, Any]) -> tuple[date | None, date | None]:
    """The first and the last day as they were given. Raises CommandError where one is none or stands alone."""
    start, end = (_day(options[name]) for name in ("start", "end"))
    if (start is None) != (end is None):
        raise CommandError(_("Please give both --start and --end, or neither."), returncode=WRONG_USE)
    if start and end and start > end:
        raise CommandError(_("The plan would end before it starts."), returncode=UNSAID)
    return start, end


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        words = _("“%(value)s” is no day of the calendar. Please write a day like this: 2026-01-31.")
        raise CommandError(words % {"value": text}, returncode=WRONG_USE) from error


def _with_new_parties(draft: Draft) -> Draft:
    """The draft as it is shown where its unknown parties are made."""
    problems = [
        replace(one, kind="party_added") if one.kind == "party_unknown" else one for one in draft.problems
    ]
    return replace(draft, problems=problems)


def _file(path: Path) -> File:
    """Raises CommandError where there is no such file; a pipe or device, which may never end, is none."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in str(path))
    try:
        if not S_ISREG(path.stat().st_mode):
            raise CommandError(_("“%(name)s” is no file.") % {"name": shown}, returncode=UNREADABLE)
        with path.open("rb") as opened:
            file = File.of(path.name, opened.read(LARGEST + 1))
    except OSError as error:
        raise CommandError(f"{shown}: {error.strerror}", returncode=UNREADABLE) from error
    if len(file.data) > LARGEST:
        text = _("“{name}” is larger than {number} MB. Please send a smaller copy, or a link to it.")
        raise CommandError(text.format(name=file.name, number=LARGEST // 1_000_000), returncode=TOO_LARGE)
    return file


def _coalition(options: dict[str, Any]) -> Coalition | None:
    """Raises CommandError where there is none of this name, or none is named and a plan should be made."""
    if not options["coalition"]:
        if options["apply"]:
            raise CommandError(_("Whose plan is it? Please give --coalition."), returncode=UNSAID)
        return None
    found = Coalition.objects.filter(slug=options["coalition"]).first()
    if found is None:
        words = _("There is no coalition “%(slug)s”.") % {"slug": options["coalition"]}
        raise CommandError(words, returncode=UNSAID)
    return found


def _code(refusal: Refused) -> int:
    """Refusals of the readers and of the import have a kind; one without is of the place where files are kept."""
    kind = getattr(refusal, "kind", "")
    return CODES.get(kind, UNREADABLE) if kind else REFUSED


def _plain(draft: Draft) -> dict[str, Any]:
    found = {"problems": list(map(in_full, draft.problems)), "unused": list(map(not_used, draft.unused))}
    return draft.record | found
