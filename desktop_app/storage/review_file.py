"""An open review: everything above storage asks for what it holds, changes it, saves it and closes it here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.storage import (
    backup_files,
    bin_rows,
    drafts,
    integrity,
    key_changes,
    ordering,
    records,
    rewriting,
    steps,
    untold,
    versions,
)
from desktop_app.storage.access import Access
from desktop_app.storage.backup_files import BackupFile
from desktop_app.storage.change import Change
from desktop_app.storage.copy_reading import Contents, own_contents, read_copy
from desktop_app.storage.event_aside import events_of
from desktop_app.storage.integrity import Problem
from desktop_app.storage.keyslots import RECOVERY, AnySlot
from desktop_app.storage.opening import create_vault, open_vault
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.own_backups import OwnBackups
from desktop_app.storage.packs.review_key import room_secret
from desktop_app.storage.schema import families
from desktop_app.storage.secrets import MODERATE, KdfCost, Passphrase, Secret
from desktop_app.storage.state import advance
from desktop_app.storage.untold import Untold
from desktop_app.storage.vault import Vault
from desktop_app.storage.versions import Version

T = TypeVar("T", bound=Record)


class ReviewFile:
    """Any thread may call; one at a time is served. `recovered` and `set_aside` are to be told to the person.

    `recovered`: unsaved work of an interrupted session was found and is in this review. `set_aside`: where a version
    that did not belong together with this one was put, whole, openable with the same secret.
    """

    def __init__(self, vault: Vault, *, recovered: bool = False) -> None:
        self._vault = vault
        self._access = Access(vault)
        self._backups = OwnBackups(self._access)
        self._closed = False
        self.events = events_of(self._access)  # the chronology, by question and page
        self.recovered = recovered

    @classmethod
    def create(
        cls, path: Path, passphrase: str, *, keyfile: bytes | None = None, cost: KdfCost = MODERATE
    ) -> tuple[ReviewFile, str]:
        """A new, empty review and its recovery key, which is not kept anywhere. Raises UserError, e.g. "exists"."""
        vault, recovery_key = create_vault(path, Passphrase(passphrase, keyfile), cost)
        return cls(vault), recovery_key

    @classmethod
    def open(cls, path: Path, secret: Secret) -> ReviewFile:
        """Raises UserError: "wrong-secret", "recovery-key-mistyped", "not-found", "foreign", "empty", "damaged",
        "altered", "newer", "in-use", "no-permission", "disk-full", "no-memory"."""
        vault, recovered = open_vault(path, secret)
        return cls(vault, recovered=recovered)

    @property
    def path(self) -> Path:
        return self._vault.path

    @property
    def set_aside(self) -> Path | None:
        return self._vault.set_aside

    @property
    def newer_seen(self) -> dt.datetime | None:
        """When this computer last had a newer version of this file open: the present one was put back in its place."""
        return self._vault.newer_seen

    @property
    def header_repaired(self) -> bool:
        """One copy of the keys at the file's beginning was damaged, or half written, and was repaired on opening."""
        return self._vault.header_repaired

    def snapshot(self) -> Snapshot:
        """Everything that is not in the bin, each family in its natural order."""
        return Snapshot(**self.read(families()))

    def read(self, names: Iterable[str]) -> dict[str, Any]:
        """These families of `Snapshot` as they are now, at one moment. Parts need their recommendations beside them."""
        with self._access.using():
            return ordering.arrange({name: records.read_all(self._vault.db, families()[name]) for name in names})

    def read_some(self, family: str, uids: Iterable[str]) -> dict[str, tuple[int, Record]] | None:
        """uid -> place in the order of storing, and the record; None for a family that stands in another order."""
        if not ordering.as_stored(family):
            return None
        with self._access.using():
            return records.read_some(self._vault.db, families()[family], uids)

    def get(self, kind: type[T], uid: str) -> T | None:
        with self._access.using():
            return records.read_one(self._vault.db, kind, uid)

    def change(self, label: str) -> AbstractContextManager[Change]:
        """One transaction, one undo step, one audit entry; `Change.result` says afterwards what changed.

        An exception inside takes all of it back. Raises UserError when the disk is full and the like.
        """
        return steps.change(self._access, label)

    def undo(self) -> ChangeSet | None:
        """Take the newest step back; None when there is none. Raises UserError "changed-since"."""
        return steps.undo(self._access)

    def redo(self) -> ChangeSet | None:
        """Bring the step last undone back; None when there is none. Raises UserError "changed-since"."""
        return steps.redo(self._access)

    @property
    def undo_label(self) -> str | None:
        return steps.undo_label(self._access)

    @property
    def redo_label(self) -> str | None:
        return steps.redo_label(self._access)

    def forget_undo(self) -> None:
        """For a lock: what was done so far can no longer be undone. Earlier texts stay, and what is in the bin."""
        steps.forget(self._access)

    def save(self) -> dt.datetime:
        """Write the file; returns when. May run in a worker: other threads wait only for a moment of it."""
        return self._vault.save()

    @property
    def saved_at(self) -> dt.datetime | None:
        """When the file was last written; None when it is not there."""
        return self._vault.saved_at

    @property
    def unsaved(self) -> bool:
        """Whether the working copy holds work that the file does not."""
        with self._access.using():
            return self._vault.unsaved

    @property
    def closed(self) -> bool:
        return self._closed

    def close(self, save: bool = True) -> None:
        """Save what is unsaved and close; if saving fails, the review stays open and the UserError tells why.

        Without `save`, unsaved work stays in the encrypted working copy, and the next opening finds it. Closing
        twice does nothing.
        """
        if self._closed:
            return
        with outside_refusals(self.path):
            self._vault.close(save=save)
        self._closed = True

    def check(self, anchor: tuple[int, str] | None = None) -> list[Problem]:
        """All there is to verify: the file's seal, every page, references, the audit chain (and an older anchor)."""
        with self._vault.saving, self._access.using():  # it writes the database file, which a save may be copying
            problems = self._vault.seal_problems()
            problems += integrity.database_problems(self._vault.db)
            return problems + integrity.audit_problems(self._access.audit, anchor)

    def anchor(self) -> tuple[int, str]:
        """Number and first 12 hexadecimal digits of the newest audit entry, to be printed on what leaves."""
        with self._access.using():
            return self._access.audit.anchor()

    def log(self, action: str, detail_code: str) -> None:
        """An audit entry without a change, e.g. ("export", "briefing.public"). Codes only, never words of the case."""
        with self._access.transaction():
            self._access.note(action, "", detail_code)

    def back_up(self, folder: Path | None = None) -> BackupFile:
        """Copy the file as last saved into `folder` (else this account's own), open it, compare. Raises UserError."""
        return self._backups.make(folder)

    def backups(self) -> list[BackupFile]:
        """Those in this account's own folder, newest first."""
        return self._backups.listed()

    def restore(self, backup: BackupFile, target: Path) -> None:
        """Put a backup at a free name, its seal checked. Raises UserError; nothing is then there."""
        self._backups.restore(backup, target)

    @property
    def changed_since_backup(self) -> bool:
        """Whether the file, as last saved, is other than its newest backup."""
        return not backup_files.is_backed_up(self.backups(), self._vault.header.head)

    def drill(self, backup: BackupFile) -> tuple[int, list[str]]:
        """As `backup_files.drill`; a drill that finds nothing wrong is noted in the review."""
        return self._backups.drill(backup)

    @property
    def last_drill(self) -> dt.datetime | None:
        """When a drill last found nothing wrong."""
        return self._backups.last_drill

    def draft(self, key: str) -> str:
        """What was being typed under `key`, "" when nothing."""
        with self._access.using():
            return drafts.read(self._vault.db, key)

    def save_draft(self, key: str, text: str) -> None:
        """Keep what is being typed, outside undo; an empty text forgets it. Raises UserError."""
        with self._access.transaction():
            if drafts.write(self._vault.db, key, text):
                advance(self._vault.db)

    def change_passphrase(self, passphrase: str, *, keyfile: bytes | None = None, cost: KdfCost = MODERATE) -> None:
        """From now on `passphrase` (with `keyfile`) opens the file; the recovery key still does. Older copies open with
        the old one: this is no answer to a passphrase that has leaked."""
        key_changes.change_passphrase(self._access, Passphrase(passphrase, keyfile), cost)

    def new_recovery_key(self) -> str:
        """A new key for the sheet; the old one no longer opens this file."""
        return key_changes.replace_recovery_key(self._access)

    def keep_untold(self, recovery_key: str) -> None:
        """For a new review, whose key nobody has seen yet."""
        with self._access.transaction():
            advance(self._access.db)
            untold.keep_alone(self._access.db, RECOVERY, (recovery_key,))

    def untold(self) -> tuple[Untold, ...]:
        """Recovery keys and shares that were made and that nobody said are put away."""
        with self._access.using():
            return untold.untold(self._vault.db, self.slots, self._vault.data_key)

    def put_away(self, kind: str) -> None:
        """They are somewhere safe: the review forgets them. `kind` as in `Untold`. Raises UserError."""
        key_changes.put_away(self._access, kind)

    def rekey(self, passphrase: str, *, keyfile: bytes | None = None, cost: KdfCost = MODERATE) -> str:
        """A new data key, and everything written anew under it: what opened the review before does not open it now.

        Returns the new recovery key. Shares, and slots this version does not know, are gone: they held the old data
        key. Copies and backups made before still open with the old secrets. Raises UserError; nothing has then
        changed.
        """
        return rewriting.rekey(self._access, Passphrase(passphrase, keyfile), cost)

    def replace_all_content(
        self, kept: Sequence[Record], passphrase: str, *, ref: str, cost: KdfCost = MODERATE
    ) -> str:
        """Crypto-erase: everything but `kept` and the ledger goes, under a new data key; the old one is forgotten.

        As `rekey` otherwise; `ref` goes into the ledger's entry "destroy". Returns the new recovery key.
        """
        return rewriting.replace_all_content(self._access, kept, Passphrase(passphrase), ref=ref, cost=cost)

    def in_bin(self) -> list[tuple[Record, dt.datetime | None]]:
        """What was deleted, newest first, with when (None when that is further back than undo goes)."""
        with self._access.using():
            return bin_rows.in_bin(self._vault.db)

    def purge(self, items: Sequence[tuple[type[Record], str]]) -> None:
        """Remove records of the bin for good, working copy and `.bak` too; backups and copies still hold them.

        Raises UserError, e.g. "not-in-bin"; nothing has then changed.
        """
        rewriting.purge(self._access, items)

    def versions_of(self, uid: str, field: str) -> list[Version]:
        """What a text of a record said before, newest first. Raises ValueError when it has no such text."""
        with self._access.using():
            return versions.versions_of(self._vault.db, uid, field)

    def new_shares(self, needed: int, made: int) -> tuple[str, ...]:
        """`made` shares, any `needed` of which open this file; earlier ones do not. ValueError: plan out of limits."""
        return key_changes.replace_shares(self._access, needed, made)

    def contents(self) -> Contents:
        """All records, with what each said before: to compare with a copy."""
        return own_contents(self._access)

    def read_copy(self, path: Path, secret: Secret) -> Contents:
        """What another copy of this review holds; it is not opened for work. Raises UserError."""
        return read_copy(self._access, path, secret)

    def room_secret(self) -> bytes:
        """The key that what rooms capture is sealed to (32 bytes), made when first asked for; it survives a rekey."""
        with self._access.transaction():
            advance(self._access.db)
            return room_secret(self._access.db)

    @property
    def slots(self) -> tuple[AnySlot, ...]:
        """What opens the review."""
        return self._vault.header.slots
