"""Looks whether every stored file has its row and every row its file; removes files that no row names."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coalitions import documents


class Command(BaseCommand):
    """Exit 0 where every row has its file. Running it again changes nothing."""

    help = "Removes files without a document (older than an hour) and names documents without their file."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", action="store_true", help="name the files, remove none")

    def handle(self, *args: Any, **options: Any) -> None:
        swept = documents.sweep(timezone.now(), look_only=options["dry_run"])
        for name in swept.files:
            self.stdout.write(f"file without a document: {name}")
        for row in swept.rows:
            self.stdout.write(f"document {row.pk} of {row.coalition.slug} without its file: {row.file.name}")
        if swept.rows:
            raise CommandError(f"{len(swept.rows)} documents have lost their file.")
        self.stdout.write(f"{len(swept.files)} files without a document; every document has its file.")
