"""An open review: everything above storage asks for what it holds, changes it, saves it and closes it here."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from desktop_app.common import clock
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.storage import (
    backup_files,
    bin_rows,
    drafts,
    history,
    integrity,
    ordering,
    records,
    refusals,
    versions,
)
from desktop_app.storage.audit import AuditChain
from desktop_app.storage.backup_files import BackupFile
from desktop_app.storage.change import Change, detail_of
from desktop_app.storage.codec import UnreadableValueError
from desktop_app.storage.content_sums import sums_of
from desktop_app.storage.driver import Database
from desktop_app.storage.integrity import Problem
from desktop_app.storage.keyslots import PASSPHRASE, RECOVERY, SHARES, AnySlot, Slot, subkey, wrap, wrap_for_shares
from desktop_app.storage.opening import create_vault, open_vault
from desktop_app.storage.outside import database_refusals, outside_refusals
from desktop_app.storage.rebuild import Alter, Keys, rebuild
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.schema import families
from desktop_app.storage.secrets import MODERATE, KdfCost, Passphrase, RecoveryKey, Secret
from desktop_app.storage.shares import new_shares
from desktop_app.storage.state import advance, read_note, read_state, write_state
from desktop_app.storage.vault import Vault
from desktop_app.storage.versions import Version

T = TypeVar("T", bound=Record)
DEVICE = "desk"  # the author's own machine; workshop packs have names of their own


class ReviewFile:
    """Any thread may call; one at a time is served. `recovered` and `set_aside` are to be told to the person.

    `recovered`: unsaved work of an interrupted session was found and is in this review. `set_aside`: where a version
    that did not belong together with this one was put, whole, openable with the same secret.
    """

    def __init__(self, vault: Vault, *, recovered: bool = False) -> None:
        self._vault = vault
        self._changing = False
        self._closed = False
        self._copying = threading.Lock()  # backup and drill use the same scratch names
        self.recovered = recovered
        self.saved_at: dt.datetime | None = _modified(vault.path)
        with database_refusals(vault.path):
            history.install(vault.db)

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
    def header_repaired(self) -> bool:
        """One copy of the keys at the file's beginning was damaged, or half written, and was repaired on opening."""
        return self._vault.header_repaired

    def snapshot(self) -> Snapshot:
        """Everything that is not in the bin, each family in its natural order."""
        with self._using():
            return ordering.arrange({name: records.read_all(self._vault.db, kind) for name, kind in families().items()})

    def get(self, kind: type[T], uid: str) -> T | None:
        with self._using():
            return records.read_one(self._vault.db, kind, uid)

    @contextlib.contextmanager
    def change(self, label: str) -> Iterator[Change]:
        """One transaction, one undo step, one audit entry; `Change.result` says afterwards what changed.

        An exception inside takes all of it back. Raises UserError when the disk is full and the like.
        """
        with self._transaction():
            db = self._vault.db
            action, uid = history.begin(db, label)
            change = Change(db, label, DEVICE)
            try:
                yield change
            finally:
                changed = change.end()
            history.finish(db, action, changed=bool(changed))
            if changed:
                self._noted("change", uid, detail_of(changed))

    def undo(self) -> ChangeSet | None:
        """Take the newest step back; None when there is none. Raises UserError "changed-since"."""
        with self._transaction():
            step = history.next_undo(self._vault.db)
            return None if step is None else self._turn(step, "undo")

    def redo(self) -> ChangeSet | None:
        """Bring the step last undone back; None when there is none. Raises UserError "changed-since"."""
        with self._transaction():
            step = history.next_redo(self._vault.db)
            return None if step is None else self._turn(step, "redo")

    @property
    def undo_label(self) -> str | None:
        with self._using():
            step = history.next_undo(self._vault.db)
            return None if step is None else step[2]

    @property
    def redo_label(self) -> str | None:
        with self._using():
            step = history.next_redo(self._vault.db)
            return None if step is None else step[2]

    def save(self) -> dt.datetime:
        """Write the file; returns when. May run in a worker: other threads wait only for a moment of it."""
        self._vault.save()
        self.saved_at = clock.now()
        return self.saved_at

    @property
    def unsaved(self) -> bool:
        """Whether the working copy holds work that the file does not."""
        with self._using():
            return self._vault.unsaved

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
        with self._using():
            problems = self._vault.seal_problems()
            problems += integrity.database_problems(self._vault.db)
            return problems + integrity.audit_problems(self._audit, anchor)

    def anchor(self) -> tuple[int, str]:
        """Number and first 12 hexadecimal digits of the newest audit entry, to be printed on what leaves."""
        with self._using():
            return self._audit.anchor()

    def log(self, action: str, detail_code: str) -> None:
        """An audit entry without a change, e.g. ("export", "briefing.public"). Codes only, never words of the case."""
        with self._transaction():
            self._noted(action, "", detail_code)

    def back_up(self, folder: Path | None = None) -> BackupFile:
        """Copy the file as last saved into `folder` (else this account's own for it), open the copy and compare it.

        Raises UserError; there is then no new backup.
        """
        vault = self._vault
        with self._using():
            live = sums_of(vault.db, vault.data_key, read_state(vault.db).head)
        target = folder or backup_files.backup_folder(vault.work.vault)
        with self._copying:
            backup, _ = backup_files.make_backup(self.path, vault.data_key, vault.work, target, live)
        return backup

    def backups(self) -> list[BackupFile]:
        """Those in this account's own folder, newest first."""
        vault = self._vault.work.vault
        return backup_files.backups_in(backup_files.backup_folder(vault), vault)

    @property
    def changed_since_backup(self) -> bool:
        """Whether the file, as last saved, is other than its newest backup."""
        return not backup_files.is_backed_up(self.backups(), self._vault.header.head)

    def drill(self, backup: BackupFile) -> tuple[int, list[str]]:
        """As `backup_files.drill`; a drill that finds nothing wrong is noted in the review."""
        with self._copying, outside_refusals(self.path):
            compared, wrong = backup_files.drill(backup, self._vault.data_key, self._vault.work)
        with self._transaction():
            if not wrong:
                write_state(self._vault.db, last_drill=clock.now().isoformat())
            self._noted("drill", "", "ok" if not wrong else "failed")
        return compared, wrong

    @property
    def last_drill(self) -> dt.datetime | None:
        """When a drill last found nothing wrong."""
        with self._using():
            noted = read_note(self._vault.db, "last_drill")
        return dt.datetime.fromisoformat(noted) if noted else None

    def draft(self, key: str) -> str:
        """What was being typed under `key`, "" when nothing."""
        with self._using():
            return drafts.read(self._vault.db, key)

    def save_draft(self, key: str, text: str) -> None:
        """Keep what is being typed, outside undo; an empty text forgets it. Raises UserError."""
        with self._transaction():
            if drafts.write(self._vault.db, key, text):
                advance(self._vault.db)

    def change_passphrase(self, passphrase: str, *, keyfile: bytes | None = None, cost: KdfCost = MODERATE) -> None:
        """From now on `passphrase` (with `keyfile`) opens the file; the recovery key still does.

        Copies made before still open with the old one: this is no answer to a passphrase that has leaked.
        """
        self._change_slot(PASSPHRASE, wrap(self._vault.data_key, Passphrase(passphrase, keyfile), cost))

    def new_recovery_key(self) -> str:
        """A new key for the sheet; the old one no longer opens this file."""
        key = new_recovery_key()
        self._change_slot(RECOVERY, wrap(self._vault.data_key, RecoveryKey(key), MODERATE))
        return key

    def rekey(self, passphrase: str, *, keyfile: bytes | None = None, cost: KdfCost = MODERATE) -> str:
        """A new data key, and everything written anew under it: what opened the review before does not open it now.

        Returns the new recovery key. Shares, and slots this version does not know, are gone: they held the old data
        key. Copies and backups made before still open with the old secrets. Raises UserError; nothing has then
        changed.
        """
        former = subkey(self._vault.data_key, "audit")
        data_key, slots, recovery = _new_keys(Passphrase(passphrase, keyfile), cost)

        def note(db: Database) -> None:
            chain = AuditChain(db, subkey(data_key, "audit"), DEVICE)
            chain.retire_key(former)
            chain.add("rekey")

        self._rebuild(Keys(data_key, slots), note)
        return recovery

    def replace_all_content(
        self, kept: Sequence[Record], passphrase: str, *, ref: str, cost: KdfCost = MODERATE
    ) -> str:
        """Crypto-erase: everything but `kept` and the ledger goes, under a new data key; the old one is forgotten.

        As `rekey` otherwise; `ref` goes into the ledger's entry "destroy". Returns the new recovery key.
        """
        former = subkey(self._vault.data_key, "audit")
        data_key, slots, recovery = _new_keys(Passphrase(passphrase), cost)

        def replace_content(db: Database) -> None:
            for table in (*families(), "_drafts", "_steps"):  # the steps take their history along
                db.conn.execute(f'DELETE FROM "{table}"')  # noqa: S608
            records.put(db, kept, DEVICE)
            chain = AuditChain(db, subkey(data_key, "audit"), DEVICE)
            chain.retire_key(former)
            chain.add("destroy", ref=ref)

        self._rebuild(Keys(data_key, slots), replace_content)
        return recovery

    def in_bin(self) -> list[tuple[Record, dt.datetime | None]]:
        """What was deleted, newest first, with when (None when that is further back than undo goes)."""
        with self._using():
            return bin_rows.in_bin(self._vault.db)

    def purge(self, items: Sequence[tuple[type[Record], str]]) -> None:
        """Remove records of the bin for good: rows, undo steps, drafts; file, working copy and `.bak` are written anew.

        Backups and copies elsewhere still hold them. Raises UserError, e.g. "not-in-bin"; nothing has then changed.
        """
        with self._using():
            if missing := bin_rows.missing_from_bin(self._vault.db, items):
                raise refusals.not_in_bin(len(missing))

        def remove(db: Database) -> None:
            counts = bin_rows.purge(db, items)
            AuditChain(db, subkey(self._vault.data_key, "audit"), DEVICE).add("purge", detail=counts)

        self._rebuild(Keys(self._vault.data_key, self._vault.header.slots), remove)

    def versions_of(self, uid: str, field: str) -> list[Version]:
        """What a text of a record said before, newest first. Raises ValueError when it has no such text."""
        with self._using():
            return versions.versions_of(self._vault.db, uid, field)

    def _rebuild(self, keys: Keys, alter: Alter) -> None:
        before = self._vault.db
        try:
            rebuild(self._vault, keys, alter)
        finally:
            if self._vault.db is not before:
                history.install(self._vault.db)
        self.saved_at = clock.now()

    @property
    def _audit(self) -> AuditChain:
        return AuditChain(self._vault.db, subkey(self._vault.data_key, "audit"), DEVICE)

    def new_shares(self, needed: int, made: int) -> tuple[str, ...]:
        """`made` shares, any `needed` of which open this file; shares made before no longer do.

        Raises ValueError for a plan out of limits.
        """
        raw, plan, texts = new_shares(needed, made)
        self._change_slot(SHARES, wrap_for_shares(self._vault.data_key, raw, plan))
        return texts

    @property
    def slots(self) -> tuple[AnySlot, ...]:
        """What opens the review."""
        return self._vault.header.slots

    def _change_slot(self, kind: str, slot: Slot) -> None:
        self._vault.change_slots(lambda slots: (*(old for old in slots if old.kind != kind), slot))
        self.log("key-change", kind)

    def _turn(self, step: tuple[int, str, str], action: str) -> ChangeSet:
        number, uid, label = step
        turn = history.undo if action == "undo" else history.redo
        try:
            touched = turn(self._vault.db, number)
        except history.ChangedSinceError:
            raise refusals.changed_since(label) from None
        self._noted(action, uid, detail_of(touched))
        return ChangeSet(label, touched)

    def _noted(self, action: str, ref: str, detail: str) -> None:
        self._audit.add(action, ref=ref, detail=detail)
        advance(self._vault.db)

    @contextlib.contextmanager
    def _using(self) -> Iterator[None]:
        with self._vault.using, database_refusals(self.path):
            try:
                yield
            except UnreadableValueError:
                raise refusals.newer(self.path) from None

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._using():
            if self._changing:
                raise RuntimeError("a change inside a change")
            self._changing = True
            try:
                with self._vault.db.atomic():
                    yield
            finally:
                self._changing = False


def _new_keys(passphrase: Passphrase, cost: KdfCost) -> tuple[bytes, tuple[AnySlot, ...], str]:
    """A data key, the slots that hold it, and the recovery key among them."""
    data_key, recovery = os.urandom(32), new_recovery_key()
    return data_key, (wrap(data_key, passphrase, cost), wrap(data_key, RecoveryKey(recovery), cost)), recovery


def _modified(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(int(path.stat().st_mtime), dt.UTC)
    except FileNotFoundError:
        return None
