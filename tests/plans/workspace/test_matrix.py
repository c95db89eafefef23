"""The matrix as its Secretariat works in it: saved, refused, stale, sent twice, forged (S-A5, S-A6, S-B1, S-B2)."""

import html
import os
import re
import threading
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coalitions.models import AuditEntry, Party
from plans.forms import conflict
from plans.forms.activity import RowForms
from plans.forms.parties import Directory
from plans.models import Activity, Indicator, Note, Objective, Responsibility, Result, Target
from tests.factories import (
    make_activity,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_seat,
)

pytestmark = pytest.mark.django_db
DOUBLES = 200 if os.environ.get("PROOF") else 4
PART = {"HX-Request": "true"}


@pytest.fixture
def office():
    return Office()


class Office:
    """A secretary with a plan of two objectives; the first has two activities with everything filled in."""

    def __init__(self):
        self.party = make_party(standing="member", name_es="Ciudad Alta")
        self.plan = make_plan(self.party.coalition)
        self.user = make_seat(self.party.coalition).user
        self.client = Client()
        self.client.force_login(self.user)
        self.line, self.other = make_objective(self.plan), make_objective(self.plan)
        self.row = make_activity(self.line, responsible=[self.party])
        self.row.result = Result.objects.create(objective=self.line, text_es="Mapa")
        self.row.save()
        self.row.shares.create(period=self.plan.periods.first(), programmed=50)
        self.second = make_activity(self.line, responsible=[self.party])
        self.indicator = make_indicator(activities=[self.row])
        self.base = f"/plans/{self.plan.slug}/matrix/"

    def forms(self, row=None):
        row = Activity.objects.get(pk=(row or self.row).pk)
        return RowForms(self.plan, row, Directory(self.plan.coalition, "es"))

    def posted(self, row=None, **changes):
        """What a browser sends back from the opened form of a row, with these changes."""
        forms = self.forms(row)
        data = conflict.as_posted(forms)
        base = conflict.fingerprint(conflict.texts(data, forms))
        return data | {"version": forms.activity.version, "base": base} | changes

    def save(self, data, row=None, **headers):
        return self.client.post(f"{self.base}activities/{(row or self.row).pk}/", data, headers=headers)


def stored(office):
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Activity, Objective, Result, Indicator, Target, Responsibility, Party, Note)
    }


def test_the_table_shows_the_plan_under_its_own_names(office):
    office.plan.layout = {"ACTIVIDAD": "activity", "PERIODO TIEMPO": "period", "Quién": "responsible"}
    office.plan.save()
    page = office.client.get(office.base).content.decode()
    for text in (
        "ACTIVIDAD",
        "PERIODO TIEMPO",
        "Quién",
        "Línea estratégica",
        "Ciudad Alta",
        "abril - junio 2026",
        "Mapa",
        "al menos 24",
    ):
        assert text in page


def test_what_is_inherited_says_from_where(office):
    office.second.result = office.row.result
    office.second.save()
    office.second.responsibilities.all().delete()
    office.line.responsibilities.create(party=office.party, role="lead")
    page = office.client.get(office.base, headers={"accept-language": "en"}).content.decode()
    row = re.search(rf'<tr id="a{office.second.pk}".*?</tr>', page, re.S)[0]
    assert row.count('class="inherited"') == 2
    assert f">{office.line.code}<" not in row and "1.1" in row


def test_a_text_of_the_plan_is_never_html(office):
    evil = "<script>alert(1)</script>"
    office.row.title_es, office.row.code, office.row.period_printed, office.row.resources_es = (
        evil,
        evil[:50],
        evil,
        evil,
    )
    office.row.save()
    office.line.title_es = office.line.statement_es = evil
    office.line.save()
    Party.objects.update(name_es=evil)
    Result.objects.update(text_es=evil)
    Indicator.objects.update(name_es=evil)
    office.plan.layout = {evil: "activity", "Recursos": "resources"}
    office.plan.save()
    assert "<script>alert" not in office.client.get(office.base).content.decode()
    assert (
        "<script>alert" not in office.client.get(f"{office.base}activities/{office.row.pk}/").content.decode()
    )


