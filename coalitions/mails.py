"""Mails in the product's look: a subject, a text and an HTML twin, in the reader's language."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation


def send(kind: str, to: str, language: str, values: dict[str, Any]) -> None:
    """Write a mail and send it."""
    write(kind, to, language, values).send()


def write(kind: str, to: str, language: str, values: dict[str, Any]) -> EmailMultiAlternatives:
    """The mail `templates/mails/KIND.{subject,txt,html}` to one address.

    `path` among the values becomes `url`, on the site's own address. Nobody sees another's address: one mail each.
    """
    with translation.override(language):
        context = {
            **values,
            "language": language,
            "site": settings.SITE_URL,
            "url": settings.SITE_URL + values.get("path", "/"),
        }
        subject = " ".join(render_to_string(f"mails/{kind}.subject", context).split())
        mail = EmailMultiAlternatives(subject, render_to_string(f"mails/{kind}.txt", context), to=[to])
        mail.attach_alternative(render_to_string(f"mails/{kind}.html", context), "text/html")
    return mail
