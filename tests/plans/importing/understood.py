"""Gold records as if they had just been read from a file: everything after the reading is real."""

from datetime import UTC, datetime

from plans.importing import understanding
from plans.importing.bringing_in import File, bring_in
from plans.importing.recognise import Understood
from plans.models import Import
from tests.plans.gold import gold

AT = datetime(2026, 11, 26, tzinfo=UTC)


def traced(record, sheet="Plan"):
    """The record with made-up cells for its rows, one row of the sheet each."""
    number = 1

    def trace(node):
        nonlocal number
        for row in (node, *node.get("activities", [])):
            number += 1
            cells = {"title": f"{sheet}!A{number}", "period": f"{sheet}!B{number}"}
            row["source"] = {"place": f"{sheet}!A{number}", "cells": cells}
        for child in node.get("children", []):
            trace(child)

    for node in record.get("objectives", []):
        trace(node)
    return record


def read_as(monkeypatch, record, problems=(), unused=()):
    """Let the readers find this record in every file."""

    def understand(name, data, known, start=None, end=None):
        return Understood(record, list(problems), list(unused))

    monkeypatch.setattr(understanding, "understand", understand)


def brought(
    monkeypatch, coalition, record, problems=(), unused=(), name="plan.xlsx", data=b"file", **options
):
    """The import of a file in which the record is read."""
    read_as(monkeypatch, record, problems, unused)
    file = File(name, data)
    dates = {key: options.pop(key, None) for key in ("start", "end")}
    draft = understanding.draft(file.name, file.data, coalition, **dates)
    return bring_in(coalition, file, draft, by=None, at=AT, **options)


def small(**header):
    """A record that says as little as a file may: one activity in one objective without a name."""
    return {
        "plan": {"start": "2026-01-01", "end": "2026-12-31", **header},
        "objectives": [{"activities": [{"title": "Medir el aire"}]}],
    }


__all__ = ["Import", "brought", "gold", "read_as", "small", "traced"]
