"""What a change changed: services return it, pages refresh from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """`label` is what the Undo menu says; `touched` holds (family name of `Snapshot`, uid) pairs."""

    label: str
    touched: frozenset[tuple[str, str]] = frozenset()

    @property
    def families(self) -> frozenset[str]:
        return frozenset(family for family, _ in self.touched)
