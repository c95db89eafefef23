"""Verify that the audit log is whole: every chain, every digest, every trigger."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from coalitions import audit, triggers


class Command(BaseCommand):
    help = (
        "Verify the audit chains, their digests and triggers; exit 0 when all hold, else name what does not."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head", action="append", default=[], metavar="CHAIN:NUMBER:DIGEST",
            help="a head written down earlier, which must still be in its chain",
        )  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        faults = [str(fault) for fault in audit.verify()]
        faults += [f"trigger {name} is missing" for name in triggers.missing()]
        faults += [f"head {head} is not in its chain" for head in options["head"] if not audit.holds(head)]
        if faults:
            raise CommandError("\n".join(faults))
        for head in audit.heads():
            self.stdout.write(head)
