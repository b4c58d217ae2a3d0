"""An open review file and its working copy: saving, changing what opens it, closing.

The file is whole and openable by itself at every instant. Work is committed to the encrypted working copy at once
and reaches the file with `save`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.common import clock
from desktop_app.common.errors import Exit, UserError
from desktop_app.storage import container, refusals
from desktop_app.storage.driver import Database
from desktop_app.storage.header import SIZE, Header, copies_agree, open_for_reading, pack, read_header, rewrite_in_place
from desktop_app.storage.integrity import Problem
from desktop_app.storage.keyslots import AnySlot, subkey
from desktop_app.storage.last_seen import remember
from desktop_app.storage.lock import ReviewLock
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.side_file import side_name
from desktop_app.storage.state import read_state, write_state
from desktop_app.storage.still_pages import compact_copy, hold_still, is_loose, is_sound, let_go
from desktop_app.storage.working_copy import WorkingCopy

_LOOKED_THROUGH_EACH = 15 * 60  # seconds: a save that looks through all pages takes twice as long
ChangeSlots = Callable[[tuple[AnySlot, ...]], tuple[AnySlot, ...]]


@dataclass(slots=True)
class Vault:
    """Made by `opening.create_vault` and `opening.open_vault`. `using` guards the database connection."""

    path: Path
    header: Header
    data_key: bytes = field(repr=False)
    work: WorkingCopy
    db: Database
    lock: ReviewLock
    using: threading.RLock = field(default_factory=threading.RLock)
    file_unsound: bool = False  # the working copy is good, the file is not: save even if nothing changed
    set_aside: Path | None = None
    saved_at: dt.datetime | None = None  # when the file was last written, None when it is not there
    newer_seen: dt.datetime | None = None  # when this computer last had a newer version of the file open
    header_repaired: bool = False  # one of its two copies was not as the other, and is now
    saving: threading.Lock = field(default_factory=threading.Lock)  # taken before `using`, never after
    looked_through: float = field(default_factory=time.monotonic)  # when each page of the working copy was found good
    closed: bool = False
    _tried: tuple[int, str] | None = None  # generation and head of a save whose end we have not seen

    def __post_init__(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self.saved_at = dt.datetime.fromtimestamp(int(self.path.stat().st_mtime), dt.UTC)

    @property
    def unsaved(self) -> bool:
        """Whether the working copy holds committed work that the file does not."""
        with self.using:
            return self.file_unsound or read_state(self.db).head != self.header.head

    def save(self) -> dt.datetime:
        """Write the file anew; returns when. Other threads may go on changing the review while its bytes are written.

        What somebody else wrote under this name meanwhile is kept beside it, `set_aside`. Raises UserError.
        """
        with self.saving, outside_refusals(self.path):
            return self.save_now()

    def save_now(self) -> dt.datetime:
        """As `save`, for who holds `saving` already. Raises OSError, driver.Error, UserError."""
        with self._held_still() as (head, database):
            self._write(replace(self.header, head=head, generation=self.next_generation()), database)
        with self.using:
            write_state(self.db, base_head=head)
            self.saved_at = saved_at = clock.now()
        return saved_at

    @contextlib.contextmanager
    def _held_still(self) -> Iterator[tuple[str, Path]]:
        """The newest head, and a database file that holds the review at that head while others go on working."""
        with self.using:
            if self.db.conn.in_transaction:
                raise RuntimeError("save inside a change")
            head = read_state(self.db).head
            write_state(self.db, saving_head=head)
            loose = is_loose(self.db)
            hold_still(self.db)
        try:
            key, salt = subkey(self.data_key, "db"), self.header.salt
            if time.monotonic() - self.looked_through > _LOOKED_THROUGH_EACH:
                if not is_sound(self.work, key, salt):
                    raise refusals.working_copy_damaged(self.path)
                self.looked_through = time.monotonic()
            yield head, compact_copy(self.work, key, salt) if loose else self.work.database
        finally:
            with self.using:
                let_go(self.db)
            self.work.snapshot.unlink(missing_ok=True)

    def change_slots(self, change: ChangeSlots) -> None:
        """Rewrite the header alone, in the file and in the previous version beside it. Raises UserError."""
        if not self._file_is_ours():
            self.save()
        with self.saving, outside_refusals(self.path):
            slots = change(self.header.slots)
            written = replace(self.header, slots=slots, generation=self.next_generation())
            rewrite_in_place(self.path, pack(written, self.data_key))
            self.header = written
            remember(self.work, written)
        self._change_previous(slots)

    def close(self, *, save: bool) -> None:
        """With `save`, unsaved work reaches the file first; if that fails, the review stays open.

        Without, unsaved work stays in the working copy and is found at the next opening.
        """
        if save and self.unsaved:
            self.save()
        with self.saving, self.using:  # closing writes the database file, which a save may be copying
            keep = self.unsaved
            self.db.close()
            self.closed = True
        if not keep:
            self.work.delete()
        self.lock.release()

    def seal_problems(self) -> list[Problem]:
        """Whether the file is, byte for byte, what was last saved."""
        try:
            with open_for_reading(self.path) as file:
                container.check_file(self.path, file, self.data_key)
                file.seek(0)
                if not copies_agree(file.read(SIZE)):
                    what = "One of the two copies of the keys at the file's beginning is damaged; saving repairs it."
                    return [Problem("header-copy", what, self.path.name)]
        except UserError as refusal:
            return [Problem(refusal.code, refusal.what, self.path.name)]
        if not self._file_is_ours():
            return [Problem("changed-elsewhere", "The file was replaced since it was opened.", self.path.name)]
        return []

    def _write(self, header: Header, database: Path) -> None:
        keep = refusals.backup_of(self.path)
        other = None
        if not self.path.parent.is_dir():
            raise refusals.not_found(self.path.parent)
        if self.path.exists() and not self._file_is_ours():
            keep = other = side_name(self.path, "changed elsewhere")
        self._tried = (header.generation, header.head)
        self.header = container.write_container(self.path, header, self.data_key, database, keep=keep)
        self._tried = None
        remember(self.work, self.header)
        self.set_aside = other or self.set_aside
        self.file_unsound = False

    def _file_is_ours(self) -> bool:
        """Whether the file is still the one this session opened or last saved."""
        try:
            there = read_header(self.path).header
        except UserError:
            return False
        ours = self.header
        if (there.generation, there.head) == self._tried:
            return there.vault == ours.vault
        return (there.vault, there.generation, there.seal) == (ours.vault, ours.generation, ours.seal)

    def next_generation(self) -> int:
        """Above whatever was written under this name, also by others."""
        try:
            return max(self.header.generation, read_header(self.path).header.generation) + 1
        except UserError:
            return self.header.generation + 1

    def _change_previous(self, slots: tuple[AnySlot, ...]) -> None:
        """Otherwise the previous version would still open with the old passphrase."""
        previous = refusals.backup_of(self.path)
        if not previous.exists():
            return
        try:
            read = read_header(previous)
        except UserError as refusal:
            if refusal.exit_code is Exit.FILE:  # nothing opens it, so the old passphrase does not either
                return
            raise
        there = read.settled(self.data_key)
        if there is not None and there.vault == self.header.vault:
            changed = replace(there, slots=slots, generation=there.generation + 1)
            with outside_refusals(previous):
                rewrite_in_place(previous, pack(changed, self.data_key))
