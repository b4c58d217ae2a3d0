"""Backups of a review: where they lie, how one is made, looked through, restored and thrown away.

A backup is a review file like any other, opened by the secrets of its day; beside it lie the sums of its content.
Names hold the review's random id and the time, nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop_app.common import clock
from desktop_app.common.errors import UserError
from desktop_app.storage import container, refusals
from desktop_app.storage.content_sums import Sums, read_sums, sums_of, write_sums
from desktop_app.storage.driver import Error, open_keyed
from desktop_app.storage.header import Header, open_for_reading, read_header
from desktop_app.storage.keyslots import subkey, unwrap
from desktop_app.storage.migrations import migrate
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.secrets import Secret
from desktop_app.storage.working_copy import WorkingCopy, private_folder

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"([0-9a-f]{32})-(\d{8}T\d{6}Z)\.review")


@dataclass(frozen=True, slots=True)
class BackupFile:
    """`made` is in UTC."""

    path: Path
    made: dt.datetime

    @property
    def sums(self) -> Path:
        return self.path.with_suffix(".sums")

    def delete(self) -> None:
        """Raises OSError."""
        self.path.unlink(missing_ok=True)
        self.sums.unlink(missing_ok=True)


def backup_folder(vault: str) -> Path:
    """Where this account keeps backups of one review. Raises UserError."""
    return private_folder("backups", vault)


def backups_in(folder: Path, vault: str) -> list[BackupFile]:
    """Newest first."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named and named[1] == vault:
            found.append(BackupFile(path, dt.datetime.strptime(named[2], _STAMP).replace(tzinfo=dt.UTC)))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def is_backed_up(found: list[BackupFile], head: str) -> bool:
    """Whether the newest of them holds the file as it is at `head`."""
    try:
        return bool(found) and read_header(found[0].path).header.head == head
    except UserError:
        return False


def make_backup(
    path: Path, data_key: bytes, work: WorkingCopy, folder: Path, live: Sums | None = None
) -> tuple[BackupFile, Sums]:
    """Copy the file as last saved, open the copy, and compare it with `live` (if that is of the same head).

    Raises UserError, e.g. "backup-differs", "disk-full"; there is then no new backup.
    """
    with outside_refusals(path):
        backup = _free_name(folder, work.vault)
        try:
            header = container.copy_sealed(path, backup.path, data_key)
            sums = look_through(backup.path, header, data_key, work)
            if live is not None and live.head == header.head and sums.differing(live):
                # A file that an older version wrote is compared as this version reads it.
                read_now = look_through(backup.path, header, data_key, work, brought_up=True)
                if read_now.differing(live):
                    raise refusals.backup_differs(path)
            write_sums(backup.sums, sums, data_key)
        except BaseException:
            backup.delete()
            raise
    return backup, sums


def look_through(path: Path, header: Header, data_key: bytes, work: WorkingCopy, *, brought_up: bool = False) -> Sums:
    """Take the database out of a review, check every page, and read every row. Raises UserError "damaged".

    `brought_up`: with the tables and columns that opening it here would give it.
    """
    try:
        with open_for_reading(path) as file:
            container.take_out(file, path, header, data_key, work.checking)
        db = open_keyed(work.checking, subkey(data_key, "db"), header.salt, scratch=True)
        try:
            if db.conn.execute("PRAGMA cipher_integrity_check").fetchall():
                raise refusals.damaged(path, "a page of it does not match its own seal")
            if brought_up:
                migrate(db)
            return sums_of(db, data_key, header.head)
        finally:
            db.close()
    except Error as error:
        raise refusals.damaged(path, "the database in it cannot be read") from error
    finally:
        work.checking.unlink(missing_ok=True)


def drill(backup: BackupFile, data_key: bytes, work: WorkingCopy) -> tuple[int, list[str]]:
    """Restore a backup in a scratch folder and compare it with what was noted when it was made.

    Returns how many tables were compared and what is wrong: names of tables, or a refusal's code; nothing is left.
    """
    shutil.rmtree(work.scratch, ignore_errors=True)
    try:
        work.scratch.mkdir(mode=0o700)
        restored = work.scratch / "restored.review"
        try:
            header = container.copy_sealed(backup.path, restored, data_key)
            found = look_through(restored, header, data_key, work)
        except UserError as refusal:
            return 0, [refusal.code]
    finally:
        shutil.rmtree(work.scratch, ignore_errors=True)
    noted = read_sums(backup.sums, data_key)
    if noted is None:
        return 0, ["sums-missing"]
    return len(found.tables), noted.differing(found)


def restore(backup: Path, target: Path, secret: Secret) -> None:
    """Put a backup (or any review) at a free name, its seal checked. Raises UserError; nothing is then there."""
    _refuse_taken(target)  # before a derivation is paid for
    with outside_refusals(backup):
        data_key = unwrap(read_header(backup).header.slots, secret)
    put_at(backup, target, data_key)


def put_at(backup: Path, target: Path, data_key: bytes) -> None:
    """As `restore`, for who holds the data key already."""
    _refuse_taken(target)
    with outside_refusals(target):
        try:
            container.copy_sealed(backup, target, data_key)
        except FileExistsError:
            raise refusals.exists(target) from None


def _refuse_taken(target: Path) -> None:
    if target.exists():
        raise refusals.exists(target)
    if not target.parent.is_dir():
        raise refusals.not_found(target.parent)


def _free_name(folder: Path, vault: str) -> BackupFile:
    made = clock.now()
    while (path := folder / f"{vault}-{made.strftime(_STAMP)}.review").exists():
        made += dt.timedelta(seconds=1)
    return BackupFile(path, made)
