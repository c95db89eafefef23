"""`make bench`: our speed as ratios beside its floors. It shows figures and never fails on one.

Each ratio is taken A B A B in one run and its median printed, CPU time, because absolute times vary by machine.
"""

import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.html import escape

from coalitions.models import Coalition, Seat, User
from plans.models import Plan
from reporting import timeline_table
from reporting.annual_report import chart, content, html, pdf
from reporting.plan_reading import PlanReading
from reporting.timeline import Column, Item, draw
from tests import conftest  # noqa: F401  starts the clock of a session made by force_login
from tests.bench.imports_of_size import (
    apply,
    insert_bare,
    make_home,
    read_styled,
    record_of,
    understand,
    workbook_of,
)
from tests.bench.plans_of_size import make_plan_of
from tests.bench.portfolio_of_size import make_coalitions
from tests.factories import make_operator, make_seat

PLAIN = """
import sys
from weasyprint import HTML
sys.stdout.buffer.write(HTML(string=sys.stdin.buffer.read().decode(), base_url=sys.argv[1]).write_pdf())
"""
ROUNDS = int(os.environ.get("ROUNDS", "3"))
ROWS: list[tuple[str, str, str, str]] = []


def row(goal: str, work: str, wanted: str, measured: str) -> None:
    ROWS.append((goal, work, wanted, measured))
    print(f"{goal:4} {work:62} {wanted:18} {measured}", flush=True)


