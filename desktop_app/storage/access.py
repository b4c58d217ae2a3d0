"""One thread at a time at an open review: reading it, and changing it in transactions that the ledger knows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from desktop_app.common.progress import CancelledError
from desktop_app.storage import refusals
from desktop_app.storage.audit import AuditChain
from desktop_app.storage.codec import UnreadableValueError
from desktop_app.storage.driver import Database
from desktop_app.storage.history import History
from desktop_app.storage.keyslots import subkey
from desktop_app.storage.outside import database_refusals
from desktop_app.storage.vault import Vault

DEVICE = "desk"  # the author's own machine; workshop packs have names of their own


class Access:
    """What an open review's parts share. Made once a session; the triggers that undo rests on are set here."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._changing = False
        self.reconnected()

    def reconnected(self) -> None:
        """The database is another, or under another key."""
        with database_refusals(self.vault.path):
            self.history = History(self.db)
        self.audit = self.audit_of(self.db, self.vault.data_key)

    @property
    def db(self) -> Database:
        """Another one after a rewrite: never to be kept."""
        return self.vault.db

    @property
    def changing(self) -> bool:
        """Is a change under way, perhaps another thread's? Known here, for the connection may not be asked."""
        return self._changing

    @staticmethod
    def audit_of(db: Database, data_key: bytes) -> AuditChain:
        """The ledger of a database that is, or is to be, under `data_key`."""
        return AuditChain(db, subkey(data_key, "audit"), DEVICE)

    @contextlib.contextmanager
    def using(self) -> Iterator[None]:
        """While inside, nobody else uses the database. Errors of the database become UserError.

        Nothing at all may be asked of the connection outside, not even whether it is in a transaction: SQLite waits
        for its own lock with Python's held then, and whoever has the first waits in a callback for the second.

        Raises CancelledError once the review is closed: a worker that comes too late has nobody to work for.
        """
        with self.vault.using, database_refusals(self.vault.path):
            if self.vault.closed:
                raise CancelledError
            try:
                yield
            except UnreadableValueError:
                raise refusals.newer(self.vault.path) from None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, while nobody else uses it."""
        with self.using():
            yield self.db

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done inside, or nothing of it."""
        with self.using():
            if self._changing:
                raise RuntimeError("a change inside a change")
            self._changing = True
            try:
                with self.db.atomic():
                    yield
            finally:
                self._changing = False

    def note(self, action: str, ref: str, detail: str) -> None:
        """An entry in the ledger, inside a transaction; it is the new head."""
        self.audit.add(action, ref=ref, detail=detail)