def test_what_is_withheld_is_shown_to_the_secretariat_alone(office):
    """Law 6: neither the text, nor the status and the executed share, nor a warning that quotes them."""
    office.row.observations_es, office.row.status = "Informante en el muelle", "cancelled"
    office.row.withheld = ["observations", "status", "executed"]
    office.row.save()
    share = office.row.shares.get()
    share.executed = 37
    share.save()
    note = {
        "action": Note.Action.SURFACE,
        "key": "N1",
        "found_es": "El informante del muelle figura dos veces",
    }
    Note.objects.create(coalition=office.plan.coalition, plan=office.plan, activity=office.row, **note)
    reader = Client()
    reader.force_login(make_seat(office.plan.coalition, role="reader").user)
    seen, own = reader.get(office.base).text, office.client.get(office.base).text
    for text in ("Informante en el muelle", "37\u00a0%", 'href="#s-cancelled"', "figura dos veces"):
        assert text in own, text
        assert text not in seen, text
    assert "50\u00a0%" in seen


def test_a_reader_sees_the_table_and_nothing_to_change(office):
    reader = Client()
    reader.force_login(make_seat(office.plan.coalition, role="reader").user)
    page = reader.get(office.base).content.decode()
    assert office.row.title_es in page
    assert 'name="row"' not in page and "hx-post" not in page and "activities/" not in page


@pytest.mark.parametrize("layout", ["empty", "flat", "untitled"])
def test_a_plan_of_any_shape_opens(layout):
    office = Office()
    Indicator.activities.through.objects.all().delete()
    for model in (Target, Indicator, Responsibility):
        model.objects.all().delete()
    Activity.objects.all().delete()
    Result.objects.all().delete()
    Objective.objects.all().delete()
    if layout != "empty":
        line = make_objective(office.plan, title_es="", code="")
        if layout == "flat":
            make_activity(line, code="1")
    page = office.client.get(office.base)
    assert page.status_code == 200
    assert b'class="head"' not in page.content


def test_the_same_number_of_queries_whatever_the_plan_holds(office):
    counts = []
    for more in (0, 1, 5):
        for _ in range(more):
            make_indicator(activities=[make_activity(office.other, responsible=[office.party])])
        office.client.get(office.base)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            office.client.get(office.base)
        counts.append(len(queries))
    assert len(set(counts)) == 1 and counts[0] <= 25


def test_an_untouched_form_changes_nothing(office):
    office.indicator.breakdown = {"zona: costa": ["una, con coma"]}
    office.indicator.save()
    before = stored(office)
    assert office.save(office.posted()).status_code == 302
    assert stored(office) == before
    assert not AuditEntry.objects.filter(act="activity changed").exists()


def test_a_row_saves_itself_and_the_next_save_is_no_conflict(office):
    first = office.save(office.posted(title_es="Acordar"), **PART)
    version = re.search(r'name="version"[^>]*value="(\d+)"', first.content.decode())[1]
    data = office.posted(title_es="Acordar y publicar") | {"version": version}
    assert (first.status_code, office.save(data, **PART).status_code) == (200, 200)
    office.row.refresh_from_db()
    assert (office.row.title_es, office.row.version) == ("Acordar y publicar", 3)


def test_a_new_indicator_gets_its_key_so_that_it_is_made_once(office):
    line = {
        "indicator-1-name_es": "Número de mapas",
        "indicator-1-kind": "indicator",
        "indicator-1-rule": "sum",
    }
    answer = office.save(office.posted(**line), **PART).content.decode()
    made = Indicator.objects.get(name_es="Número de mapas")
    assert f'name="indicator-1-id" id="id_indicator-1-id" value="{made.pk}"' in answer


