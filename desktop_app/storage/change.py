"""One change in the making: what a service writes inside `ReviewFile.change`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.storage import records
from desktop_app.storage.driver import Database
from desktop_app.storage.schema import family_of


class Change:
    """Good only inside its `with`; `result` is whole after it."""

    def __init__(self, db: Database, label: str, device: str) -> None:
        self._db = db
        self._device = device
        self._label = label
        self._touched: set[tuple[str, str]] = set()
        self._open = True

    def put(self, record: Record) -> None:
        """Add it, or edit the one with its uid (out of the bin, if it was there)."""
        self.put_all((record,))

    def put_all(self, records_to_put: Iterable[Record]) -> None:
        """As `put` for each; far faster than one by one."""
        self._check_open()
        self._touched |= records.put(self._db, records_to_put, self._device)

    def delete(self, kind: type[Record], uid: str) -> None:
        """Put it in the bin. Deleting what is not there changes nothing."""
        self._check_open()
        if records.to_bin(self._db, kind, uid, self._device):
            self._touched.add((family_of(kind), uid))

    @property
    def result(self) -> ChangeSet:
        return ChangeSet(self._label, frozenset(self._touched))

    def end(self) -> frozenset[tuple[str, str]]:
        """Closes the change; returns what it touched."""
        self._open = False
        return frozenset(self._touched)

    def _check_open(self) -> None:
        if not self._open:
            raise RuntimeError("this change is over")


def detail_of(touched: frozenset[tuple[str, str]]) -> str:
    """How many of each family, as JSON: what the audit trail says of a change."""
    return json.dumps(Counter(family for family, _ in sorted(touched)))
