"""Two people at one plan at once, in any order: nothing that was accepted is lost (S-B1)."""

import contextlib
import os
import random
import threading

import pytest
from django.db import connection

from coalitions import versions
from coalitions.refusal import Refused
from plans.editing import many, moving
from plans.editing.activities import ActivityChange, change_activity
from plans.editing.order import Tree
from plans.editing.parties import PartyLine
from plans.editing.results import ResultChoice
from plans.models import Activity, Objective, Result
from tests.factories import make_activity, make_objective, make_party, make_user

SCHEDULES = 500 if os.environ.get("PROOF") else 10
EDITS = 3


class Editor(threading.Thread):
    """Opens rows, adds a word of its own to what it saw, and saves; a refused save is opened and typed again."""

    def __init__(self, name, plan, parties, by, seed):
        super().__init__()
        self.name_of, self.plan, self.by, self.chance = name, plan, by, random.Random(seed)
        self.parties, self.told, self.failure = parties, [], None

    def run(self):
        try:
            for number in range(EDITS):
                self.chance.choice([self.title, self.title, self.result, self.move, self.several])(
                    f"{self.name_of}{number}"
                )
        except Exception as failure:  # a thread's failure is the test's
            self.failure = failure
        finally:
            connection.close()

    def retried(self, act):
        for _ in range(50):
            try:
                return act()
            except (versions.Stale, many.StaleRows):
                continue
        raise AssertionError("it never got its turn")

    def row(self):
        rows = list(Activity.objects.filter(plan=self.plan).select_related("result").order_by("pk"))
        return self.chance.choice(rows)

    def title(self, word):
        pk = self.row().pk

        def act():
            row = Activity.objects.get(pk=pk)
            change = ActivityChange(texts={"title": {"es": f"{row.title_es} {word}", "en": ""}})
            change_activity(self.plan, pk, change, version=row.version, by=self.by)
            self.told.append(("title", pk, word))

        self.retried(act)

    def result(self, word):
        """The result is shared: the other row shows it too."""
        pk = self.row().pk

        def act():
            row = Activity.objects.select_related("result").get(pk=pk)
            choice = ResultChoice(str(row.result_id), {"es": f"{row.result.text_es} {word}", "en": ""})
            change_activity(self.plan, pk, ActivityChange(result=choice), version=row.version, by=self.by)
            self.told.append(("result", row.result_id, word))

        self.retried(act)

    def move(self, _word):
        step = self.chance.choice([moving.UP, moving.DOWN])
        with contextlib.suppress(Refused):  # it would leave its objective
            moving.move_activity(self.plan, self.row().pk, step, by=self.by)

    def several(self, _word):
        party = self.chance.choice(self.parties)

        def act():
            seen = dict(Activity.objects.filter(plan=self.plan).values_list("pk", "version"))
            line = PartyLine(party.pk, "lead", {"es": "", "en": ""})
            many.set_party(self.plan, seen, line, replace=False, by=self.by)
            self.told += [("party", pk, party.pk) for pk in seen]

        self.retried(act)


def still_there(kind, pk, what):
    if kind == "title":
        return what in Activity.objects.get(pk=pk).title_es.split()
    if kind == "result":
        return what in Result.objects.get(pk=pk).text_es.split()
    return Activity.objects.get(pk=pk).responsibilities.filter(party=what, role="lead").exists()


@pytest.mark.django_db(transaction=True)
def test_no_schedule_of_two_editors_loses_anything():
    line = make_objective()
    parties = [make_party(line.plan.coalition) for _ in range(3)]
    result = Result.objects.create(objective=line, text_es="Mapa")
    for _ in range(3):
        make_activity(line, result=result)
    people = [make_user(), make_user()]
    for seed in range(SCHEDULES):
        editors = [
            Editor(f"{name}{seed}x", line.plan, parties, by, f"{name}{seed}")
            for name, by in zip("ae", people, strict=True)
        ]
        [one.start() for one in editors]
        [one.join() for one in editors]
        assert [one.failure for one in editors] == [None, None], f"schedule {seed}"
        lost = [told for one in editors for told in one.told if not still_there(*told)]
        assert lost == [], f"schedule {seed}"
    rows = list(Activity.objects.order_by("position"))
    assert rows == Tree(line.plan).in_order() and len({row.position for row in rows}) == 3
    assert Objective.objects.count() == 1
