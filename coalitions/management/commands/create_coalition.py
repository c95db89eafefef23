"""Create a coalition from the command line: the operator's form, each field an option."""

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from coalitions import setting_up
from coalitions.forms.settings import NewCoalitionForm
from coalitions.refusal import Refused

DEFAULTS = {"time_zone": "UTC", "languages": ["es", "en"], "accent": "#0b5d66", "four_eyes": "where_possible"}


class Command(BaseCommand):
    """`create_coalition --slug S --name-es N --secretary ADDRESS …`; the secretary is invited by mail."""

    help = "Create a coalition and invite its secretary."

    def add_arguments(self, parser: CommandParser) -> None:
        for name, field in NewCoalitionForm().fields.items():
            if name != "logo_file":
                option, count = f"--{name.replace('_', '-')}", "+" if name == "languages" else None
                parser.add_argument(
                    option, default=DEFAULTS.get(name, ""), help=str(field.label), nargs=count
                )
        parser.add_argument("--logo", default="", help="a PNG, JPEG or WebP file")

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["secretary_language"] or "es"
        form = NewCoalitionForm({**options, "secretary_language": language}, _files(options["logo"]))
        if not form.is_valid():
            raise CommandError("\n".join(f"{n}: {' '.join(map(str, e))}" for n, e in form.errors.items()))
        try:
            coalition = setting_up.create_coalition(
                form.to_fields(),
                form.cleaned_data["secretary"],
                language=language,
                by=None,
                now=timezone.now(),
                logo=form.png,
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{coalition.slug}: {coalition}")


def _files(path: str) -> dict[str, SimpleUploadedFile]:
    """The logo as the form expects it. Raises CommandError where it cannot be read."""
    try:
        return {"logo_file": SimpleUploadedFile("logo", Path(path).read_bytes())} if path else {}
    except OSError as error:
        raise CommandError(f"logo: {error.strerror}") from error
