"""What a report consists of, in order: its parts, its contents, and what has nothing to show. No HTML, no figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from reporting.annual_report.shapes import ActivityEntry, AnnualReport, Line, SectionEntry

UPRIGHT_COLUMNS = 5  # columns of the matrix that fit an upright page
MOST_CONTENTS = 26  # lines and objectives that fit the page of contents with their own entries


@dataclass(frozen=True)
class Part:
    """One part of the report with its place in the contents; `line` is a chapter's, `inner` its second level.

    `opens` starts a page, as what follows a wide part does; the others run on below the part before, so that no page
    stands half empty.
    `section` is a narrative one of the plan document.
    """

    key: str
    title: str
    template: str
    opens: bool = False
    line: Line | None = None
    inner: tuple[Line, ...] = ()
    section: SectionEntry | None = None
    indicators: int = 0
    milestones: int = 0
    wide: bool = False
    previous: Part | None = None
    next: Part | None = None

    @property
    def page(self) -> str:
        return f"reporting/report/{self.template}.html"

    @property
    def foreign(self) -> str:
        """The language of its title where that is not the report's."""
        title = self.line.title if self.line else self.section.title if self.section else None
        return title.language if title and not title.translated else ""

    @property
    def completed(self) -> int:
        return self.line.status.of("completed") if self.line else 0


def parts(report: AnnualReport, apart: bool) -> list[Part]:
    """What the report consists of, in order, each with the parts around it; empty ones are left out (see `absent`).

    `apart` gives what does not fit the page at a glance a part of its own.
    """
    found = list(_parts(report, apart))
    pairs = zip(found, [None, *found], [*found[1:], None], strict=False)
    return [replace(part, previous=before, next=after) for part, before, after in pairs]


def _parts(report: AnnualReport, apart: bool) -> list[Part]:
    drawn = any(row.bars for row in report.timeline.rows)
    is_plan = report.header.kind == "plan"
    wide = len(report.matrix.columns) > UPRIGHT_COLUMNS
    found = [
        (True, Part("glance", _("The plan at a glance"), "glance", opens=True)),
        (report.glance.declared, Part("declared", _("Figures that the documents state"), "declared", opens=True)),
        *((True, part) for part in _sections(report.sections)),
        (drawn, Part("timeline", _("Timeline"), "timeline", opens=True, wide=True)),
        *((True, part) for part in _chapters(report)),
        (apart, Part("answers", _("Periods and parties"), "answers")),
        (report.indicators.total, Part("indicators", _("Indicators against their targets"), "indicators")),
        (report.milestones.total, Part("milestones", _("Milestones"), "milestones")),
        (report.matrix.columns, Part("matrix", _("Programmed and executed"), "matrix", wide=wide)),
        (works(report), Part("functioning", _("How the coalition worked"), "functioning")),
        (not is_plan, Part("annex", _("Annex: activities without a reported close"), "annex")),
        (True, Part("notes", _("Notes on the data"), "notes")),
        (report.colophon.sources or report.references, Part("references", _("References"), "references")),
        (absent(report) and not is_plan, Part("absent", _("Parts with nothing to show"), "absent")),
        (True, Part("colophon", _("Colophon"), "colophon")),
    ]  # fmt: skip
    return [part for there, part in found if there]


def _sections(rows: Sequence[SectionEntry]) -> Iterator[Part]:
    for number, row in enumerate(rows):
        title = row.title.text or _("Introduction")
        yield Part(row.key, title, "section", opens=number == 0, section=row)


def _chapters(report: AnnualReport) -> Iterator[Part]:
    deep = len(report.lines) + sum(len(_below(line)) for line in report.lines) <= MOST_CONTENTS
    indicators = {group.line.key: len(group.indicators) for group in report.indicators.groups}
    milestones = {group.line.key: len(group.milestones) for group in report.milestones.groups}
    for number, line in enumerate(report.lines):
        yield Part(
            line.key, line_name(line), "chapter", opens=number == 0, line=line,
            inner=tuple(_below(line)) if deep else (),
            indicators=indicators.get(line.key, 0), milestones=milestones.get(line.key, 0),
        )  # fmt: skip


def line_name(line: Line) -> str:
    """ "Line 2. Title", or what there is of it; a flat plan has neither."""
    if not line.titled:
        return _("Activities")
    place = f"{line.level} {line.code}".strip()
    return ". ".join(part for part in (place, " ".join(str(line.title).split())) if part)


def _below(line: Line) -> list[Line]:
    """The objectives of the contents' second level: those that hold activities themselves."""
    return [node for child in line.children for node in ([child] if child.activities else _below(child))]


def activities_of(line: Line) -> list[ActivityEntry]:
    """All activities below a line, in the order of the plan."""
    return [*line.activities, *(entry for child in line.children for entry in activities_of(child))]


def absent(report: AnnualReport) -> list[tuple[str, str, str]]:
    """The parts that have nothing in them: anchor, title and one sentence each."""
    drawn = any(row.bars for row in report.timeline.rows)
    no_indicators = (
        _("The plan has no indicators apart from its milestones.")
        if report.milestones.total
        else _("The plan has no indicators.")
    )
    found = [
        (drawn, "timeline", _("Timeline"),
         _("The plan states no dates for its activities, so there is no timeline.")),
        (report.indicators.total, "indicators", _("Indicators against their targets"), no_indicators),
        (report.milestones.total, "milestones", _("Milestones"), _("The plan states no milestones.")),
        (report.matrix.columns, "matrix", _("Programmed and executed"),
         _("The plan does not programme percentages by period: there is nothing to compare with what was executed.")),
        (works(report), "functioning", _("How the coalition worked"),
         _("No meeting, decision, round of reporting or initiative outside the plan is recorded for the period.")),
    ]  # fmt: skip
    return [(anchor, title, sentence) for there, anchor, title, sentence in found if not there]


def works(report: AnnualReport) -> bool:
    """Whether anything is recorded of how the coalition worked."""
    work = report.functioning
    return bool(work.meetings or work.decisions or work.rounds or report.initiatives.rows)
