"""One open dataset of all that is remembered: JSON Lines and SQLite, by a published schema, read back before it leaves.

What each table and field is stands in resources/dataset, which is written into the folder as well.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart, Undecided
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.common.resources import resource
from desktop_app.domain.remembered import RememberedReview
from desktop_app.exporters.deliver import deliver, explained
from desktop_app.services.memory.keeping import remembered
from desktop_app.storage.dataset_file import Column, dataset_bytes, texts_of

Row = dict[str, str | int]
VERSION = "1.0"
_SCHEMA, _READ_ME = "learning-1.schema.json", "learning-1.md"
_SQLITE = "learning.sqlite"


@dataclass(frozen=True, slots=True)
class Dataset:
    """Either `files` (name, SHA-256) that were written, with `rows` a table, or what `blocks`."""

    written: bool
    folder: Path
    files: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    blocked: tuple[Undecided, ...] = ()
    notice: str = ""


def write_dataset(folder: Path, progress: Progress | None = None) -> Dataset:
    """Raises UserError "nothing-remembered", and what the disk says; each file is whole or not there."""
    watcher = progress or NoProgress()
    contents = remembered()
    if not contents.reviews:
        raise UserError(
            "Nothing is remembered on this computer yet, so there is nothing to write.",
            safe="Nothing was written.",
            do="Add reviews that have published something: “candour memory add FILE”.",
            code="nothing-remembered",
            exit_code=Exit.LOOK,
        )
    watcher.step(0, 3, "Making the files")
    tables = _tables(contents.reviews)
    files = {f"{name}.jsonl": _json_lines(rows) for name, rows in tables.items()}
    files[_SQLITE] = dataset_bytes({name: (_columns(name), rows) for name, rows in tables.items()}, int(VERSION[0]))
    watcher.step(1, 3, "Reading the finished files back")
    blocked = _read_back(files, contents.reviews)
    if blocked:
        return Dataset(False, folder, blocked=blocked, notice=contents.notice)
    files |= {name: resource("dataset", name).read_bytes() for name in (_SCHEMA, _READ_ME)}
    counts = tuple((name, len(rows)) for name, rows in tables.items())
    files["dataset.json"] = _manifest(files, dict(counts))
    watcher.step(2, 3, "Moving the files into place")
    _deliver(files, folder)
    sums = tuple((name, hashlib.sha256(data).hexdigest()) for name, data in files.items())
    return Dataset(True, folder, sums, counts, notice=contents.notice)


def _tables(reviews: Iterable[RememberedReview]) -> dict[str, list[Row]]:
    """By id throughout, so that the same memory always makes the same lines."""
    tables: dict[str, list[Row]] = {name: [] for name in _schema()["$defs"]}
    for review in sorted(reviews, key=lambda review: review.id):
        tables["reviews"].append(_fields(review, "type", "nation", "published", review=review.id, title=review.title))
        for f in sorted(review.findings, key=lambda f: f.id):
            own: Row = {"finding": f.id, "review": review.id, "underlying": int(f.underlying)}
            tables["findings"].append(_fields(f, "number", "title", "statement", "kind", **own))
        for c in sorted(review.recommendations, key=lambda c: c.id):
            own = {"recommendation": c.id, "review": review.id}
            tables["recommendations"].append(_fields(c, "number", "title", "text", "scope", "accepted", **own))
            tables["parts"] += [_fields(part, "letter", "text", recommendation=c.id) for part in c.parts]
            tables["links"] += [{"recommendation": c.id, "finding": f} for f in sorted(c.findings)]
    return {name: [_ordered(name, row) for row in rows] for name, rows in tables.items()}


def _fields(record: object, *names: str, **own: str | int) -> Row:
    return own | {name: getattr(record, name) for name in names}


def _ordered(table: str, row: Row) -> Row:
    """As the schema orders them."""
    return {column.name: row[column.name] for column in _columns(table)}


@functools.cache
def _schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource("dataset", _SCHEMA).read_text("utf-8"))
    return loaded


def _columns(table: str) -> list[Column]:
    fields = _schema()["$defs"][table]["properties"]
    return [Column(name, "INTEGER" if field["type"] == "integer" else "TEXT") for name, field in fields.items()]


def _json_lines(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")


def _read_back(files: dict[str, bytes], reviews: Iterable[RememberedReview]) -> tuple[Undecided, ...]:
    """Both forms as a stranger would read them. Ids and field names are ours, and so is what was allowed before."""
    reviews = tuple(reviews)
    allowed = frozenset(surface for review in reviews for surface in review.allowed)
    ours = frozenset(_ours(reviews))
    parts = [
        FilePart(f"{name} {where}", text)
        for name, data in files.items()
        for where, text in (texts_of(data) if name == _SQLITE else _texts_of_lines(data))
        if text not in ours
    ]
    once = {part.text: part for part in parts}  # the same words stand in both forms
    return check_parts(once.values(), Register(()), allowed, load_profile("public"))


def _texts_of_lines(data: bytes) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(data.decode("utf-8").splitlines(), start=1):
        for field, value in json.loads(line).items():
            yield f"{number}, {field}", str(value)


def _ours(reviews: Iterable[RememberedReview]) -> Iterator[str]:
    for review in reviews:
        yield from (review.id, review.published, *(said.id for said in review.sayings))
    for name in _schema()["$defs"]:
        columns = ",\n   ".join(f'"{column.name}" {column.type}' for column in _columns(name))
        yield f'CREATE TABLE "{name}" (\n   {columns}\n)'


def _manifest(files: dict[str, bytes], rows: dict[str, int]) -> bytes:
    plain = {
        "dataset": "candour-learning",
        "version": VERSION,
        "rows": rows,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return (json.dumps(plain, indent=2) + "\n").encode()


def _deliver(files: dict[str, bytes], folder: Path) -> None:
    """The manifest is last: a folder without it, or that it does not fit, was not finished."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise explained(error, folder) from error
    for name, data in files.items():
        deliver(data, folder / name)
