"""Records in and out of their tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from desktop_app.common.ids import new_uid
from desktop_app.domain.record import Record
from desktop_app.storage import refusals
from desktop_app.storage.codec import Value, codec_of
from desktop_app.storage.driver import Database
from desktop_app.storage.schema import families, family_of

R = TypeVar("R", bound=Record)
_CHUNK = 500


def read_all(db: Database, kind: type[R]) -> list[R]:
    """All of a family that is not in the bin, as first stored."""
    return _read(db, kind, deleted=0)


def read_bin(db: Database, kind: type[R]) -> list[R]:
    """All of a family that is in the bin."""
    return _read(db, kind, deleted=1)


def read_one(db: Database, kind: type[R], uid: str) -> R | None:
    sql = f'SELECT {_names(kind)} FROM "{family_of(kind)}" WHERE uid = ? AND deleted = 0'  # noqa: S608
    row = db.conn.execute(sql, (uid,)).fetchone()
    return None if row is None else codec_of(kind).decode(row)


def read_some(db: Database, kind: type[R], uids: Iterable[str]) -> dict[str, tuple[int, R]]:
    """uid -> its place in the order of storing, and the record: of those that are there and not in the bin."""
    sql = (
        f'SELECT id, {_names(kind)} FROM "{family_of(kind)}"'  # noqa: S608
        " WHERE deleted = 0 AND uid IN (SELECT value FROM json_each(?))"
    )
    found = [(row[0], codec_of(kind).decode(row[1:])) for row in db.conn.execute(sql, (json.dumps(list(uids)),))]
    return {record.uid: (place, record) for place, record in found}


def put(db: Database, records: Iterable[Record], device: str) -> set[tuple[str, str]]:
    """Add or edit. Returns (family, uid) of those that were not already stored exactly so.

    Of several with one uid the last counts. Raises UserError "not-text" for text that UTF-8 cannot hold.
    """
    by_kind: dict[type[Record], dict[str, Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), {})[record.uid] = record
    changed: set[tuple[str, str]] = set()
    for kind, held in by_kind.items():
        for chunk in _chunks(held.values()):
            try:
                changed |= _put_chunk(db, kind, chunk, device)
            except UnicodeEncodeError:
                raise refusals.not_text() from None
    return changed


def to_bin(db: Database, kind: type[Record], uid: str, device: str) -> bool:
    """Put a record in the bin; False when there is none to put."""
    sql = f'UPDATE "{family_of(kind)}" SET deleted = 1, rev = ?, device = ? WHERE uid = ? AND deleted = 0'  # noqa: S608
    return bool(db.conn.execute(sql, (new_uid(), device, uid)).rowcount)


def _put_chunk(db: Database, kind: type[Record], chunk: Sequence[Record], device: str) -> set[tuple[str, str]]:
    family, codec = family_of(kind), codec_of(kind)
    rows: dict[str, tuple[Value, ...]] = {record.uid: codec.encode(record) for record in chunk}
    marks = ", ".join("?" * len(rows))
    sql = f'SELECT deleted, {_names(kind)} FROM "{family}" WHERE uid IN ({marks})'  # noqa: S608
    stored = {row[1]: (row[0], tuple(row[1:])) for row in db.conn.execute(sql, tuple(rows))}
    new = [row for uid, row in rows.items() if uid not in stored]
    edited = [row for uid, row in rows.items() if uid in stored and stored[uid] != (0, row)]
    if new:
        # One statement for all of them: the chronology's index of words is flushed with each statement.
        values = [value for row in new for value in (*row, new_uid(), device)]
        db.conn.execute(_insert(family) + f", {_marks(family)}" * (len(new) - 1), values)
    if edited:
        db.conn.executemany(_update(family), [(*row[1:], new_uid(), device, row[0]) for row in edited])
    return {(family, str(row[0])) for row in (*new, *edited)}


@cache
def _insert(family: str) -> str:
    return f'INSERT INTO "{family}"({_names(families()[family])}, rev, device) VALUES {_marks(family)}'  # noqa: S608


@cache
def _marks(family: str) -> str:
    """For one row: its columns, rev and device."""
    return f"({', '.join('?' * (len(codec_of(families()[family]).columns) + 2))})"


@cache
def _update(family: str) -> str:
    _, *columns = codec_of(families()[family]).columns  # to set the uid, which comes first, would write its index too
    assignments = ", ".join(f'"{name}" = ?' for name in columns)
    return f'UPDATE "{family}" SET {assignments}, rev = ?, device = ?, deleted = 0 WHERE uid = ?'  # noqa: S608


def _read(db: Database, kind: type[R], *, deleted: int) -> list[R]:
    codec = codec_of(kind)
    sql = f'SELECT {_names(kind)} FROM "{family_of(kind)}" WHERE deleted = ? ORDER BY id'  # noqa: S608
    return [codec.decode(row) for row in db.conn.execute(sql, (deleted,))]


def _names(kind: type[Record]) -> str:
    return ", ".join(f'"{name}"' for name in codec_of(kind).columns)


def _chunks(records: Iterable[Record]) -> Iterator[Sequence[Record]]:
    remaining = iter(records)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk
