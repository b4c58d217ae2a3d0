"""The index below the chronology: where each event sorts, what it is filtered by, and the words in it.

Derived from the table of events and kept beside it by triggers, so that whatever writes a row (a change, undo, a
purge in a copy, another version of Candour) keeps it true in the same transaction. The triggers are SQL alone:
a function of this program's would be missing in a copy opened for a rewrite. An index made by other rules than these
is made anew on opening, which is why it has no number among the migrations.

The words are in a contentless FTS5 table with `secure-delete`: what is deleted leaves it at once, not when it is next
optimised.
"""

# ruff: noqa: S608 - SQL is put together from names in this file; values are always bound.

from __future__ import annotations

from desktop_app.domain.chronology import Significance
from desktop_app.domain.event_order import AFTER_LETTERS, BREAK, DIGITS, FAR, PLAIN, SEQUENCE_FROM
from desktop_app.domain.event_query import PRECISIONS, SIGNIFICANCES, Seen
from desktop_app.domain.partial_date import Precision
from desktop_app.storage.driver import Database

KEYS, WORDS = "_event_keys", "_event_words"
LISTS = ("kloes", "themes", "people")
# An index of every first letter and pair, for the first keystrokes, which most words begin with.
_TABLES = {
    KEYS: (
        f"CREATE TABLE {KEYS} (sort TEXT NOT NULL, id INTEGER NOT NULL, agency TEXT NOT NULL, first INTEGER NOT NULL,"
        " last INTEGER NOT NULL, minute INTEGER NOT NULL, precision INTEGER NOT NULL, vague INTEGER NOT NULL,"
        " significance INTEGER NOT NULL,"
        " source_type TEXT NOT NULL, seen TEXT NOT NULL, no_source INTEGER NOT NULL, no_date INTEGER NOT NULL,"
        " no_action INTEGER NOT NULL, not_explained INTEGER NOT NULL, left_out INTEGER NOT NULL,"
        " kloes TEXT NOT NULL, themes TEXT NOT NULL, people TEXT NOT NULL,"
        " PRIMARY KEY (sort, id)) STRICT, WITHOUT ROWID"
    ),
    f"{KEYS}_id": f"CREATE UNIQUE INDEX {KEYS}_id ON {KEYS}(id)",
    WORDS: (
        f"CREATE VIRTUAL TABLE {WORDS} USING fts5(text, content='', columnsize=0, prefix='1 2',"
        ' tokenize="unicode61 remove_diacritics 2")'
    ),
}
_TEXTS = ("ref", "source", "event", "action", "no_action_reason", "outcome", "child_seen", "comment", "comment_author")


def is_derived(table: str) -> bool:
    """Whether a table is made from others, so that it is no content of its own. FTS5 keeps its own beside `WORDS`."""
    return table == KEYS or table.startswith(WORDS)


def conform(db: Database) -> None:
    """Make the index where it is missing, or was made by other rules. Writes nothing when all is well."""
    wanted = {**_TABLES, **_triggers()}
    there = dict(
        db.conn.execute(
            "SELECT name, sql FROM sqlite_master WHERE name LIKE '#_event#_%' ESCAPE '#' AND sql IS NOT NULL"
            f" AND name NOT LIKE '{WORDS.replace('_', '#_')}#_%' ESCAPE '#'"  # FTS5's own
        ).fetchall()
    )
    if there == wanted:
        return
    with db.atomic():
        for kind, name in db.conn.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'table') AND name IN"
            f" ('{KEYS}', '{WORDS}') OR type = 'trigger' AND name LIKE '#_event#_%' ESCAPE '#' ORDER BY type DESC"
        ).fetchall():
            db.conn.execute(f"DROP {kind} {name}")
        for sql in _TABLES.values():
            db.conn.execute(sql)
        db.conn.execute(f"INSERT INTO {WORDS}({WORDS}, rank) VALUES('secure-delete', 1)")
        db.conn.execute(_keys_of("e", "FROM events e WHERE e.deleted = 0"))
        db.conn.execute(_words_of("e", "FROM events e WHERE e.deleted = 0"))
        for sql in _triggers().values():
            db.conn.execute(sql)


def _triggers() -> dict[str, str]:
    forget_key = f"DELETE FROM {KEYS} WHERE id = old.id;"
    forget_words = (
        f"INSERT INTO {WORDS}({WORDS}, rowid, text) SELECT 'delete', old.id, {_text('old')} WHERE old.deleted = 0;"
    )
    key, words = _keys_of("new", "WHERE new.deleted = 0"), _words_of("new", "WHERE new.deleted = 0")
    reworded = f"old.deleted IS NOT new.deleted OR old.id IS NOT new.id OR {_text('old')} IS NOT {_text('new')}"
    return {
        "_event_added": f"CREATE TRIGGER _event_added AFTER INSERT ON events BEGIN {key}; {words}; END",
        "_event_gone": f"CREATE TRIGGER _event_gone AFTER DELETE ON events BEGIN {forget_key} {forget_words} END",
        "_event_changed": (f"CREATE TRIGGER _event_changed AFTER UPDATE ON events BEGIN {forget_key} {key}; END"),
        "_event_reworded": (
            f"CREATE TRIGGER _event_reworded AFTER UPDATE ON events WHEN {reworded} BEGIN {forget_words} {words}; END"
        ),
    }


