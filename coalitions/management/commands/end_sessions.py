"""End the sessions of one person or of everybody: the first thing to do when something is wrong."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from coalitions import sessions
from coalitions.models import User


class Command(BaseCommand):
    help = "End all sessions of one person, or of everybody; with --second-step, forget a lost authenticator app too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", nargs="?", help="of whom; everybody when left out")
        parser.add_argument(
            "--second-step", action="store_true", help="remove the app and recovery codes, too"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        users = (
            User.objects.filter(email=options["email"].lower()) if options["email"] else User.objects.all()
        )
        if not users or (options["second_step"] and not options["email"]):
            raise CommandError("No such person, or --second-step without a person.")
        for user in users:
            end = sessions.forget_second_step if options["second_step"] else sessions.end_everywhere
            end(user, by=None)
        self.stdout.write(f"Sessions ended: {len(users)}")
