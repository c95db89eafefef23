"""The gold records and the plans loaded from them, for the tests of reading and writing records."""

import copy
from contextlib import contextmanager
from functools import cache

from django.db import transaction

from plans.demo.files import read
from plans.demo.published import SOURCES
from plans.importing.apply import apply_record, coalition_of

# Short address of each plan, its record, and the address of its coalition; in the order of loading.
RECORDS = [(slug, name, source.slug) for source in SOURCES for slug, name in source.plans]


@cache
def _read(name):
    return read(f"sources/{name}")


def gold(name):
    """A gold record that a test may change."""
    return copy.deepcopy(_read(name))


def load(slug, address=None):
    """The plan of this address, loaded from its record into a coalition made from that record.

    `address` of the coalition, where it is not to be the usual one: two plans may be of the same."""
    name, coalition = next((name, coalition) for known, name, coalition in RECORDS if known == slug)
    return apply_record(gold(name), coalition_of(gold(name), address or coalition), slug)


@contextmanager
def kept_for_the_module(django_db_blocker):
    """Rows made here stay for all tests of a module and are gone after it: loading takes longer than testing."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
