"""The tables of the records: one a family, named as the field of `Snapshot`, with one column a field.

A field added to a record is a column added here, empty in old rows, which reads as the field's default: no migration.
Anything else (a field renamed, split, or meaning something else) is a migration with a number.
"""

from __future__ import annotations

from functools import cache

from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import family_types
from desktop_app.storage.codec import codec_of
from desktop_app.storage.driver import Database

# `id` keeps the order of first storing, through VACUUM too; `rev` is new with each edit; `device` tells where that
# was; `deleted` is the bin.
HOUSEKEEPING: dict[str, type] = {"id": int, "uid": str, "rev": str, "device": str, "deleted": int}


@cache
def families() -> dict[str, type[Record]]:
    """Table name -> record type."""
    return family_types()


def family_of(kind: type[Record]) -> str:
    """Table name of a record type. Raises KeyError when reviews hold no such thing."""
    return _names()[kind]


@cache
def _names() -> dict[type[Record], str]:
    return {kind: name for name, kind in families().items()}


def columns_of(db: Database) -> dict[str, list[str]]:
    """Table name -> the columns it has, also those that a newer Candour added."""
    present: dict[str, list[str]] = {}
    for table, column in db.conn.execute(
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
    ):
        present.setdefault(table, []).append(column)
    return present


def conform(db: Database) -> None:
    """Add the tables and columns that the record types have and the file lacks. Writes nothing when none do."""
    present = columns_of(db)
    missing = {
        family: [(name, kind) for name, kind in codec_of(record).columns.items() if name not in present.get(family, ())]
        for family, record in families().items()
    }
    if not any(missing.values()):
        return
    with db.atomic():
        for family, columns_missing in missing.items():
            if family not in present:
                _create(db, family)
            for name, kind in columns_missing:
                if family in present or name not in HOUSEKEEPING:
                    db.table(family).add_column(name, kind)


def _create(db: Database, family: str) -> None:
    db.table(family).create(
        HOUSEKEEPING, pk="id", not_null={"uid", "rev", "device", "deleted"}, defaults={"deleted": 0}, strict=True
    )
    db.table(family).create_index(["uid"], unique=True)
