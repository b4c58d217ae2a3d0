"""An open dataset as one ordinary SQLite file, and every word that such a file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.storage.driver import open_plain
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.working_copy import private_folder

Row = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str  # TEXT or INTEGER


def dataset_bytes(tables: Mapping[str, tuple[Sequence[Column], Sequence[Row]]], version: int) -> bytes:
    """The finished file. It is made in this account's own folder, which nothing of it is left in. Raises UserError."""
    path = private_folder("memory") / "dataset.arriving"
    with outside_refusals(path):
        path.unlink(missing_ok=True)
        try:
            db = open_plain(path, create=True)
            try:
                for name, (columns, rows) in tables.items():
                    table = db.table(name)
                    table.create({c.name: int if c.type == "INTEGER" else str for c in columns})
                    table.insert_all(dict(row) for row in rows)
                db.conn.execute(f"PRAGMA user_version = {version}")
                db.conn.execute("VACUUM")
            finally:
                db.close()
            return path.read_bytes()
        finally:
            path.unlink(missing_ok=True)


def texts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """(where, text) of everything in a SQLite file: each cell, whatever its type, and the words of its schema."""
    path = private_folder("memory") / "dataset.checking"
    with outside_refusals(path):
        try:
            path.write_bytes(data)
            db = open_plain(path)
            try:
                schema = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
                yield from ((f"schema of {name}", sql) for name, sql in db.conn.execute(schema))
                for name in [row[0] for row in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]:
                    quoted = name.replace('"', '""')
                    cursor = db.conn.execute(f'SELECT rowid, * FROM "{quoted}"')  # noqa: S608
                    fields = [column[0] for column in cursor.description]
                    for row in cursor:
                        for field, value in zip(fields[1:], row[1:], strict=True):
                            yield f"{name} {row[0]}, {field}", _text(value)
            finally:
                db.close()
        finally:
            path.unlink(missing_ok=True)


def _text(value: object) -> str:
    return value.decode("utf-8", errors="replace") if isinstance(value, bytes) else "" if value is None else str(value)
