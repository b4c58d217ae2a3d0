"""Keys of the audit chain from before a new data key was made, so that older entries and older prints still hold.

`key` (64 hex digits) made the entries up to and including `until`. The table opens nothing: an audit key cannot be
turned back into a data key.
"""

from __future__ import annotations

from desktop_app.storage.driver import Database


def apply(db: Database) -> None:
    db.table("_audit_keys").create({"until": int, "key": str}, pk="until", not_null={"key"}, strict=True)
