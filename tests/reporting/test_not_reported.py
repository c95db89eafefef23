"""What was asked and never came is "not reported" wherever it is shown, and zero nowhere (law 1)."""

import json
from datetime import date

import pytest

from reporting.annual_report import content, pdf
from reporting.annual_report.html import document
from tests.factories import (
    make_activity,
    make_indicator,
    make_objective,
    make_plan,
    make_report,
    make_round,
    make_seat,
)
from tests.reporting.test_pdf import text_of

pytestmark = pytest.mark.django_db


def test_a_report_that_never_came_is_not_reported_everywhere(client, tmp_path):
    seat = make_seat()
    activity = make_activity(make_objective(make_plan(seat.coalition)))
    activity.shares.create(period=activity.plan.periods.first(), programmed=50)
    make_indicator(activities=[activity], rule="sum")
    asked = make_round(activity.plan)
    make_report(asked, activity)
    for state in ("draft", "submitted", "returned"):
        make_report(asked, activity, state=state, executed=0, status="not_started")
    report = content.build(activity.plan, language="es", on=date(2026, 7, 1))

    entry = json.loads(content.as_json(report))["lines"][0]["activities"][0]
    assert (entry["status"], entry["executed"], entry["shares"][0]["executed"]) == (
        "not_reported",
        None,
        None,
    )
    assert (entry["indicators"][0]["value"], entry["indicators"][0]["series"]) == (None, [])
    page = document(report, for_print=False)
    assert "No reportada" in page and "no reportado" in page
    printed = text_of(pdf.make_pdf(document(report, for_print=True)), tmp_path)
    assert "No reportada" in printed and "no reportado" in printed
    client.force_login(seat.user)
    shown = client.get(f"/plans/{activity.plan.slug}/").content.decode()
    assert "not-reported" in shown and "0&nbsp;%" not in shown and " 0 %" not in shown