def test_the_details_of_an_indicator_are_typed_kept_and_raise_the_versions(office):
    """P13, P17: as people write them; zero is a baseline, blank is none."""
    details = {
        "unit_es": "puntos", "baseline": "1.200,5", "baseline_on": "2025-12-31", "due": "2026-06-30",
        "breakdown": "actor: gubernamental, no gubernamental\r\nciudad", "rule": "sum",
    }  # fmt: skip
    history = office.indicator.history.count()
    office.save(office.posted(**{f"indicator-0-{name}": value for name, value in details.items()}))
    one = Indicator.objects.get()
    assert (one.unit_es, str(one.baseline.normalize()), str(one.baseline_on), str(one.due), one.rule) == (
        "puntos", "1200.5", "2025-12-31", "2026-06-30", "sum"
    )  # fmt: skip
    assert one.breakdown == {"actor": ["gubernamental", "no gubernamental"], "ciudad": []}
    office.row.refresh_from_db()
    assert (one.version, office.row.version, one.history.count()) == (2, 2, history + 1)
    for typed, kept in (("0", 0), ("", None)):
        office.save(office.posted(**{"indicator-0-baseline": typed}))
        assert Indicator.objects.get().baseline == kept
    doubtful = office.save(office.posted(**{"indicator-0-baseline": "1.200"}))
    assert doubtful.status_code == 422 and "puede leerse como" in doubtful.text


def test_a_unit_that_the_target_names_outlives_a_form_that_never_saw_it(office):
    data = office.posted(**{"indicator-0-targets": "al menos 30 ciudades"})
    for version in (1, 2):
        assert office.save(data | {"version": version}, **PART).status_code == 200
    assert (Indicator.objects.get().unit_es, Activity.objects.get(pk=office.row.pk).version) == (
        "ciudades",
        2,
    )


def reading(page):
    """(values, the chosen one) of what the first text of the first indicator can mean."""
    boxes = re.findall(
        r'name="indicator-0-reading-0" id="\S+" value="([^"]*)"( checked)?', page.content.decode()
    )
    return [html.unescape(value) for value, _ in boxes], [html.unescape(value) for value, on in boxes if on]


@pytest.mark.parametrize(
    ("text", "usual", "choice", "kept"),
    [
        ("más de 40 ciudades", [(None, None)], ">=41", [(">=", 41)]),
        ("2 talleres o 3 reuniones", [(None, None)], "=2, =3", [("=", 2), ("=", 3)]),
        ("2 talleres o 3 reuniones", [(None, None)], "=3", [("=", 3)]),
        ("de 5 a 10 talleres", [(None, None)], ">=5, <=10", [(">=", 5), ("<=", 10)]),
        ("entre 5 y 10 talleres", [(">=", 5), ("<=", 10)], "<=10", [("<=", 10)]),
        ("8 infografías nacionales, 1 regional", [("=", 8), ("=", 1)], "=8", [("=", 8)]),
    ],
)
def test_of_a_text_that_says_several_targets_one_is_chosen_or_all(office, text, usual, choice, kept):
    """P15, P17: as for the readings of a period; the text stays as typed (law 2)."""

    def targets():
        return list(Target.objects.order_by("pk").values_list("comparator", "number"))

    page = office.save(office.posted(**{"indicator-0-targets": text}), **PART)
    values, chosen = reading(page)
    assert choice in values and targets() == usual and bool(chosen) == (usual[0] != (None, None))
    page = office.save(office.posted(**{"indicator-0-reading-0": choice}), **PART)
    assert (reading(page), targets()) == ((values, [choice]), kept)
    before = stored(office)
    assert office.save(office.posted()).status_code == 302
    assert stored(office) == before and office.forms().lines[0]["targets"].value() == text
    office.save(office.posted(**{"indicator-0-reading-0": "=999"}))
    assert targets() == kept


def test_a_choice_of_targets_made_twice_is_no_conflict_and_another_one_is(office):
    office.save(office.posted(**{"indicator-0-targets": "2 talleres o 3 reuniones"}))
    one = office.posted(**{"indicator-0-reading-0": "=2"})
    other = one | {"indicator-0-reading-0": "=3"}
    assert [office.save(data).status_code for data in (one, one, other)] == [302, 302, 409]
    page = office.save(other).content.decode()
    assert "· 2 talleres" in page and "· 3 reuniones" in page


