"""Where mails go: to a mail server behind the request's back, or, without one, each into a file of var/mail."""

import email
import logging
import re
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage as Parsed
from email.policy import default as modern
from itertools import count
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as Smtp
from django.utils import timezone

logger = logging.getLogger(__name__)
NAME = r"[0-9]{8}T[0-9]{6}-[0-9]{6}-[0-9]+"
_number = count(1)


class Later(Smtp):
    """Sends by SMTP in a thread: how long the server takes must not tell who has an account (S-G1)."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        Thread(target=self._deliver, args=(list(email_messages),)).start()
        return len(email_messages)

    def _deliver(self, mails: list[EmailMessage]) -> None:
        try:
            super().send_messages(mails)
        except (OSError, smtplib.SMTPException) as error:
            logger.error("%s mails were not sent: %s", len(mails), type(error).__name__)


class Folder(BaseEmailBackend):
    """Writes each mail into `settings.MAIL_FOLDER`, for a site without a mail server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
        for mail in email_messages:
            name = f"{timezone.now():%Y%m%dT%H%M%S-%f}-{next(_number)}.eml"
            path = settings.MAIL_FOLDER / name
            path.touch(mode=0o600)
            path.write_bytes(mail.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True)
class Mail:
    """A mail of the folder, as the page shows it."""

    name: str
    at: datetime
    to: str
    subject: str
    text: str
    html: str


def newest(most: int = 50) -> list[Mail]:
    """The newest mails, newest first."""
    files = sorted(settings.MAIL_FOLDER.glob("*.eml"), reverse=True)[:most]
    return [_read(file.stem) for file in files]


def find(name: str) -> Mail | None:
    """The mail of that name; None where there is none."""
    if not re.fullmatch(NAME, name) or not (settings.MAIL_FOLDER / f"{name}.eml").is_file():
        return None
    return _read(name)


def _read(name: str) -> Mail:
    parsed = email.message_from_bytes((settings.MAIL_FOLDER / f"{name}.eml").read_bytes(), policy=modern)
    assert isinstance(parsed, Parsed)
    at = datetime.strptime(name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=timezone.get_default_timezone())
    return Mail(
        name, at, str(parsed["To"]), str(parsed["Subject"]), _part(parsed, "plain"), _part(parsed, "html")
    )


def _part(parsed: Parsed, kind: str) -> str:
    part = parsed.get_body((kind,))
    return str(part.get_content()) if part else ""
