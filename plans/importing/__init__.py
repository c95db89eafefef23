"""From documents to plans: files become cells, cells a record in the gold's shape, the record a draft plan."""

from plans.importing.parties import read_parties

__all__ = ["read_parties"]
