"""Every tampering with the audit log is found: 1 000 at random in `make proof`, 40 in `make test` (S-E1)."""

import os
import random

import pytest
from django.db import connection, transaction

from coalitions import audit, triggers
from coalitions.models import AuditEntry, AuditHead, Coalition

pytestmark = pytest.mark.django_db
TRIES = 1000 if os.environ.get("PROOF") else 40
TABLE = "coalitions_auditentry"
COLUMNS = ["act", "label", "reason", "change", "digest", "previous"]


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def edit(rng, length):
    column, number = rng.choice(COLUMNS), rng.randint(1, length)
    sql(f"UPDATE {TABLE} SET {column} = %s WHERE number = %s", f"forged {rng.random()}", number)


def delete(rng, length):
    sql(f"DELETE FROM {TABLE} WHERE number = %s", rng.randint(1, length))


def insert(rng, length):
    """A row that was never recorded, with a digest of its own that is right for its content."""
    last = AuditEntry.objects.get(number=rng.randint(1, length))
    forged = AuditEntry(
        coalition=last.coalition, number=length + 1, at=last.at, act="forged", previous=last.digest
    )
    forged.digest = audit.digest_of(forged)
    forged.save(force_insert=True)


def swap(rng, length):
    one, other = rng.sample(range(1, length + 1), 2)
    sql(f"UPDATE {TABLE} SET number = 999999 WHERE number = %s", one)
    sql(f"UPDATE {TABLE} SET number = %s WHERE number = %s", one, other)
    sql(f"UPDATE {TABLE} SET number = %s WHERE number = 999999", other)


def cut_tail_and_head(rng, length):
    """Only a head written down elsewhere can show this one."""
    keep = rng.randint(1, length - 1)
    sql(f"DELETE FROM {TABLE} WHERE number > %s", keep)
    last = AuditEntry.objects.get(number=keep)
    AuditHead.objects.update(number=keep, digest=last.digest)


def test_every_tampering_is_found():
    coalition = Coalition.objects.create(slug="rivers", name_es="Ríos")
    for number in range(12):
        with transaction.atomic():
            audit.record(coalition, f"act {number}", actor=None, reason=f"reason {number}")
    triggers.drop(connection)
    (written_down,) = audit.heads()
    rng = random.Random(20260101)
    missed = []
    for turn in range(TRIES):
        tamper = rng.choice([edit, delete, insert, swap, cut_tail_and_head])
        with transaction.atomic():
            tamper(rng, 12)
            if not list(audit.verify()) and audit.holds(written_down):
                missed.append((turn, tamper.__name__))
            transaction.set_rollback(True)
    triggers.make(connection)
    assert missed == []