def test_an_unchanged_target_keeps_its_other_language_when_another_is_added(office):
    Target.objects.update(text_en="at least 24")
    office.save(office.posted(**{"indicator-0-targets": "al menos 24\n3 talleres"}))
    told = list(Target.objects.order_by("pk").values_list("text_es", "text_en", "number"))
    assert told == [("al menos 24", "at least 24", 24), ("3 talleres", None, 3)]


def test_an_indicator_that_was_separated_goes_on_in_the_same_form(office):
    office.indicator.activities.add(office.second)
    data = office.posted(**{"indicator-0-act": "separate"})
    answer = office.save(data, **PART).content.decode()
    key = re.search(r'name="indicator-0-id" id="\S+" value="(\d+)"', answer)[1]
    office.save(data | {"version": 2, "indicator-0-id": key, "indicator-0-name_es": "Propio"}, **PART)
    assert [one.name_es for one in Indicator.objects.order_by("pk")] == [office.indicator.name_es, "Propio"]


def test_a_party_that_is_not_there_is_proposed_and_added_only_when_confirmed(office):
    """E14, S-B2: in the same save, once, in the language of the plan."""
    before = stored(office)
    data = office.posted(**{"party-1-party": "Liga de los Ríos", "party-1-role": "lead"})
    for wrong in ({}, {"party-1-add": "Liga de otros ríos"}):
        answer = office.save(data | wrong, **PART)
        assert answer.status_code == 422 and 'value="Liga de los Ríos"' in answer.text
    assert 'name="party-1-add"' in office.save(data).text and stored(office) == before
    data |= {"party-1-add": "Liga de los Ríos", "party-1-kind": "organisation", "title_es": "Otro título"}
    answer = office.save(data, **PART)
    assert answer.status_code == 200 and 'name="party-1-add"' not in answer.text
    assert [office.save(data, **headers).status_code for headers in ({}, PART)] == [302, 200]
    made = Party.objects.get(name_es="Liga de los Ríos")
    assert (made.kind, made.coalition, made.memberships.count()) == ("organisation", office.plan.coalition, 0)
    assert list(office.row.responsibilities.values_list("party", "role"))[1:] == [(made.pk, "lead")]
    assert set(AuditEntry.objects.values_list("act", flat=True)) >= {"parties added", "activity changed"}


def test_a_new_party_of_an_objective_and_one_that_somebody_added_meanwhile(office):
    url = f"{office.base}objectives/{office.line.pk}/"
    data = {
        "title_es": "Línea", "version": 1, "party-TOTAL_FORMS": 1, "party-INITIAL_FORMS": 0,
        "party-0-party": "Liga de los Ríos",
    }  # fmt: skip
    page = office.client.post(url, data)
    assert page.status_code == 422 and 'name="party-0-add"' in page.text
    data["party-0-add"] = "liga de los rios"
    there = make_party(office.plan.coalition, name_es="LIGA DE LOS RÍOS")
    assert office.client.post(url, data).status_code == 302
    assert office.line.responsibilities.get().party == there
    data |= {"party-0-party": "Otra", "party-0-add": "Otra", "version": 2}
    assert office.client.post(url, data).status_code == 302
    assert office.line.responsibilities.get().party.name_es == "Otra"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("party-0-kind", "kaput"),
        ("title_es", " "),
        ("indicator-0-baseline", "pocos"),
        ("indicator-0-baseline", "9" * 19),
        ("indicator-0-due", "pronto"),
        ("party-0-party", "Nadie"),
        ("own_end", "2026-99-01"),
        ("share-{period}-p", "mucho"),
        ("status", "kaput"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_is_saved(office, field, value):
    before = stored(office)
    data = office.posted(title_en="", **{field.format(period=office.plan.periods.first().pk): value})
    assert office.save(data, **PART).status_code == 422
    page = office.save(data)
    assert page.status_code == 422
    assert 'class="problems"' in page.content.decode()
    assert stored(office) == before


def offered(page):
    """Each part in which two versions differ, and whether the saved one is ticked."""
    return {
        name: bool(on) for name, on in re.findall(r'name="theirs" value="(\w+)" id="\w+"( checked)?', page)
    }


def test_a_stale_save_shows_both_versions_and_keeps_what_was_typed(office):
    mine = office.posted(title_es="Lo mío", title_en="Mine")
    theirs = office.posted(period="julio 2026", title_es="Lo otro")
    office.save(theirs)
    page = office.save(mine)
    text = page.content.decode()
    assert page.status_code == 409
    assert all(part in text for part in ("Lo mío", "Mine", "Lo otro", "julio 2026"))
    assert offered(text) == {"title_es": False, "title_en": False, "period": True}

    again = mine | {"version": 2, "theirs": ["period"]}
    assert office.save(again).status_code == 302
    office.row.refresh_from_db()
    assert (office.row.title_es, office.row.title_en, office.row.period_printed) == (
        "Lo mío",
        "Mine",
        "julio 2026",
    )


def test_a_form_sent_twice_is_no_conflict_with_itself(office):
    data = office.posted(title_es="Una vez", **{"indicator-1-name_es": "Nuevo"})
    assert [office.save(data).status_code for _ in range(2)] == [302, 302]
    assert Indicator.objects.filter(name_es="Nuevo").count() == 1


def test_foreign_keys_stay_inside_the_plan(office):
    stranger = Office()
    before = stored(stranger)
    foreign = {
        "result_of": stranger.row.result_id,
        "indicator-0-id": stranger.indicator.pk,
        "party-0-party": "Ciudad Ajena",
        f"share-{stranger.plan.periods.first().pk}-p": "77",
        "other": stranger.row.pk,
        "objective": stranger.line.pk,
        "row": f"{stranger.row.pk}:1",
    }
    Party.objects.filter(pk=stranger.party.pk).update(name_es="Ciudad Ajena")
    before = stored(stranger)
    for name, value in foreign.items():
        office.save(office.posted() | {name: value})
    other = {"objective": stranger.line.pk, "version": 1}
    posts = [
        (f"activities/{office.row.pk}/move/", other),
        (f"activities/{office.row.pk}/merge/", {"other": stranger.row.pk, "title_es": "x", "version": 1}),
        ("paste/", {"objective": stranger.line.pk, "text": "Actividad\nUna", "confirm": "yes"}),
        ("several/", {"row": f"{stranger.row.pk}:1", "act": "status", "status": "completed"}),
    ]
    for path, data in posts:
        assert office.client.post(office.base + path, data).status_code in {200, 302, 409, 422}
    for page in ("", "up/", "move/", "remove/", "split/"):
        assert office.client.post(f"{office.base}activities/{stranger.row.pk}/{page}", {}).status_code == 404
    assert stored(stranger) == before
    assert set(Activity.objects.filter(plan=office.plan).values_list("objective__plan", flat=True)) == {
        office.plan.pk
    }
    assert office.row.result.objective.plan == office.plan


def test_no_extra_field_is_accepted(office):
    names = {field.attname for field in Activity._meta.concrete_fields} - {
        "code",
        "title_es",
        "title_en",
        "status",
        "status_on",
        "version",
    }
    names -= {f"{name}_{code}" for name in ("resources", "observations") for code in ("es", "en")}
    extra = dict.fromkeys(names | {"is_staff", "published_at", "coalition", "plan", "objective"}, "1")
    before = stored(office)
    office.save(office.posted(**extra))
    assert stored(office) == before


@pytest.mark.parametrize("act", ["add/", "duplicate/", "split/", "paste/", "objective"])
def test_two_clicks_make_one_row(office, act):
    paths = {"add/": f"objectives/{office.line.pk}/add/", "paste/": "paste/", "objective": "objectives/add/"}
    path = office.base + paths.get(act, f"activities/{office.row.pk}/{act}")
    data = {
        "title_es": "Nueva", "first_es": "Una", "second_es": "Dos", "text": "Actividad\nPegada", "confirm": "yes",
        "objective": office.line.pk, "party-TOTAL_FORMS": 0, "party-INITIAL_FORMS": 0,
    }  # fmt: skip
    count = Objective.objects.count if act == "objective" else Activity.objects.count
    before = count()
    for number in range(DOUBLES // 2):
        for _ in range(2):
            version = Activity.objects.get(pk=office.row.pk).version
            assert (
                office.client.post(path, data | {"form_key": f"k{number}", "version": version}).status_code
                == 302
            )
    assert count() == before + DOUBLES // 2


def test_a_row_is_removed_and_put_back_from_the_page(office):
    url = f"{office.base}activities/{office.second.pk}/remove/"
    page = office.client.post(url, {"version": 1}, follow=True).content.decode()
    assert not Activity.objects.filter(pk=office.second.pk).exists()
    assert office.client.post(url, {"version": 1}).status_code == 302
    restore = re.search(r'formaction="([^"]*/restore/)"', page)[1]
    office.client.post(restore)
    assert Activity.objects.get(pk=office.second.pk).responsibilities.count() == 1


def test_a_stale_objective_is_refused_with_both_texts_and_a_choice_for_each_part(office):
    url = f"{office.base}objectives/{office.line.pk}/"
    mine = {
        "party-TOTAL_FORMS": 1,
        "party-INITIAL_FORMS": 0,
        "title_es": "Mía",
        "statement_es": "",
        "version": 1,
    }
    mine["base"] = html.unescape(re.search(r'name="base" value="([^"]*)"', office.client.get(url).text)[1])
    theirs = mine | {"title_es": "Otra", "statement_es": "Que se mida"}
    theirs |= {"party-0-party": "Ciudad Alta", "party-0-role": "responsible"}
    assert [office.client.post(url, data).status_code for data in (theirs, theirs)] == [302, 302]
    page = office.client.post(url, mine)
    assert page.status_code == 409 and "Otra" in page.text and "Mía" in page.text
    assert offered(page.text) == {"title_es": False, "statement_es": True, "parties": True}
    again = mine | {"version": 2, "theirs": ["statement_es", "parties"]}
    assert office.client.post(url, again).status_code == 302
    office.line.refresh_from_db()
    assert (office.line.title_es, office.line.statement_es) == ("Mía", "Que se mida")
    assert office.line.responsibilities.get().party == office.party


def test_several_rows_that_were_changed_meanwhile_are_named_and_stay_ticked(office):
    office.save(office.posted(title_es="Otra"))
    data = {"row": [f"{office.row.pk}:1", f"{office.second.pk}:1"], "act": "status", "status": "completed"}
    page = office.client.post(f"{office.base}several/", data)
    assert page.status_code == 409
    assert office.row.code in page.content.decode()
    assert f'value="{office.second.pk}:1" checked' in page.content.decode()
    assert not Activity.objects.filter(status="completed").exists()
    data["row"][0] = f"{office.row.pk}:2"
    assert office.client.post(f"{office.base}several/", data | {"status_on": "2026-05-01"}).status_code == 302
    assert Activity.objects.filter(status="completed", status_on=date(2026, 5, 1)).count() == 2


def test_two_editors_at_once_lose_nothing(transactional_db):
    office = Office()
    answers = []

    def edit(name):
        client = Client()
        client.force_login(office.user)
        barrier.wait()
        answer = client.post(f"{office.base}activities/{office.row.pk}/", data | {"title_es": name})
        answers.append((answer.status_code, name))
        connection.close()

    data, barrier = office.posted(), threading.Barrier(2)
    threads = [threading.Thread(target=edit, args=[name]) for name in ("De Ana", "De Eva")]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(status for status, _ in answers) == [302, 409]
    office.row.refresh_from_db()
    assert office.row.title_es == next(name for status, name in answers if status == 302)
