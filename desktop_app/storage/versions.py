"""What a text said before: read from the steps that undo keeps."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from desktop_app.storage.driver import Database
from desktop_app.storage.schema import families


@dataclass(frozen=True, slots=True)
class Version:
    """`text` stood until the change called `label` was made at `until` (UTC)."""

    text: str
    until: dt.datetime
    label: str


def versions_of(db: Database, uid: str, field: str) -> list[Version]:
    """Newest first, without the present text and without repeats in a row. As far back as undo reaches.

    Undone texts are among them. Raises ValueError when the record has no such text.
    """
    rows = db.conn.execute(
        "SELECT h.family, h.before, s.at, s.label FROM _history h JOIN _steps s ON s.id = h.action"
        " WHERE h.uid = ? AND h.before IS NOT NULL ORDER BY h.action DESC, h.id DESC",
        (uid,),
    ).fetchall()
    found: list[Version] = []
    last = _present(db, rows[0][0], uid, field) if rows else None
    for _, before, at, label in rows:
        text = json.loads(before).get(field)
        if text and text != last:
            found.append(Version(str(text), dt.datetime.fromisoformat(at), label))
        last = text or last
    return found


def _present(db: Database, family: str, uid: str, field: str) -> str | None:
    kind = families()[family]
    if field not in kind.__dataclass_fields__:
        raise ValueError(f"{family} have no {field}")
    row = db.conn.execute(f'SELECT "{field}" FROM "{family}" WHERE uid = ?', (uid,)).fetchone()  # noqa: S608
    return row[0] if row else None
