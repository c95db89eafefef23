"""The audit log: one hash-chained entry per act, in the same transaction as the act (law 7, S-E1, S-E2).

Each coalition has a chain of its own; acts of the whole site have the chain "site". An entry's digest is
SHA-256 over the previous digest and the entry's canonical JSON, so that an edit, a deletion, an insertion or a
swap breaks every later digest. A cut tail is seen by the head row, and by a head written down elsewhere.
"""

import hashlib
import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import models, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from coalitions.models import AuditActor, AuditEntry, AuditHead, Coalition, User

SITE = "site"
_whole: ContextVar[list[dict[str, Any]] | None] = ContextVar("the acts that are one act", default=None)


def canonical(value: object) -> str:
    """JSON with sorted keys, UTF-8 and no spaces: the text that digests are taken of."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def record(
    coalition: Coalition | None,
    act: str,
    *,
    actor: User | None,
    obj: models.Model | None = None,
    label: str = "",
    reason: str = "",
    change: dict[str, Any] | None = None,
) -> AuditEntry:
    """Append one entry to the coalition's chain, or to the site's where it is None; returns the entry.

    Called by the verb that acts, inside its transaction: outside one TransactionManagementError is raised,
    since an entry without its act, or an act without its entry, would be a lie. One entry per act, however
    many rows the act touched: say their number in `change`. `change` must hold no names of persons.
    """
    if not transaction.get_connection().in_atomic_block:
        raise TransactionManagementError("An audit entry belongs into the transaction of its act.")
    whole = _whole.get()
    if whole is not None:
        whole.append({"act": act, "id": obj.pk if obj else None} | ({"change": change} if change else {}))
        return AuditEntry(coalition=coalition, act=act)
    return _append(
        AuditEntry(
            coalition=coalition,
            actor=actor_of(actor),
            act=act,
            model=obj._meta.label_lower if obj else "",
            object_pk=obj.pk if obj else None,
            label=label or label_of(obj),
            reason=reason,
            change=canonical(change or {}),
        )
    )


def _append(entry: AuditEntry) -> AuditEntry:
    head = _locked_head(entry.coalition)
    entry.number, entry.previous, entry.at = head.number + 1, head.digest, timezone.now()
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    return entry


@contextmanager
def as_one_act(coalition: Coalition | None, act: str, *, actor: User | None, label: str) -> Iterator[None]:
    """What the verbs inside record becomes one entry: a table that is brought in is one act, however many rows it has.

    The entry holds the acts in their order, with their rows; nothing is written where there were none.
    """
    parts: list[dict[str, Any]] = []
    token = _whole.set(parts)
    try:
        yield
    finally:
        _whole.reset(token)
    if parts:
        record(coalition, act, actor=actor, label=label, change={"acts": parts})


def actor_of(user: User | None) -> AuditActor | None:
    """The number under which a user stands in the chains; None for the site itself (a command)."""
    if user is None or not user.is_authenticated:
        return None
    return AuditActor.objects.get_or_create(user=user, defaults={"name": str(user)})[0]


def label_of(obj: models.Model | None) -> str:
    """How an object is called in the log. Rows about people say their number instead of a name."""
    if obj is None:
        return ""
    return str(getattr(obj, "audit_label", None) or obj)[:300]


def _locked_head(coalition: Coalition | None) -> AuditHead:
    """The chain's head, locked: by the row on PostgreSQL, by BEGIN IMMEDIATE on SQLite."""
    chain = str(coalition.pk) if coalition else SITE
    AuditHead.objects.get_or_create(chain=chain)
    return AuditHead.objects.select_for_update().get(chain=chain)


def digest_of(entry: AuditEntry) -> str:
    """The digest that an entry with these values must carry: 64 hexadecimal digits."""
    values = {
        "chain": str(entry.coalition_id or SITE),
        "number": entry.number,
        "at": _instant(entry.at),
        "actor": entry.actor_id,
        "act": entry.act,
        "model": entry.model,
        "object": entry.object_pk,
        "label": entry.label,
        "reason": entry.reason,
        "change": entry.change,
    }
    return hashlib.sha256((entry.previous + canonical(values)).encode()).hexdigest()


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True)
class Fault:
    """What does not hold, and where: a chain's name and the entry's number (0 for the chain as a whole)."""

    chain: str
    number: int
    what: str

    def __str__(self) -> str:
        return f"chain {self.chain}, entry {self.number}: {self.what}"


def verify() -> Iterator[Fault]:
    """Every fault of every chain, in order; none when all hold. Reads in pages, so memory stays flat."""
    heads = dict(AuditHead.objects.values_list("chain", "digest"))
    chains = {
        str(key or SITE)
        for key in AuditEntry.objects.order_by().values_list("coalition", flat=True).distinct()
    }
    for chain in sorted(chains | set(heads)):
        last = yield from _verify_chain(chain)
        if heads.get(chain, "") != last:
            yield Fault(
                chain, 0, "the head is not the last entry: entries are missing at the end, or were added"
            )


def _verify_chain(chain: str) -> Generator[Fault, None, str]:
    """Faults of one chain; returns the last digest it holds."""
    coalition = None if chain == SITE else int(chain)
    previous, number = "", 0
    for entry in AuditEntry.objects.filter(coalition=coalition).order_by("number").iterator(2000):
        number += 1
        if entry.number != number:
            yield Fault(chain, entry.number, f"number {number} was expected")
            number = entry.number
        if entry.previous != previous:
            yield Fault(chain, entry.number, "does not continue the entry before it")
        if entry.digest != digest_of(entry):
            yield Fault(chain, entry.number, "its content does not match its digest")
        previous = entry.digest
    return previous


def heads() -> list[str]:
    """The head of each chain as "chain:number:digest", to be written down elsewhere."""
    return [f"{h.chain}:{h.number}:{h.digest}" for h in AuditHead.objects.order_by("chain")]


def holds(head: str) -> bool:
    """Whether a head that was written down elsewhere is still in its chain: a cut and rewritten tail is not."""
    chain, number, digest = head.split(":")
    coalition = None if chain == SITE else int(chain)
    return AuditEntry.objects.filter(coalition=coalition, number=int(number), digest=digest).exists()
