"""The table of the matrix as HTML, joined as strings: a template takes five times as long (performance.md).

Every text of the content passes `escape`; everything else is written here.
"""

from collections.abc import Collection, Iterator

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from coalitions.languages import Text
from coalitions.templatetags.content import shown
from plans.completeness import Finding
from plans.workspace.matrix_rows import Cell, HeadView, RowView, Sheet


class Writer:
    """Writes the rows of one plan; `may_edit` gives them their boxes, links and buttons, `ticked` their ticks."""

    def __init__(self, sheet: Sheet, *, may_edit: bool, ticked: Collection[int] = ()) -> None:
        self.sheet, self.may_edit, self.ticked = sheet, may_edit, ticked
        self.base = reverse("matrix", args=[sheet.plan.slug])
        self.labels = [(column.field, str(escape(column.name))) for column in sheet.columns]
        # Words of every row are looked up once.
        self.words = {
            "choose": escape(_("Choose {code}")), "up": escape(_("Move {code} up")),
            "down": escape(_("Move {code} down")), "in": escape(_("Put {code} into the one before")),
            "out": escape(_("Put {code} one level further out")), "from": escape(_("from {code}")),
            "add": escape(_("Add an activity to {code}")), "here": escape(_("Add an activity")),
            "untitled": escape(_("(no title)")),
        }  # fmt: skip

    @property
    def span(self) -> int:
        """How many columns the table has."""
        return len(self.labels) + 1 + self.may_edit

    def table(self) -> SafeString:
        """All rows, in groups that each begin with a heading."""
        return mark_safe("".join(self._rows()))  # noqa: S308  every text is escaped where it is joined

    def _rows(self) -> Iterator[str]:
        open_head: HeadView | None = None
        for one in self.sheet.walk():
            if isinstance(one, HeadView):
                yield self._foot(open_head) + self.head(one)
                open_head = one
            else:
                yield self.row(one)
        yield self._foot(open_head)

    def head(self, one: HeadView) -> str:
        """The heading row of an objective; none where the plan prints none."""
        key, code = one.objective.pk, escape(one.objective.code)
        if one.untitled:
            return f'<tbody role="rowgroup" id="o{key}">'
        name = code or escape(str(one.title)[:40])
        title = _html(one.title) or self.words["untitled"]
        if self.may_edit:
            url = f"{self.base}objectives/{key}/"
            title = f'<a id="open-o{key}" href="{url}" hx-get="{url}?span={self.span}">{title}</a>'
        level = f'<span class="over">{_html(one.level)}</span>' if one.level else ""
        more = [f'<span class="meta">{_html(text)}</span>' for text in (one.statement,) if text]
        more += [
            f'<span class="meta">{self._inline(cell)}</span>'
            for cell in (one.responsible, one.indicators)
            if cell.lines
        ]
        tools = ("up", "down", "out", "in")
        return (
            f'<tbody role="rowgroup" id="o{key}" class="d{min(one.depth, 4)}"><tr class="head" role="row">'
            f'<th scope="rowgroup" role="rowheader" colspan="{len(self.labels) + 1}">'
            f'{level}<span class="named"><span class="code">{code}</span> {title}</span>{"".join(more)}'
            f"{self._warnings(one.findings)}</th>{self._tools('objectives', key, name, tools)}</tr>"
        )

    def row(self, one: RowView) -> str:
        """The row of an activity."""
        key, code = one.activity.pk, escape(one.code)
        name = code or escape(str(self.sheet.text(one.activity, "title"))[:40])
        first = f'<span class="code">{code}</span>'
        if self.may_edit:
            first = (
                f'<label class="pick"><input type="checkbox" name="row" form="many" '
                f'value="{key}:{one.activity.version}"{" checked" if key in self.ticked else ""}>'
                f'<span class="hidden">{self.words["choose"].replace("{code}", name)}</span></label>{first}'
            )
        cells = "".join(self._cell(one, field, label) for field, label in self.labels)
        tools = self._tools("activities", key, name, ("up", "down"))
        head = f'<th scope="row" role="rowheader">{first}</th>'
        return f'<tr id="a{key}" class="row" role="row">{head}{cells}{tools}</tr>'

    def _cell(self, one: RowView, field: str, label: str) -> str:
        if field == "title":
            inner = self._title(one)
        elif field == "status":
            mark = one.status.replace("_", "-")
            inner = (
                f'<span class="status"><svg class="mark" aria-hidden="true" focusable="false">'
                f'<use href="#s-{mark}"/></svg>'
                f"{escape(one.status_word)}</span>"
            )
        else:
            inner = self._lines(one.cells[field])
        return f'<td role="cell" class="c-{field}" data-label="{label}">{inner}</td>'

    def _title(self, one: RowView) -> str:
        title = _html(self.sheet.text(one.activity, "title")) or self.words["untitled"]
        if self.may_edit:
            key = one.activity.pk
            url = f"{self.base}activities/{key}/"
            title = f'<a id="open-a{key}" href="{url}" hx-get="{url}?span={self.span}">{title}</a>'
        return f"{title}{self._warnings(one.findings)}"

    def _warnings(self, findings: list[Finding]) -> str:
        return "".join(f'<span class="warn">{escape(one.text)}</span>' for one in findings)

    def _lines(self, cell: Cell) -> str:
        lines = "".join(f'<span class="item">{_line(text)}</span>' for text in cell.lines)
        small = f"<small>{escape(cell.small)}</small>" if cell.small else ""
        if cell.origin:
            origin = self.words["from"].replace("{code}", escape(cell.origin))
            return f'<span class="inherited">{lines}<small>{origin}</small></span>'
        return lines + small

    def _inline(self, cell: Cell) -> str:
        return "; ".join(_line(text) for text in cell.lines)

    def _tools(self, kind: str, key: int, name: str, acts: tuple[str, ...]) -> str:
        if not self.may_edit:
            return ""
        buttons = "".join(
            f'<button class="step" form="acts" id="{act}-{kind[0]}{key}" formaction="{self.base}{kind}/{key}/{act}/" '
            f'hx-post="{self.base}{kind}/{key}/{act}/" aria-label="{self.words[act].replace("{code}", name)}">'
            f'<svg aria-hidden="true" focusable="false"><use href="#i-{act}"/></svg></button>'
            for act in acts
        )
        return f'<td role="cell" class="tools-of">{buttons}</td>'

    def _foot(self, one: HeadView | None) -> str:
        """The end of a group: a place to add a row. Every group needs one, with or without a heading."""
        if one is None:
            return ""
        if not self.may_edit:
            return "</tbody>"
        key = one.objective.pk
        if self.sheet.children.get(key) and not self.sheet.activities.get(key):
            return "</tbody>"
        url = f"{self.base}objectives/{key}/add/"
        code = escape(one.objective.code or str(one.title)[:40])
        text = self.words["here"] if one.untitled else self.words["add"].replace("{code}", code)
        link = f'<a id="add-{key}" href="{url}" hx-get="{url}?span={self.span}">{text}</a>'
        cell = f'<td role="cell" colspan="{self.span}">{link}</td>'
        return f'<tr class="foot" role="row" id="new-{key}">{cell}</tr></tbody>'


def _html(text: Text) -> str:
    """A text of the content, escaped; with the mark of its language where it is not the reader's."""
    return escape(text.text) if text.translated else shown(text)


def _line(text: Text) -> str:
    """A line of a cell: it carries its language without a mark, since the title beside it has one."""
    return (
        escape(text.text) if text.translated else f'<span lang="{text.language}">{escape(text.text)}</span>'
    )


def one_row(sheet: Sheet, key: int, *, may_edit: bool) -> SafeString:
    """The row of one activity, closed."""
    activity = next(row for row in sheet.rows.activities if row.pk == key)
    return mark_safe(Writer(sheet, may_edit=may_edit).row(sheet.row(activity)))  # noqa: S308
