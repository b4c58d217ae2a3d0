"""The thematic memory: published, anonymised words of several reviews in one ordinary SQLite file, with their index.

It is not encrypted, for all of it was published and has passed the check on finished bytes; why, and what was weighed,
is in ARCHITECTURE.md. One process at a time, held by a lock beside it; each use takes milliseconds. What is forgotten
is overwritten.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.common import durable
from desktop_app.storage import refusals
from desktop_app.storage.driver import Database, Error, open_plain
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.working_copy import data_folder, private_folder

FORMAT = 1
_FOLDER = "memory"
_LONGEST_WAIT_S = 10
_TABLES = """
    CREATE TABLE reviews (id TEXT PRIMARY KEY, content TEXT NOT NULL, sum TEXT NOT NULL);
    CREATE VIRTUAL TABLE said USING fts5(
        words, item UNINDEXED, review UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2'
    );
    INSERT INTO said (said, rank) VALUES ('secure-delete', 1);
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """One review as its service wrote it: `content` is opaque here."""

    id: str
    content: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An item whose words share terms with what was asked. `rank` is SQLite's bm25: the lower, the nearer."""

    review: str
    item: str
    rank: float


class MemoryFile:
    """Open only inside `open_memory`. `salvaged`: what could be read of a damaged file before; None: it was whole."""

    def __init__(self, db: Database, salvaged: tuple[Stored, ...] | None, lost: int) -> None:
        self._db = db
        self.salvaged = salvaged
        self.lost = lost  # reviews that were in a damaged file and could not be read

    def reviews(self) -> list[Stored]:
        """By id, which is no order that means anything."""
        return [Stored(*row) for row in self._db.conn.execute("SELECT id, content FROM reviews ORDER BY id")]

    def keep(self, review: Stored, sayings: Sequence[tuple[str, str]]) -> None:
        """(item, words) of each saying; what the review said before is replaced."""
        with self._db.atomic():
            self._drop(review.id)
            self._db.conn.execute("INSERT INTO reviews VALUES (?, ?, ?)", (review.id, review.content, _sum(review)))
            rows = [(words, item, review.id) for item, words in sayings]
            self._db.conn.executemany("INSERT INTO said (words, item, review) VALUES (?, ?, ?)", rows)

    def forget(self, review: str) -> bool:
        """Leave none of its words in the file. False when it was not there."""
        with self._db.atomic():
            known = self._drop(review)
        if known:
            self._db.conn.execute("INSERT INTO said (said) VALUES ('optimize')")
            self._db.conn.execute("VACUUM")
            _set_aside().unlink(missing_ok=True)  # it may hold the same words
        return known

    def alike(self, terms: Sequence[str], *, without: str, at_most: int) -> list[Hit]:
        """Items that hold any of the terms, which are single words; nearest first."""
        if not terms:
            return []
        wanted = " OR ".join('"' + term.replace('"', "") + '"' for term in terms)
        found = self._db.conn.execute(
            "SELECT review, item, bm25(said) AS nearness FROM said WHERE said MATCH ? AND review <> ? "
            "ORDER BY nearness, item LIMIT ?",
            (wanted, without, at_most),
        )
        return [Hit(*row) for row in found]

    def _drop(self, review: str) -> bool:
        self._db.conn.execute("DELETE FROM said WHERE review = ?", (review,))
        return bool(self._db.conn.execute("DELETE FROM reviews WHERE id = ?", (review,)).rowcount)


def memory_path() -> Path:
    """Where it lies once there is one."""
    return data_folder() / _FOLDER / "memory.sqlite"


@contextlib.contextmanager
def open_memory() -> Iterator[MemoryFile]:
    """This account's memory, made when there is none, made anew when it is damaged.

    Raises UserError: "memory-in-use", "memory-newer", and what the disk says.
    """
    path = private_folder(_FOLDER) / memory_path().name
    try:
        with FileLock(path.with_suffix(".lock"), mode=0o600, timeout=_LONGEST_WAIT_S), outside_refusals(path):
            db, salvaged, lost = _opened(path)
            try:
                yield MemoryFile(db, salvaged, lost)
            finally:
                db.close()
    except Timeout:
        raise refusals.memory_in_use() from None


def _opened(path: Path) -> tuple[Database, tuple[Stored, ...] | None, int]:
    """(database, what was salvaged, how much was not), see `MemoryFile`."""
    if not path.exists() or path.stat().st_size == 0:
        return _made(path), None, 0
    try:
        db = open_plain(path)
    except Error as error:
        if not _is_damage(error):
            raise
        os.replace(path, _set_aside())
        return _made(path), (), 0
    try:
        if _is_whole(db):
            return db, None, 0
        salvaged, lost = _salvage(db)
    except BaseException:
        db.close()
        raise
    db.close()
    os.replace(path, _set_aside())
    return _made(path), salvaged, lost


def _is_whole(db: Database) -> bool:
    """Raises UserError "memory-newer"."""
    try:
        version = db.conn.execute("PRAGMA user_version").fetchone()[0]
        if version > FORMAT:
            raise refusals.memory_newer()
        if version < FORMAT or db.conn.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            return False
        return all(_sum(Stored(*row[:2])) == row[2] for row in db.conn.execute("SELECT id, content, sum FROM reviews"))
    except Error as error:
        if not _is_damage(error):
            raise
        return False


def _made(path: Path) -> Database:
    path.unlink(missing_ok=True)
    os.close(os.open(path, durable.NEW_FILE, 0o600))
    db = open_plain(path)
    with db.atomic():
        for statement in _TABLES.split(";"):
            if statement.strip():
                db.conn.execute(statement)
        db.conn.execute(f"PRAGMA user_version = {FORMAT}")
    return db


def _salvage(db: Database) -> tuple[tuple[Stored, ...], int]:
    """Whole reviews that can still be read, and how many cannot (as far as the file still tells)."""
    try:
        ids = [row[0] for row in db.conn.execute("SELECT rowid FROM reviews NOT INDEXED")]
    except Error as error:
        if not _is_damage(error):
            raise
        return (), 0
    read = [stored for row in ids if (stored := _read(db, row)) is not None]
    return tuple(read), len(ids) - len(read)


def _read(db: Database, row: int) -> Stored | None:
    try:
        found = db.conn.execute("SELECT id, content, sum FROM reviews WHERE rowid = ?", (row,)).fetchone()
    except Error as error:
        if not _is_damage(error):
            raise
        return None
    if found is None or not all(isinstance(value, str) for value in found):
        return None
    stored = Stored(found[0], found[1])
    return stored if _sum(stored) == found[2] else None


def _is_damage(error: Error) -> bool:
    """SQLITE_ERROR (a table is missing), SQLITE_CORRUPT, SQLITE_NOTADB: https://sqlite.org/rescode.html."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (1, 11, 26)


def _set_aside() -> Path:
    return memory_path().with_suffix(".damaged")


def _sum(review: Stored) -> str:
    return hashlib.blake2b(f"{review.id}\n{review.content}".encode(), digest_size=16).hexdigest()