def cpu_of_children(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def median_ratio(ours: Callable[[], float], floor: Callable[[], float], rounds: int = ROUNDS) -> float:
    return statistics.median(ours() / floor() for _ in range(rounds))


def printed(plan: Plan) -> str:
    with translation.override("es"):
        return html.document(content.build(plan, language="es", on=plan.end), for_print=True)


def plain_pdf(text: str) -> None:
    """The same content without our recipe: automatic tables, garbage collection, no tags."""
    loose = text.replace("table-layout: fixed", "table-layout: auto").replace("table-layout:fixed", "")
    base = pdf.static_folder().as_uri() + "/"
    subprocess.run([sys.executable, "-c", PLAIN, base], input=loose.encode(), capture_output=True, check=True)


def goal_1_and_2() -> None:
    text = printed(make_plan_of(200))
    ratio = median_ratio(
        lambda: cpu_of_children(lambda: pdf.make_pdf(text, pdf.FOR_COMMANDS)),
        lambda: cpu_of_children(lambda: plain_pdf(text)),
    )
    row("1", "PDF of 200 activities, PDF/UA-1, v plain untagged WeasyPrint", "<= 0.82", f"{ratio:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        first = cpu_of_children(lambda: pdf.kept_pdf(text, pdf.FOR_COMMANDS, Path(folder)))
        again = cpu(lambda: pdf.kept_pdf(text, pdf.FOR_COMMANDS, Path(folder)))
    row("2", "the same with nothing changed", "<= 0.02", f"{again / first:.4f}")


def goal_3() -> None:
    sizes, times = [20, 60, 300, 1000], []
    for size in sizes:
        text = printed(make_plan_of(size))
        times.append(cpu_of_children(lambda text=text: pdf.make_pdf(text, pdf.FOR_COMMANDS)))  # type: ignore[misc]
        if size == 300:
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    exponent = math.log(times[-1] / times[1]) / math.log(sizes[-1] / sizes[1])
    shown = ", ".join(f"{size}: {seconds:.1f} s" for size, seconds in zip(sizes, times, strict=True))
    row("3", f"PDF time by activities ({shown})", "exponent <= 1.10", f"{exponent:.2f}")
    row("3", "memory at 300 activities", "<= 250 MB", f"{memory:.0f} MB")


def goal_5() -> None:
    """Bringing in 10 000 rows: history, provenance, file and entry included, beside a bare insert of the same rows."""
    record = record_of(10_000)
    ratio = median_ratio(
        lambda: cpu(lambda: undone(lambda: apply(make_home(), record))),
        lambda: cpu(lambda: undone(lambda: insert_bare(10_000))),
    )
    row("5", "apply of 10 000 rows v bare bulk insert", "<= 5", f"{ratio:.2f}")
    data = workbook_of(10_000)
    reading = median_ratio(lambda: cpu(lambda: understand(data)), lambda: cpu(lambda: read_styled(data)))
    row("5", "reading 10 000 rows v openpyxl with styles", "<= 1.5", f"{reading:.2f}")


def undone(work: Callable[[], object]) -> None:
    """Do it in a transaction that is rolled back, and that a verb takes for none."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]
    with block:
        work()
        transaction.set_rollback(True)


def goal_7_and_9() -> None:
    client = Client()
    client.force_login(make_operator("bench@example.org"))
    line = make_plan_of(60).objectives.order_by("position")[0]
    pages = {
        "plan": "/plans/bench-60/", "line": f"/plans/bench-60/lines/{line.pk}/",
        "timeline": "/plans/bench-60/timeline/", "matrix": "/plans/bench-60/matrix/",
        "list": "/admin/plans/activity/", "home": "/",
    }  # fmt: skip
    floor = "/healthz/"
    for name, url in pages.items():
        client.get(url)
        ratio = median_ratio(
            lambda url=url: cpu(lambda: [client.get(url) for _ in range(5)]),  # type: ignore[misc]
            lambda: cpu(lambda: [client.get(floor) for _ in range(5)]),
        )
        row("7", f"{name} page (60 rows) v one-query view", "<= 16", f"{ratio:.1f}")
    counts = {size: _queries(client, f"/plans/{make_plan_of(size).slug}/") for size in (1, 3, 300, 10_000)}
    row("9", "queries of the plan page at 1, 3, 300, 10 000 rows", "same, <= 25", str(list(counts.values())))
    counts = {size: _queries(client, f"/plans/bench-{size}/matrix/") for size in counts}
    row("9", "queries of the matrix at 1, 3, 300, 10 000 rows", "same, <= 25", str(list(counts.values())))


def goal_10() -> None:
    operator, times = make_operator("many@example.org"), {}
    seat = make_seat(role="reader").user
    for first, last in ((0, 100), (100, 1000)):
        make_coalitions(first, last)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        times[last] = _sql_time(operator, "/plans/")
    each = (times[1000] / 1000) / (times[100] / 100)
    row(
        "10",
        "portfolio, 1 000 coalitions, 100 000 activities: SQL",
        "<= 200 ms",
        f"{1000 * times[1000]:.0f} ms",
    )
    row("10", "the same per coalition v 100 coalitions", "<= 1.2", f"{each:.2f}")
    Seat.objects.create(user=seat, coalition=Coalition.objects.get(slug="many-7"), role="reader")
    for who, user in (("operator", operator), ("seat", seat)):
        for what, words in (("common", "acordar"), ("absent", "ornitorrinco")):
            found = _sql_time(user, f"/search/?q={words}")
            row(
                "-",
                f"search for a {what} word by {who}, 100 000 activities: SQL",
                "-",
                f"{1000 * found:.0f} ms",
            )


def _sql_time(user: User, url: str) -> float:
    """Seconds that the database takes for a page, the median of three."""
    client = Client()
    client.force_login(user)
    client.get(url)
    return statistics.median(_spent(client, url) for _ in range(3))


def _spent(client: Client, url: str) -> float:
    spent = 0.0

    def watch(execute: Callable[..., object], *call: object) -> object:
        nonlocal spent
        begin = time.perf_counter()
        try:
            return execute(*call)
        finally:
            spent += time.perf_counter() - begin

    with connection.execute_wrapper(watch):
        client.get(url)
    return spent


def _queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def goal_8() -> None:
    """The drawing of 1 000 bars: from the plan's rows to HTML, beside a bare join of the same texts and numbers."""
    reading = PlanReading(make_plan_of(1000), "es", date(2026, 6, 30))
    items, links = list(chart.items(reading.source, reading.tree.lines)), reading.links
    columns = chart.calendar(reading.source)
    with translation.override("es"):
        ratio = median_ratio(
            lambda: cpu(lambda: timeline_table.body(draw(items, columns, reading.on), links)),
            lambda: cpu(lambda: joined(items, columns, links)),
            ROUNDS * 7,
        )
    row("8", "timeline of 1 000 bars v a bare join of the same rows", "<= 1.5", f"{ratio:.2f}")


def joined(items: Sequence[Item], columns: Sequence[Column], links: Mapping[str, str]) -> str:
    """The floor of goal 8: the same table written straight down, without edges, shares, milestones or languages."""
    start, days = columns[0].start, (columns[-1].end - columns[0].start).days + 1
    parts = []
    for item in items:
        head = f'<tr role="row"><th role="rowheader" scope="row" class="coded"><span class="code">{escape(item.code)}'
        parts.append(f'{head}</span> <a href="{links[item.key]}">{escape(item.title)}</a></th>')
        if item.spans:
            first, last = item.spans[0]
            left, width = 100 * (first - start).days / days, 100 * ((last - first).days + 1) / days
            parts.append(
                '<td role="cell" class="state"><span class="status"><svg class="mark" aria-hidden="true" '
            )
            parts.append(
                f'focusable="false"><use href="#s-{item.status}"/></svg>{escape(item.status_word)}</span>'
            )
            parts.append(
                f' <span class="share">{item.executed}\u00a0%</span></td><td role="cell" class="bars">'
            )
            parts.append(
                f'<span class="said">{first:%d/%m/%Y} – {last:%d/%m/%Y}</span><svg class="bar" width="100%" '
            )
            parts.append(
                f'height="26" aria-hidden="true" focusable="false"><rect class="frame" x="{left:g}%" y="6.5" '
            )
            parts.append(f'width="{width:g}%" height="12"/><rect class="fill" x="{left:g}%" y="6.5" ')
            parts.append(f'width="{width * float(item.executed or 0) / 100:g}%" height="12"/></svg></td>')
        parts.append("</tr>")
    return "".join(parts)


def main() -> None:
    connections["default"].creation.create_test_db(verbosity=0)
    try:
        goals = (goal_1_and_2, goal_3, goal_5, goal_7_and_9, goal_8, goal_10)
        for goal in [one for one in goals if one.__name__ in (sys.argv[1:] or one.__name__)]:
            with transaction.atomic():
                goal()
                transaction.set_rollback(True)
    finally:
        connections["default"].creation.destroy_test_db("", verbosity=0)
    print("\n| goal | work | wanted | measured |\n|---|---|---|---|")
    for cells in ROWS:
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
