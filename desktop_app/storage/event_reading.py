"""The chronology of an open review, read by the page: the door that services have to its index."""

# ruff: noqa: S608 - SQL is put together from names in this file; values are always bound.

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from typing import Any

from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.event_query import (
    SIGNIFICANCES,
    AgencyFigures,
    EventFigures,
    EventQuery,
    EventSpans,
    LaneKind,
)
from desktop_app.storage.codec import codec_of
from desktop_app.storage.driver import Database
from desktop_app.storage.event_index import KEYS
from desktop_app.storage.event_queries import EVERYTHING, in_order, narrowed, where_of
from desktop_app.storage.stopping import Stop, stoppable

_LANES = {LaneKind.AGENCY: "agency", LaneKind.PERSON: "people", LaneKind.THEME: "themes"}


class EventReader:
    """`connect` gives the database for the time of one question, to one thread at a time."""

    def __init__(self, connect: Callable[[], AbstractContextManager[Database]]) -> None:
        self._connect = connect
        self._all: tuple[Database, int, array[int]] | None = None

    def ids(self, query: EventQuery, stop: Stop | None = None) -> array[int]:
        """Row ids of what the query finds, in the chronology's order. A row id stays with its event.

        Raises StoppedError once `stop` says yes.
        """
        with self._connect() as db, stoppable(db, stop):
            where = where_of(query)
            ids = in_order(db, where) if where[0] != EVERYTHING[0] else self._every(db)
            return narrowed(db, ids, query.words)

    def _every(self, db: Database) -> array[int]:
        """Kept from one keystroke to the next, until anything is written."""
        held, written = self._all, db.conn.total_changes
        if held is None or held[0] is not db or held[1] != written:
            held = self._all = (db, written, in_order(db))
        return held[2][:]

    def forget(self) -> None:
        """As on opening: what is kept between questions is asked for anew."""
        self._all = None

    def in_order(self, ids: AbstractSet[int]) -> array[int]:
        """These row ids, in the chronology's order."""
        with self._connect() as db:
            return array("q", [at for at in self._every(db) if at in ids])

    def at(self, ids: Sequence[int]) -> list[ChronologyEvent]:
        """These events, in the order of `ids`; one that is gone is left out. Meant for a page of a table."""
        with self._connect() as db:
            found = _found(db, "id", list(ids))
        return [found[at] for at in ids if at in found]

    def id_of(self, uid: str) -> int | None:
        """None when there is no such event, or it is in the bin."""
        with self._connect() as db:
            row = db.conn.execute("SELECT id FROM events WHERE uid = ? AND deleted = 0", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def ids_of(self, uids: Sequence[str]) -> dict[str, int]:
        """By uid; one that is not there, or in the bin, has none."""
        with self._connect() as db:
            sql = "SELECT e.uid, e.id FROM json_each(?) u JOIN events e ON e.uid = u.value WHERE e.deleted = 0"
            return {str(uid): int(at) for uid, at in db.conn.execute(sql, (json.dumps(list(uids)),))}

    def uids_of(self, ids: Sequence[int]) -> list[str]:
        """In the order of `ids`."""
        with self._connect() as db:
            sql = "SELECT e.uid FROM json_each(?) i JOIN events e ON e.id = i.value AND e.deleted = 0 ORDER BY i.key"
            return [str(uid) for (uid,) in db.conn.execute(sql, (json.dumps(list(ids)),))]

    def named(self, uids: Sequence[str]) -> list[ChronologyEvent]:
        """These events, in the order of `uids`; one that is not there is left out."""
        with self._connect() as db:
            found = _found(db, "uid", list(uids))
        return [found[uid] for uid in uids if uid in found]

    def spans(self, query: EventQuery, kind: LaneKind = LaneKind.AGENCY, stop: Stop | None = None) -> EventSpans:
        """What a timeline draws, in order, one entry an event and lane. Raises StoppedError once `stop` says yes."""
        where, values = where_of(query)
        sql = (
            f"SELECT k.id, k.{_LANES[kind]}, k.first, k.last, k.minute, k.significance, k.precision,"
            f" k.vague FROM {KEYS} k"
            f" WHERE {where} ORDER BY k.sort, k.id"
        )
        with self._connect() as db, stoppable(db, stop):
            rows = db.conn.execute(sql, values).fetchall()
            if query.words:
                found = set(narrowed(db, array("q", [row[0] for row in rows]), query.words))
                rows = [row for row in rows if row[0] in found]
        return _spans(rows, kind)

    def count(self) -> int:
        with self._connect() as db:
            return int(db.conn.execute(f"SELECT count(*) FROM {KEYS}").fetchone()[0])

    def figures(self) -> EventFigures:
        """Counts for the overview, and what the thread asks about."""
        with self._connect() as db:
            agencies = db.conn.execute(
                f"SELECT agency, count(*), sum(no_source), sum(no_date) FROM {KEYS} GROUP BY agency"
            ).fetchall()
            kloes = db.conn.execute(f"SELECT DISTINCT kloes FROM {KEYS} WHERE kloes <> '[]'").fetchall()
            key = db.conn.execute(
                f"SELECT e.uid, e.ref FROM {KEYS} k JOIN events e ON e.id = k.id WHERE k.significance = ?"
                " ORDER BY k.sort, k.id",
                (SIGNIFICANCES.index(Significance.KEY),),
            ).fetchall()
        return EventFigures(
            {str(row[0]): AgencyFigures(row[1], row[2], row[3]) for row in agencies},
            frozenset(kloe for (held,) in kloes for kloe in json.loads(held)),
            tuple((str(uid), str(ref)) for uid, ref in key),
        )

    def last_number(self, prefix: str) -> int:
        """The highest number behind `prefix` in a ref, e.g. 14 of "CSC-014"; 0 when there is none."""
        sql = (
            "SELECT max(CAST(substr(ref, ?1) AS INTEGER)) FROM events WHERE deleted = 0 AND substr(ref, 1, ?1 - 1) = ?2"
            " AND substr(ref, ?1) <> '' AND substr(ref, ?1) NOT GLOB '*[^0-9]*'"
        )
        with self._connect() as db:
            (found,) = db.conn.execute(sql, (len(prefix) + 1, prefix)).fetchone()
        return int(found or 0)

    def values(self, field: str) -> list[str]:
        """Every theme, say, that some event has: `field` is one of the lists of the index. In order."""
        with self._connect() as db:
            held = db.conn.execute(f'SELECT DISTINCT "{field}" FROM {KEYS}').fetchall()
        return sorted({value for (text,) in held for value in json.loads(text)}, key=str.casefold)


def _found(db: Database, column: str, values: list[Any]) -> dict[Any, ChronologyEvent]:
    """Those not in the bin, by this column's value."""
    codec = codec_of(ChronologyEvent)
    names = ", ".join(f'"{name}"' for name in codec.columns)
    sql = f"SELECT {column}, {names} FROM events WHERE deleted = 0 AND {column} IN (SELECT value FROM json_each(?))"
    return {row[0]: codec.decode(row[1:]) for row in db.conn.execute(sql, (json.dumps(values),))}


def _spans(rows: list[tuple[Any, ...]], kind: LaneKind) -> EventSpans:
    if not rows:
        return EventSpans(keys=())
    lanes: dict[str, int] = {}

    def numbers(held: str) -> tuple[int, ...]:
        names = [held] if kind is LaneKind.AGENCY else json.loads(held) or [""]
        return tuple(lanes.setdefault(name, len(lanes)) for name in names)

    places = {held: numbers(held) for held in dict.fromkeys(row[1] for row in rows)}
    flat = [row for row in rows for _ in places[row[1]]] if kind is not LaneKind.AGENCY else rows
    ids, _, first, last, minutes, significance, precision, vague = zip(*flat, strict=True)
    return EventSpans(
        keys=tuple(lanes),
        ids=array("q", ids),
        lanes=array("i", [lane for row in rows for lane in places[row[1]]]),
        first=array("i", first),
        last=array("i", last),
        minutes=array("h", minutes),
        significance=array("b", significance),
        precision=array("b", precision),
        vague=array("b", vague),
    )
