"""Every act leaves a trace that cannot be changed in silence (law 7, S-E1, S-E2, S-D6)."""

import hashlib
import json
import threading
from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils import translation

from coalitions import audit, invitations, people, triggers
from coalitions.models import AuditEntry, AuditHead, Coalition, Invitation, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def rivers():
    return Coalition.objects.create(slug="rivers", name_es="Ríos", name_en="Rivers")


@pytest.fixture
def ana():
    return User.objects.create_user("ana@example.org", name="Ana Ejemplo")


def write(coalition, *acts, actor=None):
    with transaction.atomic():
        return [audit.record(coalition, act, actor=actor) for act in acts]


def tampered(sql, *values):
    """Change the table behind the triggers' back, as a database administrator could."""
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
    triggers.make(connection)
    return [fault.what for fault in audit.verify()]


def test_a_chain_of_acts_verifies_and_says_its_head(rivers, capsys):
    write(rivers, "plan approved", "round opened")
    write(None, "operator added")

    assert list(audit.verify()) == []
    call_command("verify_audit")
    assert capsys.readouterr().out.split() == audit.heads()
    assert [head.split(":")[1] for head in audit.heads()] == ["2", "1"]


def test_each_coalition_has_a_chain_of_its_own(rivers):
    coast = Coalition.objects.create(slug="coast", name_es="Costa")
    write(rivers, "a", "b")
    write(coast, "c")

    assert list(AuditEntry.objects.filter(coalition=coast).values_list("number", "previous")) == [(1, "")]


def test_the_digest_is_sha256_of_the_previous_digest_and_the_canonical_row(rivers):
    first, second = write(rivers, "a", "b")
    row = {
        "chain": str(rivers.pk), "number": 2, "at": second.at.isoformat(timespec="microseconds"), "actor": None,
        "act": "b", "model": "", "object": None, "label": "", "reason": "", "change": "{}",
    }  # fmt: skip
    text = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert second.digest == hashlib.sha256((first.digest + text).encode()).hexdigest()


@pytest.mark.parametrize(
    "statement", ["UPDATE coalitions_auditentry SET act = 'x'", "DELETE FROM coalitions_auditentry"]
)
def test_the_database_itself_refuses_to_change_an_entry(rivers, statement):
    write(rivers, "plan approved")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AuditEntry.objects.get().act == "plan approved"


def test_postgresql_refuses_to_truncate_the_log(transactional_db, rivers):
    if connection.vendor != "postgresql":
        return  # SQLite has no TRUNCATE
    write(rivers, "plan approved")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE coalitions_auditentry CASCADE")


def test_triggers_are_made_again_by_migrate_and_their_loss_is_named():
    triggers.drop(connection)
    assert "coalitions_auditentry_no_update" in triggers.missing(connection)
    with pytest.raises(CommandError, match="coalitions_auditentry_no_delete is missing"):
        call_command("verify_audit")
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []


def test_an_edited_entry_is_found(rivers):
    write(rivers, "a", "b", "c")
    faults = tampered("UPDATE coalitions_auditentry SET reason = 'other' WHERE number = 2")
    assert faults == ["its content does not match its digest"]


def test_a_deleted_entry_is_found(rivers):
    write(rivers, "a", "b", "c")
    assert "does not continue the entry before it" in tampered(
        "DELETE FROM coalitions_auditentry WHERE number = 2"
    )


def test_a_cut_tail_is_found_by_the_head(rivers):
    write(rivers, "a", "b", "c")
    faults = tampered("DELETE FROM coalitions_auditentry WHERE number = 3")
    assert faults == ["the head is not the last entry: entries are missing at the end, or were added"]


def test_a_tail_cut_together_with_its_head_is_found_by_a_head_written_down_elsewhere(rivers):
    entries = write(rivers, "a", "b", "c")
    written_down = audit.heads()[0]
    assert audit.holds(written_down)
    AuditHead.objects.update(number=2, digest=entries[1].digest)
    assert tampered("DELETE FROM coalitions_auditentry WHERE number = 3") == []
    with pytest.raises(CommandError, match="is not in its chain"):
        call_command("verify_audit", head=[written_down])


def test_an_entry_outside_the_transaction_of_its_act_is_refused(transactional_db, rivers):
    with pytest.raises(TransactionManagementError):
        audit.record(rivers, "a", actor=None)


def test_an_act_that_is_rolled_back_leaves_no_entry(transactional_db, rivers):
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.record(rivers, "a", actor=None)
        raise RuntimeError
    assert not AuditEntry.objects.exists()
    write(rivers, "b")
    assert list(audit.verify()) == []


def test_a_person_can_be_forgotten_without_breaking_the_chain(rivers, ana):
    (entry,) = write(rivers, "plan approved", actor=ana)
    operator = User.objects.create_superuser("op@example.org")
    invitations.invite(
        rivers,
        ana.email,
        "reader",
        None,
        language="es",
        name=ana.name,
        by=operator,
        now=datetime(2026, 2, 1, tzinfo=UTC),
    )
    people.forget(ana, by=operator, on=date(2026, 3, 1))

    entry.refresh_from_db()
    ana.refresh_from_db()
    assert list(audit.verify()) == []
    with translation.override("en"):
        assert str(entry.actor) == f"person {entry.actor_id}, erased"
    assert not ana.is_active
    rows = [User.history, User.objects, Invitation.history, Invitation.objects]
    everything = [list(row.values("email", "name")) for row in rows]
    everything = str([everything, list(AuditEntry.objects.values("label", "change", "reason"))])
    assert "ana@example.org" not in everything
    assert "Ana Ejemplo" not in everything


def test_writers_at_once_leave_one_unbroken_chain(transactional_db, rivers):
    failures = []

    def work():
        try:
            for _turn in range(5):
                write(rivers, "a")
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert failures == []
    assert AuditEntry.objects.count() == 20
    assert list(audit.verify()) == []