def _words_of(row: str, where: str) -> str:
    return f"INSERT INTO {WORDS}(rowid, text) SELECT {row}.id, {_text(row)} {where}"


def _text(row: str) -> str:
    """Every word of an event that is looked for, one field a line. Columns added later are NULL in older rows."""
    fields = (f'{row}."{name}"' for name in _TEXTS)
    return " || char(10) || ".join(f"ifnull({field}, '')" for field in (*fields, f"{row}.date ->> 'wording'"))


def _keys_of(row: str, where: str) -> str:
    start, end = f"ifnull({row}.date_start, {row}.date_end)", f"ifnull({row}.date_end, {row}.date_start)"
    time, precision, problem = (f"({row}.date ->> '{part}')" for part in ("time", "precision", "problem"))
    no_action = f"(ifnull({row}.action, '') = '' AND ifnull({row}.no_action_reason, '') = '')"
    lists = ", ".join(f"ifnull({row}.{name}, '[]')" for name in LISTS)
    return (
        f"INSERT INTO {KEYS} SELECT"
        f" ifnull({start}, '{FAR}') || ifnull({end}, '{FAR}')"
        f" || printf('%011d', ifnull({row}.sequence, 0) + {SEQUENCE_FROM}) || ifnull('0' || {time}, '1')"
        f" || {_char(BREAK)} || {_ref_text(row)},"
        f" {row}.id, ifnull({row}.agency, ''), ifnull({_ordinal(start)}, 0), ifnull({_ordinal(end)}, 0),"
        f" ifnull(substr({time}, 1, 2) * 60 + substr({time}, 4, 2), -1),"
        f" {_position(precision, PRECISIONS, Precision.UNKNOWN)}, ifnull({row}.date ->> 'approximate', 0),"
        f" {_position(f'{row}.significance', SIGNIFICANCES, Significance.ROUTINE)},"
        f" ifnull({row}.source_type, 'unstated'), {_seen(row)}, ifnull({row}.source, '') = '',"
        f" ifnull({problem}, '') <> '',"
        f" {no_action},"
        f" {no_action} AND ifnull({row}.significance, '{Significance.ROUTINE}') <> '{Significance.ROUTINE}',"
        f" ifnull({row}.missing_from, '') <> '',"
        f" {lists} {where}"
    )


def _ordinal(day: str) -> str:
    """As `date.toordinal`."""
    return f"CAST(julianday({day}) - 1721424.5 AS INTEGER)"


def _position(value: str, members: tuple[str, ...], missing: str) -> str:
    """Index of a value in `members`; `missing` is what an older row reads as."""
    cases = " ".join(f"WHEN '{member}' THEN {at}" for at, member in enumerate(members))
    return f"CASE {value} {cases} ELSE {members.index(missing)} END"


def _seen(row: str) -> str:
    """As `event_query.seen_of`."""
    text = f"lower(trim(ifnull({row}.child_seen, '')))"
    return (
        f"CASE WHEN {text} = '' THEN '{Seen.UNRECORDED}' WHEN {text} LIKE 'no%' THEN '{Seen.NOT_SEEN}'"
        f" WHEN {text} LIKE 'y%' OR {text} LIKE 'seen%' THEN '{Seen.SEEN}' ELSE '{Seen.OTHER}' END"
    )


def _ref_text(row: str) -> str:
    """As `event_order.ref_text`."""
    ref, letters, digits = f"ifnull({row}.ref, '')", "'" + PLAIN.replace("'", "''") + "'", f"'{DIGITS}'"
    rest = f"ltrim({ref}, {letters})"
    tail = f"ltrim({rest}, {digits})"
    words = f"rtrim({tail}, {digits})"
    lead = f"substr({ref}, 1, length({ref}) - length({rest}))"
    lead = f"CASE WHEN {rest} = {ref} AND {ref} <> '' THEN {_char(AFTER_LETTERS)} ELSE {lead} END"
    number = _number_text(f"substr({rest}, 1, length({rest}) - length({tail}))")
    last = _number_text(f"substr({tail}, length({words}) + 1)")
    pause = _char(BREAK)
    return f"({lead}) || {pause} || {number} || {words} || {pause} || {last} || {pause}"


def _number_text(digits: str) -> str:
    plain = f"ltrim({digits}, '0')"
    return f"printf('%02d', length({plain})) || {plain}"


def _char(character: str) -> str:
    return f"char({ord(character)})"
