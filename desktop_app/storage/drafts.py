"""What is being typed and not yet kept: in the encrypted file, so that a lock, a crash and a close are one event."""

from __future__ import annotations

from desktop_app.storage import refusals
from desktop_app.storage.driver import Database


def read(db: Database, key: str) -> str:
    row = db.conn.execute("SELECT text FROM _drafts WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def write(db: Database, key: str, text: str) -> bool:
    """Inside a transaction. An empty text deletes. Returns whether anything changed. Raises UserError "not-text"."""
    if read(db, key) == text:
        return False
    try:
        if text:
            db.conn.execute(
                "INSERT INTO _drafts(key, text) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET text = excluded.text",
                (key, text),
            )
        else:
            db.conn.execute("DELETE FROM _drafts WHERE key = ?", (key,))
    except UnicodeEncodeError:
        raise refusals.not_text() from None
    return True
