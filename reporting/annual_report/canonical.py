"""The canonical form of a report: JSON with sorted keys, UTF-8, no spaces, and its digest (law 4)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from reporting.annual_report.shapes import AnnualReport


def plain_form(value: Any) -> Any:
    """Dataclasses as dicts, dates and numbers as text; fields that are no content (database keys) left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: plain_form(getattr(value, one.name))
            for one in fields(value)
            if one.metadata.get("content", True)
        }
    if isinstance(value, list | tuple):
        return [plain_form(one) for one in value]
    if isinstance(value, dict):
        return {str(key): plain_form(one) for key, one in value.items()}
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


def as_json(report: AnnualReport) -> str:
    """The report as canonical JSON."""
    return json.dumps(plain_form(report), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(report: AnnualReport) -> str:
    """SHA-256 (hexadecimal) of the canonical form of the report without its own digest."""
    bare = replace(report, colophon=replace(report.colophon, digest=""))
    return hashlib.sha256(as_json(bare).encode()).hexdigest()
