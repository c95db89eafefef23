"""A round with reports on their way, and two people of the Secretariat, for the tests of the review."""

from datetime import UTC, datetime
from types import SimpleNamespace

from coalitions.models import Document
from plans import review
from plans.models import Acceptance, ProgressReport
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_seat,
)

AT = datetime(2026, 4, 20, 12, tzinfo=UTC)


def make_desk(**plan):
    """`desk.ana` and `desk.luis` of the Secretariat, `desk.round` on a quarter, `desk.mario` for `desk.city`."""
    coalition = make_coalition()
    desk = SimpleNamespace(coalition=coalition, plan=make_plan(coalition, **plan))
    desk.ana, desk.luis = make_seat(coalition).user, make_seat(coalition).user
    desk.line = make_objective(desk.plan)
    desk.activity = make_activity(desk.line)
    desk.city = make_party(coalition, standing="member")
    desk.mario = make_seat(role="focal_point", party=desk.city).user
    desk.round = make_round(desk.plan)
    return desk


def sent(desk, activity=None, party=None, *, round=None, **fields):
    """A report that waits for review; by Mario, of the desk's activity, unless said otherwise."""
    said = {"submitted_by": desk.mario, "status": "in_progress", "executed": 40, "done_es": "Primer taller."}
    return make_report(
        round or desk.round, activity or desk.activity, party or desk.city, state="submitted", **said | fields
    )


def accept(report, by, **options):
    """Accept it as it stands now."""
    report.refresh_from_db()
    return review.accept(report.pk, **{"version": report.version, "by": by, "at": AT} | options)


def taken_up(report, **said):
    """The party writes it anew: back to draft, then sent again."""
    report = ProgressReport.objects.get(pk=report.pk)
    for name, value in {"state": "submitted", **said}.items():
        setattr(report, name, value)
    report.version += 1
    report.save()
    return report


def counting(report):
    return Acceptance.objects.get(report=report, current=True)


def make_document(coalition, **fields):
    document = Document(
        coalition=coalition, kind="evidence", title_es="Lista de asistencia", url="https://example.org/acta", **fields
    )  # fmt: skip
    document.save()
    return document
