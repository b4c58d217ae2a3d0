"""The encrypted working copy: where it lies, how it is made, cleared away, and set aside when it does not fit."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from desktop_app.common import clock, durable
from desktop_app.storage import refusals
from desktop_app.storage.driver import Database, Error, open_keyed
from desktop_app.storage.keyslots import subkey


def work_folder() -> Path:
    """This account's own folder for working copies. Raises UserError."""
    return private_folder("work")


def data_folder() -> Path:
    """This account's data folder of ours, whether or not it is there."""
    return platformdirs.user_data_path("candour", appauthor=False)


def private_folder(*names: str) -> Path:
    """A folder in this account's data folder, made if it is not there (mode 0700). Raises UserError."""
    folder = data_folder()
    try:
        for name in names:
            folder /= name
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if os.name == "posix":
                folder.chmod(0o700)
    except OSError as error:
        raise refusals.of_os_error(error, folder) from error
    return folder


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """Files of one review in the work folder, named by its random id alone."""

    folder: Path
    vault: str

    @property
    def database(self) -> Path:
        return self.folder / f"{self.vault}.db"

    @property
    def arriving(self) -> Path:
        """A copy that is being taken out of the review and is not yet known to be good."""
        return self.folder / f"{self.vault}.arriving"

    @property
    def snapshot(self) -> Path:
        """The compact copy that a save is made from."""
        return self.folder / f"{self.vault}.snapshot"

    @property
    def retired(self) -> Path:
        """The working copy while the file is rewritten from the ground: all of it is in the file by then."""
        return self.folder / f"{self.vault}.retired"

    @property
    def checking(self) -> Path:
        """A copy taken out of a backup, to be looked at and thrown away."""
        return self.folder / f"{self.vault}.checking"

    @property
    def seen(self) -> Path:
        """What is remembered of the file, see `last_seen`: it outlives the session."""
        return self.folder / f"{self.vault}.seen"

    @property
    def scratch(self) -> Path:
        """A folder in which a drill restores a backup."""
        return self.folder / f"{self.vault}.scratch"

    def clear_leftovers(self) -> None:
        """Delete what an interrupted open, save or rewrite left, and logs of a database that is gone."""
        for leftover in (self.arriving, self.snapshot, self.retired, self.checking):
            leftover.unlink(missing_ok=True)
            _clear_logs(leftover)
        shutil.rmtree(self.scratch, ignore_errors=True)
        if self.database.exists() and self.database.stat().st_size == 0:  # SQLite would take it for a new database
            self.database.unlink()
        if not self.database.exists():
            _clear_logs(self.database)

    def open_database(self, data_key: bytes, salt: bytes, *, create: bool = False) -> Database:
        """Raises driver.Error."""
        if create:
            os.close(os.open(self.database, durable.NEW_FILE, 0o600))
        return open_keyed(self.database, subkey(data_key, "db"), salt, create=create)

    def compact(self, db: Database) -> Path:
        """Write the compact, still encrypted copy of an open database; returns where. Raises driver.Error, OSError."""
        self.snapshot.unlink(missing_ok=True)
        os.close(os.open(self.snapshot, durable.NEW_FILE, 0o600))  # VACUUM INTO accepts an empty file
        try:
            db.conn.execute("VACUUM INTO ?", [str(self.snapshot)])
        except Error:  # e.g. a full disk, which half a snapshot would keep full
            self.snapshot.unlink()
            raise
        return self.snapshot

    def put_away_unread(self) -> Path:
        """Rename a database that cannot be read, with its logs, out of the way; returns where it is now."""
        aside = self.folder / f"{self.vault}.{clock.now():%Y%m%d%H%M%S}.unreadable.db"
        for log in ("-wal", "-shm"):
            there = _beside(self.database, log)
            if there.exists():
                os.replace(there, aside.with_name(aside.name + log))
        os.replace(self.database, aside)
        return aside

    def delete(self) -> None:
        """The database first: a log without one is known to be stale, a database without its log is not."""
        self.database.unlink(missing_ok=True)
        _clear_logs(self.database)


def _clear_logs(database: Path) -> None:
    for log in ("-wal", "-shm", "-journal"):
        _beside(database, log).unlink(missing_ok=True)


def _beside(database: Path, log: str) -> Path:
    return database.with_name(database.name + log)
