"""The annual report: content computed once as dataclasses; pages and files only render them (law 3)."""
