"""The backups of an open review: made, listed, drilled; one thread at a time, for they share scratch names."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

from desktop_app.common import clock
from desktop_app.storage import backup_files, refusals
from desktop_app.storage.access import Access
from desktop_app.storage.backup_files import BackupFile
from desktop_app.storage.content_sums import sums_of
from desktop_app.storage.header import read_header
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.state import read_note, read_state, write_state


class OwnBackups:
    """Made once a session."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._copying = threading.Lock()

    def make(self, folder: Path | None) -> BackupFile:
        """Into `folder`, else this account's own. Raises UserError; there is then no new backup."""
        vault = self._access.vault
        with self._access.using():
            live = sums_of(vault.db, vault.data_key, read_state(vault.db).head)
        target = folder or backup_files.backup_folder(vault.work.vault)
        with self._copying:
            backup, _ = backup_files.make_backup(vault.path, vault.data_key, vault.work, target, live)
        return backup

    def listed(self) -> list[BackupFile]:
        """Those in this account's own folder, newest first."""
        vault = self._access.vault.work.vault
        return backup_files.backups_in(backup_files.backup_folder(vault), vault)

    def drill(self, backup: BackupFile) -> tuple[int, list[str]]:
        """How many tables were compared, and what is wrong."""
        vault = self._access.vault
        with self._copying, outside_refusals(vault.path):
            compared, wrong = backup_files.drill(backup, vault.data_key, vault.work)
        with self._access.transaction():
            if not wrong:
                write_state(vault.db, last_drill=clock.now().isoformat())
            self._access.note("drill", "", "ok" if not wrong else "failed")
        return compared, wrong

    def restore(self, backup: BackupFile, target: Path) -> None:
        """Put one at a free name; no secret is asked for, the review being open. Raises UserError."""
        data_key = self._access.vault.data_key
        with outside_refusals(backup.path):
            if read_header(backup.path).settled(data_key) is None:
                raise refusals.backup_of_other_keys()
        backup_files.put_at(backup.path, target, data_key)

    @property
    def last_drill(self) -> dt.datetime | None:
        with self._access.using():
            noted = read_note(self._access.db, "last_drill")
        return dt.datetime.fromisoformat(noted) if noted else None
