"""What a file holds besides records: where its working copy stands, drafts, undo steps and the audit chain.

Their names begin with "_", as no family of records does.
"""

from __future__ import annotations

from desktop_app.storage.driver import Database


def apply(db: Database) -> None:
    db.table("_state").create({"id": int, "key": str, "value": str}, pk="id", not_null={"key", "value"}, strict=True)
    db.table("_state").create_index(["key"], unique=True)
    db.table("_drafts").create({"id": int, "key": str, "text": str}, pk="id", not_null={"key", "text"}, strict=True)
    db.table("_drafts").create_index(["key"], unique=True)
    db.execute(
        "CREATE TABLE _steps (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, at TEXT NOT NULL,"
        " label TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    db.execute(
        "CREATE TABLE _history (id INTEGER PRIMARY KEY,"
        " action INTEGER NOT NULL REFERENCES _steps(id) ON DELETE CASCADE,"
        " direction TEXT NOT NULL, family TEXT NOT NULL, uid TEXT NOT NULL, op TEXT NOT NULL,"
        " before TEXT, after_rev TEXT) STRICT"
    )
    db.execute("CREATE INDEX _history_action ON _history(action, direction)")
    db.execute(
        "CREATE TABLE _audit (n INTEGER PRIMARY KEY, at TEXT NOT NULL, device TEXT NOT NULL, action TEXT NOT NULL,"
        " ref TEXT NOT NULL, detail TEXT NOT NULL, prev TEXT NOT NULL, mac TEXT NOT NULL) STRICT"
    )
