"""A keyed hash of each table's content: two copies hold the same exactly when their sums are the same.

Keyed with a key of its own from the data key, so that sums kept beside a backup tell nothing about what is in it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.common import durable
from desktop_app.storage.driver import Database
from desktop_app.storage.event_index import is_derived
from desktop_app.storage.keyslots import subkey

# How a working copy stands to its file, and when its tables were brought up, differ between two equal copies.
_NOT_CONTENT = frozenset({"_state", "_sqlite_migrations"})


@dataclass(frozen=True, slots=True)
class Sums:
    """Table name -> 64 hex digits; `head` is the last change they were taken at."""

    head: str
    tables: dict[str, str]

    def differing(self, other: Sums) -> list[str]:
        """Tables that are not the same in both, by name."""
        names = {*self.tables, *other.tables} - _NOT_CONTENT  # older sums have one of these
        return sorted(name for name in names if self.tables.get(name) != other.tables.get(name))


def sums_of(db: Database, data_key: bytes, head: str) -> Sums:
    """Reads every row of every table."""
    key = subkey(data_key, "content")
    names = [
        row[0]
        for row in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if row[0] not in _NOT_CONTENT and not row[0].startswith("sqlite_") and not is_derived(row[0])
    ]
    return Sums(head, {name: _table_sum(db, name, key) for name in names})


def _table_sum(db: Database, table: str, key: bytes) -> str:
    hasher = hashlib.blake2b(key=key, digest_size=32)
    hasher.update(table.encode())
    for row in db.conn.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):  # noqa: S608 - a name from the schema
        hasher.update(json.dumps(row, separators=(",", ":")).encode())
    return hasher.hexdigest()


def write_sums(path: Path, sums: Sums, data_key: bytes) -> None:
    """Raises OSError."""
    text = json.dumps({"v": 1, "head": sums.head, "tables": sums.tables}, sort_keys=True)
    sealed = json.dumps({"sums": text, "mac": _mac(text, data_key)})

    def fill(file: BinaryIO) -> None:
        file.write(sealed.encode())

    durable.write_durably(path, fill)


def read_sums(path: Path, data_key: bytes) -> Sums | None:
    """None when they are missing, unreadable or not made with this key."""
    try:
        sealed = json.loads(path.read_bytes()[: 1 << 20])
        if not hmac.compare_digest(_mac(sealed["sums"], data_key), sealed["mac"]):
            return None
        plain = json.loads(sealed["sums"])
        return Sums(plain["head"], plain["tables"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _mac(text: str, data_key: bytes) -> str:
    return hmac.new(subkey(data_key, "content"), text.encode(), hashlib.sha256).hexdigest()
