"""Another copy of a review, read without opening it for work; and what this one holds, in the same shape to compare.

What a record said before is known from the steps that undo keeps: that tells which of two versions is the newer one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.record import Record
from desktop_app.storage import container, records, refusals
from desktop_app.storage.access import Access
from desktop_app.storage.codec import UnreadableValueError, Value, codec_of
from desktop_app.storage.driver import Database, Error, open_keyed
from desktop_app.storage.header import open_for_reading, read_header
from desktop_app.storage.keyslots import subkey, unwrap
from desktop_app.storage.migrations import NewerSchemaError, migrate
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.schema import families, family_of
from desktop_app.storage.secrets import Secret

Place = tuple[str, str]  # family and uid
# What each copy numbers or links by itself: two versions that differ in nothing else are one.
_ITS_OWN: dict[str, frozenset[str]] = {
    **{name: frozenset({"number"}) for name in ("findings", "recommendations", "kloes", "actions", "episodes")},
    "reviews": frozenset({"updates_head"}),
    "updates": frozenset({"place", "seal"}),
}


@dataclass(frozen=True, slots=True)
class Contents:
    """`sums` of the versions as they are; `earlier` are those of all that a record said before."""

    here: Mapping[Place, Record]
    binned: Mapping[Place, Record]
    sums: Mapping[Place, str]
    earlier: Mapping[Place, frozenset[str]]


def own_contents(access: Access) -> Contents:
    """Raises UserError."""
    with access.using():
        return _contents(access.db)


def read_copy(access: Access, path: Path, secret: Secret) -> Contents:
    """Raises UserError: "wrong-secret", "another-review", "same-file", and all that a file can be refused for."""
    work = access.vault.work
    with outside_refusals(path):
        if path.samefile(access.vault.path):
            raise refusals.same_file(path)
        read = read_header(path)
        data_key = unwrap(read.header.slots, secret)
        header = read.settled(data_key)
        if header is None:
            raise refusals.altered(path)
        if header.vault != work.vault:
            raise refusals.another_review(path)
        try:
            with open_for_reading(path) as file:
                container.take_out(file, path, header, data_key, work.checking)
            db = open_keyed(work.checking, subkey(data_key, "db"), header.salt, scratch=True)
            try:
                migrate(db)
                return _contents(db)
            finally:
                db.close()
        except (NewerSchemaError, UnreadableValueError):
            raise refusals.newer(path) from None
        except Error as error:
            raise refusals.damaged(path, "the database in it cannot be read") from error
        finally:
            work.checking.unlink(missing_ok=True)


def as_text(record: Record) -> str:
    """All of a record, for `from_text`."""
    codec = codec_of(type(record))
    return json.dumps(dict(zip(codec.columns, codec.encode(record), strict=True)), ensure_ascii=False, sort_keys=True)


def from_text(family: str, text: str) -> Record:
    """Raises UnreadableValueError for what another version wrote."""
    codec = codec_of(families()[family])
    plain = json.loads(text)
    return codec.decode([plain.get(name) for name in codec.columns])


def sum_of(record: Record) -> str:
    codec = codec_of(type(record))
    return _sum(family_of(type(record)), dict(zip(codec.columns, codec.encode(record), strict=True)))


def _contents(db: Database) -> Contents:
    here: dict[Place, Record] = {}
    binned: dict[Place, Record] = {}
    for family, kind in families().items():
        here |= {(family, record.uid): record for record in records.read_all(db, kind)}
        binned |= {(family, record.uid): record for record in records.read_bin(db, kind)}
    earlier: dict[Place, set[str]] = {}
    for family, uid, before in db.conn.execute("SELECT family, uid, before FROM _history WHERE before IS NOT NULL"):
        if family in families():
            earlier.setdefault((family, uid), set()).add(_sum(family, json.loads(before)))
    sums = {place: sum_of(record) for place, record in (here | binned).items()}
    return Contents(here, binned, sums, {place: frozenset(said) for place, said in earlier.items()})


def _sum(family: str, row: Mapping[str, Value]) -> str:
    own = _ITS_OWN.get(family, frozenset())
    said = [(name, row.get(name)) for name in codec_of(families()[family]).columns if name not in own]
    words = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=16).hexdigest()
