"""The bin: what was deleted, put back or removed for good."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import Enum

from desktop_app.common.clock import now
from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.services.backups import renew_backups
from desktop_app.services.session import Session

_LENGTH = 80
_UID = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class BinItem:
    """`words` is the start of what the record says; `deleted_at` is UTC, None when longer ago than undo reaches."""

    record: Record
    words: str
    deleted_at: dt.datetime | None

    @property
    def kind(self) -> type[Record]:
        return type(self.record)

    @property
    def uid(self) -> str:
        return self.record.uid


@dataclass(frozen=True, slots=True)
class PurgeRecord:
    """Proof without content: how many, when, and the ledger's entry. `backups_trouble` says why older backups stay."""

    count: int
    at: dt.datetime
    entry: int
    mac: str
    backups_removed: int
    backups_trouble: str = ""


def bin_items(session: Session) -> tuple[BinItem, ...]:
    """Newest first."""
    return tuple(BinItem(record, _words(record), at) for record, at in session.file.in_bin())


def restore_from_bin(session: Session, items: Sequence[BinItem]) -> ChangeSet:
    """Put them back where they were; one undo step."""
    return session.put("Restore from the bin", *(item.record for item in items))


def purge(session: Session, items: Iterable[BinItem], *, keep_backups: bool = False) -> PurgeRecord:
    """Remove for good, from the file, its working copy, the version beside it, undo, and this computer's backups.

    Older backups are replaced by one fresh one, unless they are to be kept: then they still hold what was removed,
    as do copies made elsewhere. Raises UserError "not-in-bin" and those of saving; nothing has then changed.
    """
    doomed = [(item.kind, item.uid) for item in items]
    session.file.purge(doomed)
    entry, mac = session.anchor()
    removed, trouble = 0, ""
    if not keep_backups:
        try:
            removed = renew_backups(session)
        except UserError as error:  # what was purged is gone from the review all the same, and that must be said
            trouble = error.message
    return PurgeRecord(len(doomed), now(), entry, mac, removed, trouble)


def _words(record: Record) -> str:
    """The first text that says something: the fields stand with what names the record first."""
    for field in fields(record):
        value = getattr(record, field.name)
        line = " ".join(value.split()) if isinstance(value, str) and not isinstance(value, Enum) else ""
        if line and not _UID.fullmatch(line) and field.name != "uid":
            return line if len(line) <= _LENGTH else line[: _LENGTH - 1] + "…"
    return ""
