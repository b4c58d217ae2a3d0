"""What was deleted and is still there, and taking it out for good."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable

from desktop_app.domain.record import Record
from desktop_app.storage import records
from desktop_app.storage.driver import Database
from desktop_app.storage.schema import families, family_of

Place = tuple[str, str]  # family and uid
# What quotes a record and is nothing without it: the family, and its field that names the record.
_ABOUT = {
    "events": (("earlier_wordings", "event"), ("issues", "event"), ("knowledge", "event"), ("landmarks", "event"))
}
_ABOUT_ANY = (("codings", "of"), ("board_cards", "of"), ("copy_conflicts", "record"))


def in_bin(db: Database) -> list[tuple[Record, dt.datetime | None]]:
    """Every record in the bin with when it went there, newest first; None when that is further back than undo goes."""
    gone: dict[Place, str] = {
        (family, uid): at
        for family, uid, at in db.conn.execute(
            "SELECT h.family, h.uid, max(s.at) FROM _history h JOIN _steps s ON s.id = h.action GROUP BY 1, 2"
        )
    }
    found: list[tuple[Record, dt.datetime | None]] = []
    for family, kind in families().items():
        for record in records.read_bin(db, kind):
            at = gone.get((family, record.uid))
            found.append((record, dt.datetime.fromisoformat(at) if at else None))
    oldest = dt.datetime.min.replace(tzinfo=dt.UTC)
    return sorted(found, key=lambda item: item[1] or oldest, reverse=True)


def missing_from_bin(db: Database, items: Iterable[tuple[type[Record], str]]) -> list[Place]:
    """Of these, what is not in the bin."""
    return [(family_of(kind), uid) for kind, uid in items if not _is_in_bin(db, family_of(kind), uid)]


def purge(db: Database, items: Iterable[tuple[type[Record], str]]) -> str:
    """Delete these rows of the bin, what quotes them, and every undo step and draft about them. Inside a transaction.

    Returns how many of each family, as JSON: what the audit trail says. The pages are only clean after a VACUUM.
    """
    doomed = [(family_of(kind), uid) for kind, uid in items]
    for family, uid in doomed:
        db.conn.execute(f'DELETE FROM "{family}" WHERE uid = ? AND deleted = 1', (uid,))  # noqa: S608
        # A step is undone whole or not at all, so the whole step goes; its label may tell of the record, too.
        db.conn.execute("DELETE FROM _steps WHERE id IN (SELECT action FROM _history WHERE uid = ?)", (uid,))
        for held, names in (*_ABOUT.get(family, ()), *_ABOUT_ANY):
            for (told,) in db.conn.execute(f'SELECT uid FROM "{held}" WHERE "{names}" = ?', (uid,)).fetchall():  # noqa: S608
                db.conn.execute(f'DELETE FROM "{held}" WHERE uid = ?', (told,))  # noqa: S608
                db.conn.execute("DELETE FROM _steps WHERE id IN (SELECT action FROM _history WHERE uid = ?)", (told,))
        # The place kept at a lock names its record in the text, beside the words half typed there.
        db.conn.execute("DELETE FROM _drafts WHERE instr(key, ?) > 0 OR instr(text, ?) > 0", (uid, uid))
    return json.dumps(Counter(family for family, _ in sorted(doomed)))


def _is_in_bin(db: Database, family: str, uid: str) -> bool:
    sql = f'SELECT 1 FROM "{family}" WHERE uid = ? AND deleted = 1'  # noqa: S608
    return db.conn.execute(sql, (uid,)).fetchone() is not None
