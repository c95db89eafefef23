"""Print what an authenticator app would show: for trying the site out without a phone."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Print the code of this moment for the key that the page “Set up the second step” shows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", help="the key, as the page shows it")

    def handle(self, *_args: Any, **options: Any) -> None:
        counters = list(yield_hotp_counters_from_time())
        now = counters[len(counters) // 2]
        self.stdout.write(format_hotp_value(hotp_value(options["key"], now)))
