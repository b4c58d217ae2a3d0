"""Writing a review anew from the ground: under a new data key, or without what was to go for good.

A crash leaves the file as it was or as it is meant to be, never between: everything is saved first, the new database
is made apart, and one rename of the whole file decides.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.common import clock, durable
from desktop_app.common.errors import UserError
from desktop_app.storage import container, driver, refusals
from desktop_app.storage.driver import Database, open_keyed
from desktop_app.storage.header import Header, read_header
from desktop_app.storage.keyslots import AnySlot, subkey
from desktop_app.storage.last_seen import remember
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.state import advance, write_state
from desktop_app.storage.vault import Vault

Alter = Callable[[Database], None]


@dataclass(frozen=True, slots=True)
class Keys:
    """What the file is to be under. `data_key` is 32 bytes."""

    data_key: bytes
    slots: tuple[AnySlot, ...]


def rebuild(vault: Vault, keys: Keys, alter: Alter) -> None:
    """Rewrite file, working copy and the previous version beside the file, with `alter` applied in one transaction.

    `vault.db` is another connection afterwards. Raises UserError; the file is then as it was, with everything saved.
    """
    with vault.saving, vault.using, outside_refusals(vault.path):
        if vault.db.conn.in_transaction:
            raise RuntimeError("a rewrite inside a change")
        vault.save_now()
        salt = os.urandom(16)
        snapshot = vault.work.compact(vault.db)
        try:
            head = _altered(vault, snapshot, keys.data_key, salt, alter)
            header = replace(vault.header, salt=salt, head=head, slots=keys.slots, generation=vault.next_generation())
            _put_in_place(vault, header, keys.data_key, snapshot)
        finally:
            snapshot.unlink(missing_ok=True)
        vault.work.retired.unlink(missing_ok=True)
        # What fails here is noted in the working copy, and done at the next opening.
        with contextlib.suppress(OSError, driver.Error):
            replace_previous(vault.path)
            write_state(vault.db, previous_stale="")


def replace_previous(path: Path) -> None:
    """Have nothing older beside the file than the file itself. Raises OSError."""
    previous = refusals.backup_of(path)
    if not previous.exists():
        return
    try:
        with path.open("rb") as source:
            durable.write_durably(previous, lambda file: container.copy_bytes(source, file))
    except OSError:  # no room for a second copy, but what had to go must go
        previous.unlink(missing_ok=True)


def _altered(vault: Vault, snapshot: Path, data_key: bytes, salt: bytes, alter: Alter) -> str:
    """Turn the snapshot into the database that is to be; returns its head."""
    driver.rekey(snapshot, subkey(vault.data_key, "db"), vault.header.salt, subkey(data_key, "db"), salt)
    db = open_keyed(snapshot, subkey(data_key, "db"), salt, scratch=True)
    try:
        with db.atomic():
            alter(db)
            head = advance(db)
            write_state(db, base_head=head, saving_head="", previous_stale="1")
        db.conn.execute("VACUUM")  # pages that held deleted rows go too
    finally:
        db.close()
    with snapshot.open("r+b") as file:
        os.fsync(file.fileno())  # it becomes the working copy, on which commits will rest
    return head


def _put_in_place(vault: Vault, header: Header, data_key: bytes, snapshot: Path) -> None:
    """Replace the file, then the working copy; or neither."""

    def step_aside() -> None:
        vault.db.close()
        os.replace(vault.work.database, vault.work.retired)

    try:
        written = container.write_container(vault.path, header, data_key, snapshot, ready=step_aside)
    except OSError:
        landed = _landed(vault.path, header)
        if landed is None:
            _step_back(vault)
            raise
        written = landed  # only the last flush of the folder failed: the new file is there, whole
    os.replace(snapshot, vault.work.database)
    durable.sync_folder(vault.work.folder)
    vault.data_key, vault.header = data_key, written
    remember(vault.work, written)
    vault.db = vault.work.open_database(data_key, header.salt)
    vault.saved_at = clock.now()


def _landed(path: Path, header: Header) -> Header | None:
    try:
        there = read_header(path).header
    except UserError:
        return None
    return there if (there.generation, there.head) == (header.generation, header.head) else None


def _step_back(vault: Vault) -> None:
    if vault.work.retired.exists():
        os.replace(vault.work.retired, vault.work.database)
        vault.db = vault.work.open_database(vault.data_key, vault.header.salt)
