"""Questions to the chronology's index: the ids that answer in order, and narrow facts; never every event at once."""

# ruff: noqa: S608 - SQL is put together from names in this file; values are always bound.

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable

from desktop_app.domain.event_query import SIGNIFICANCES, AnyMark, EventQuery, Lack
from desktop_app.storage.driver import Database
from desktop_app.storage.event_index import KEYS, LISTS, WORDS

_WORD = re.compile(r'"([^"]*)("|$)|([^\s"]+)')
_LACKS = {
    Lack.SOURCE: "no_source",
    Lack.DATE: "no_date",
    Lack.ACTION: "no_action",
    Lack.REASON: "not_explained",
    Lack.ROW: "left_out",
}

Condition = tuple[str, list[object]]  # SQL over the index as `k`, and its values
EVERYTHING: Condition = ("1", [])


def in_order(db: Database, condition: Condition = EVERYTHING) -> array[int]:
    """Row ids in the chronology's order, words apart."""
    where, values = condition
    # One text instead of a row an id: for 100,000 the rows are what takes the time.
    sql = f"SELECT group_concat(id) FROM (SELECT k.id FROM {KEYS} k WHERE {where} ORDER BY k.sort, k.id)"
    return _ids(db, sql, values)


def narrowed(db: Database, ids: array[int], words: str) -> array[int]:
    """Those of `ids` in which every one of the words is found, in a text or as the beginning of an agency's code."""
    for match in match_of(words):
        hits = _ids(db, f"SELECT group_concat(rowid) FROM {WORDS} WHERE {WORDS} MATCH ?", [match])
        hits += _of_agencies(db, match.strip('"*'))
        found = set(hits)
        ids = array("q", [at for at in ids if at in found])
    return ids


def _of_agencies(db: Database, code: str) -> array[int]:
    """Row ids of the agencies whose code begins so."""
    sql = "SELECT uid FROM agencies WHERE deleted = 0 AND code <> '' AND lower(substr(code, 1, ?)) = lower(?)"
    named = _one_of("agency", [uid for (uid,) in db.conn.execute(sql, (len(code), code))])
    if not named:
        return array("q")
    where, values = named[0]
    return _ids(db, f"SELECT group_concat(k.id) FROM {KEYS} k WHERE {where}", values)


def _ids(db: Database, sql: str, values: list[object]) -> array[int]:
    (ids,) = db.conn.execute(sql, values).fetchone()
    return array("q", map(int, ids.split(","))) if ids else array("q")


def where_of(query: EventQuery) -> Condition:
    """The whole query, but for its words, as one condition."""
    conditions = [
        *_one_of("agency", query.agencies),
        *_one_of("significance", [SIGNIFICANCES.index(value) for value in query.significance]),
        *_one_of("source_type", query.source_types),
        *_one_of("seen", query.seen),
        *(_holds(name, getattr(query, name)) for name in LISTS if getattr(query, name)),
        *_any([(f"k.{_LACKS[lack]}", []) for lack in sorted(query.lacks)]),
        *_days(query),
        *(_uids("IN", uids) for uids in query.among),
        *([_uids("NOT IN", query.without)] if query.without else []),
        *(_marked(query.mark) if query.mark is not None else []),
    ]
    return _all(conditions)


def match_of(words: str) -> list[str]:
    """FTS5 strings, each to be found: "gp ref" -> '"gp"*', '"ref"*'; what stands in quotation marks, as a phrase."""
    found = []
    for phrase, closed, word in _WORD.findall(words):
        text = phrase or word
        if any(character.isalnum() for character in text):
            found.append(f'"{text}"' if phrase and closed else f'"{text}"*')
    return found


def _one_of(column: str, wanted: Iterable[object]) -> list[Condition]:
    values = sorted(wanted, key=str)
    return [(f"k.{column} IN ({', '.join('?' * len(values))})", list(values))] if values else []


def _holds(column: str, wanted: frozenset[str]) -> Condition:
    """A list, stored as JSON, that has one of these in it."""
    return _any([(f"instr(k.{column}, ?) > 0", [json.dumps(value, ensure_ascii=False)]) for value in sorted(wanted)])[0]


def _days(query: EventQuery) -> list[Condition]:
    found: list[Condition] = []
    if query.first is not None:
        found.append(("k.last >= ?", [query.first.toordinal()]))
    if query.last is not None:
        found.append(("k.first BETWEEN 1 AND ?", [query.last.toordinal()]))
    if query.outside is not None:
        start, end = query.outside
        beyond: list[Condition] = [("k.last < ?", [start.toordinal()])] if start else []
        beyond += [("k.first > ?", [end.toordinal()])] if end else []
        found += [("k.first > 0", []), *(_any(beyond) or [("0", [])])]
    return found


def _marked(mark: AnyMark) -> list[Condition]:
    found = [*_one_of("seen", mark.seen)]
    found += _one_of("significance", [SIGNIFICANCES.index(value) for value in mark.significance])
    found += [(f"k.{_LACKS[lack]}", []) for lack in sorted(mark.lacks)]
    if mark.uids:
        found.append(_uids("IN", mark.uids))
    return _any(found)


def _uids(operator: str, uids: frozenset[str]) -> Condition:
    sql = f"k.id {operator} (SELECT e.id FROM json_each(?) u JOIN events e ON e.uid = u.value)"
    return sql, [json.dumps(sorted(uids))]


def _any(conditions: list[Condition]) -> list[Condition]:
    if not conditions:
        return []
    return [("(" + " OR ".join(sql for sql, _ in conditions) + ")", [v for _, values in conditions for v in values])]


def _all(conditions: list[Condition]) -> Condition:
    sql = " AND ".join(sql for sql, _ in conditions)
    return sql or EVERYTHING[0], [value for _, values in conditions for value in values]
