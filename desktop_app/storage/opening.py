"""How a review comes to be open: made new, or unlocked, checked, and joined with what an earlier session left."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from desktop_app.common import durable
from desktop_app.common.errors import UserError
from desktop_app.common.ids import new_uid
from desktop_app.storage import container, refusals
from desktop_app.storage.backup_files import backup_folder, backups_in, is_backed_up, make_backup
from desktop_app.storage.driver import Database
from desktop_app.storage.examining import examine
from desktop_app.storage.header import (
    SIZE,
    Header,
    copies_agree,
    open_for_reading,
    pack,
    read_header,
    read_header_from,
    rewrite_in_place,
)
from desktop_app.storage.keyslots import unwrap, wrap
from desktop_app.storage.last_seen import last_seen, remember
from desktop_app.storage.lock import ReviewLock
from desktop_app.storage.migrations import NewerSchemaError, is_pending, migrate
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.rebuild import replace_previous
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.secrets import KdfCost, Passphrase, RecoveryKey, Secret
from desktop_app.storage.side_file import set_work_aside
from desktop_app.storage.state import advance, read_state, write_state
from desktop_app.storage.vault import Vault
from desktop_app.storage.working_copy import WorkingCopy, work_folder


def create_vault(path: Path, passphrase: Passphrase, cost: KdfCost) -> tuple[Vault, str]:
    """A new review with an empty database, and its recovery key. Raises UserError; nothing is then left behind."""
    path = _real(path)
    if path.exists():
        raise refusals.exists(path)
    if not path.parent.is_dir():
        raise refusals.not_found(path.parent)
    data_key, recovery = os.urandom(32), new_recovery_key()
    slots = (wrap(data_key, passphrase, cost), wrap(data_key, RecoveryKey(recovery), cost))
    with contextlib.ExitStack() as undo, outside_refusals(path):
        work = WorkingCopy(work_folder(), new_uid())
        lock = ReviewLock(work.folder, work.vault, path)
        undo.callback(lock.release)
        undo.callback(work.delete)
        salt = os.urandom(16)
        db = work.open_database(data_key, salt, create=True)
        undo.callback(db.close)
        migrate(db)
        head = advance(db)
        write_state(db, base_head=head)
        header = Header(work.vault, 1, salt, 0, "", head, slots)
        snapshot = work.compact(db)
        undo.callback(lambda: snapshot.unlink(missing_ok=True))
        try:
            header = container.write_container(path, header, data_key, snapshot, new=True)
        except FileExistsError:
            raise refusals.exists(path) from None
        snapshot.unlink()
        undo.pop_all()
    remember(work, header)
    return Vault(path, header, data_key, work, db, lock), recovery


def open_vault(path: Path, secret: Secret) -> tuple[Vault, bool]:
    """The review at `path`, and whether unsaved work of an interrupted session was found and kept.

    A working copy that does not build on the file is set aside, see `Vault.set_aside`. Raises UserError; the file
    and the working copy are then as they were.
    """
    path = _real(path)
    found = read_header(path).header.vault
    with contextlib.ExitStack() as undo, outside_refusals(path):
        lock = ReviewLock(work_folder(), found, path)
        undo.callback(lock.release)
        with open_for_reading(path) as file:
            read = read_header_from(file, path)  # again, now that nobody else here can be saving it
            if read.header.vault != found:
                raise refusals.in_use(path)
            data_key = unwrap(read.header.slots, secret)
            header = read.settled(data_key)
            if header is None:
                raise refusals.altered(path)
            work = WorkingCopy(work_folder(), found)
            arrived = _arrive(file, path, header, data_key, work)
            file.seek(0)
            sound = copies_agree(file.read(SIZE))
        db = work.open_database(data_key, header.salt)
        undo.callback(db.close)
        _back_up_before_migrating(db, path, header.head, data_key, work)
        _bring_up_to_date(db, path, header.head)
        _finish_rebuild(db, path)
        repaired = not sound and _repair(path, header, data_key)
        undo.pop_all()
    vault = Vault(path, header, data_key, work, db, lock)
    seen = last_seen(work)
    vault.newer_seen = seen.at if seen is not None and seen.is_newer_than(header) else None
    remember(work, header)
    vault.header_repaired = repaired
    vault.set_aside, vault.file_unsound = arrived.set_aside, arrived.file_unsound
    return vault, not arrived.fresh and vault.unsaved


class _Arrived:
    """What `_arrive` found: `fresh` when the working copy is a new copy of the file."""

    def __init__(self, *, fresh: bool, set_aside: Path | None = None, file_unsound: bool = False) -> None:
        self.fresh = fresh
        self.set_aside = set_aside
        self.file_unsound = file_unsound


def _arrive(file: BinaryIO, path: Path, header: Header, data_key: bytes, work: WorkingCopy) -> _Arrived:
    """Have a working copy at `work.database` that belongs to the file."""
    work.clear_leftovers()
    with contextlib.suppress(OSError):  # a leftover beside a file that may only be read does no harm
        durable.temporary_beside(path).unlink(missing_ok=True)
    if not work.database.exists():
        _take_out(file, path, header, data_key, work)
        return _Arrived(fresh=True)
    left = examine(work, data_key, header.salt)
    if left is not None and left.builds_on(header.head):
        if left.head != header.head:  # the next save writes the file anew, whatever became of it
            return _Arrived(fresh=False)
        try:
            container.check_seal(file, path, header, data_key)
        except UserError:
            return _Arrived(fresh=False, file_unsound=True)
        return _Arrived(fresh=False)
    container.check_seal(file, path, header, data_key)  # before anything is moved
    aside = work.put_away_unread() if left is None else set_work_aside(path, header, data_key, work)
    _take_out(file, path, header, data_key, work)
    return _Arrived(fresh=True, set_aside=aside)


def _take_out(file: BinaryIO, path: Path, header: Header, data_key: bytes, work: WorkingCopy) -> None:
    container.take_out(file, path, header, data_key, work.arriving)
    os.replace(work.arriving, work.database)
    durable.sync_folder(work.folder)


def _back_up_before_migrating(db: Database, path: Path, head: str, data_key: bytes, work: WorkingCopy) -> None:
    """The file as the older version left it. Without room for that, nothing is migrated and the refusal says why."""
    with contextlib.suppress(NewerSchemaError):  # refused next, and nothing is written
        if is_pending(db):
            folder = backup_folder(work.vault)
            if not is_backed_up(backups_in(folder, work.vault), head):
                make_backup(path, data_key, work, folder)


def _bring_up_to_date(db: Database, path: Path, head: str) -> None:
    try:
        migrate(db)
    except NewerSchemaError:
        raise refusals.newer(path) from None
    if read_state(db).base_head != head:  # also after a save whose end nobody saw: the next one may end so, too
        write_state(db, base_head=head)


def _repair(path: Path, header: Header, data_key: bytes) -> bool:
    """Write the copy of the header that is not as it should be anew: a disk forgot a bit, or a change of keys was cut
    off, which leaves the old keys in the older copy. False where the file may only be read."""
    try:
        rewrite_in_place(path, pack(header, data_key))
    except OSError:
        return False
    return True


def _finish_rebuild(db: Database, path: Path) -> None:
    """A rewrite that was cut off before it could replace the previous version beside the file."""
    if read_state(db).previous_stale:
        with contextlib.suppress(OSError):  # a folder that may only be read: it stays noted
            replace_previous(path)
            write_state(db, previous_stale="")


def _real(path: Path) -> Path:
    """Through a symbolic link, so that saving replaces the file and not the link."""
    # Not path.resolve(): on a link that leads to itself it raises what is not an OSError.
    return Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
