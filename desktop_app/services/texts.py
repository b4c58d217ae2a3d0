"""Every text a review stores that may name somebody."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from desktop_app.domain.snapshot import Snapshot, family_types

# The register itself, and what the machine wrote, are not texts about the case.
_NOT_TEXTS = frozenset(
    {"people", "bodies", "agencies", "abbreviations", "surface_decisions", "outputs", "clocks", "return_mappings"}
    | {"copy_conflicts", "relations", "reader_rungs"}
)
_NOT_WORDS = frozenset(
    {"uid", "sha256", "workshop", "prompt", "chronology_return", "agency", "recommendation", "sent", "missing_from"}
    | {"person", "output", "theme", "of", "family", "finding"}
)


def stored_texts(snapshot: Snapshot) -> Iterator[str]:
    """All free text fields of the case records."""
    for family in family_types():
        if family in _NOT_TEXTS:
            continue
        for record in getattr(snapshot, family):
            for field in dataclasses.fields(record):
                value = getattr(record, field.name)
                if isinstance(value, str) and value and field.name not in _NOT_WORDS:
                    yield value
