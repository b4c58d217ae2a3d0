"""Rewrites of a review from the ground: under a new data key, with its content gone, or without some records."""

from __future__ import annotations

import os
from collections.abc import Sequence

from desktop_app.domain.record import Record
from desktop_app.storage import bin_rows, records, refusals, untold
from desktop_app.storage.access import DEVICE, Access
from desktop_app.storage.driver import Database
from desktop_app.storage.keyslots import RECOVERY, SHARES, AnySlot, subkey, wrap
from desktop_app.storage.rebuild import Alter, Keys, rebuild
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.schema import families
from desktop_app.storage.secrets import KdfCost, Passphrase, RecoveryKey


def rekey(access: Access, passphrase: Passphrase, cost: KdfCost) -> str:
    """Returns the new recovery key. Raises UserError; nothing has then changed."""
    keys, recovery = _new_keys(passphrase, cost)
    former = subkey(access.vault.data_key, "audit")

    def note(db: Database) -> None:
        chain = access.audit_of(db, keys.data_key)
        chain.retire_key(former)
        chain.add("rekey")
        _keep_key(db, recovery)

    _rewrite(access, keys, note)
    return recovery


def replace_all_content(
    access: Access, kept: Sequence[Record], passphrase: Passphrase, *, ref: str, cost: KdfCost
) -> str:
    """Everything but `kept` and the ledger goes. Returns the new recovery key. Raises UserError as `rekey`."""
    keys, recovery = _new_keys(passphrase, cost)
    former = subkey(access.vault.data_key, "audit")

    def replace_content(db: Database) -> None:
        for table in (*families(), "_drafts", "_steps"):  # the steps take their history along
            db.conn.execute(f'DELETE FROM "{table}"')  # noqa: S608
        records.put(db, kept, DEVICE)
        chain = access.audit_of(db, keys.data_key)
        chain.retire_key(former)
        chain.add("destroy", ref=ref)
        _keep_key(db, recovery)

    _rewrite(access, keys, replace_content)
    return recovery


def purge(access: Access, items: Sequence[tuple[type[Record], str]]) -> None:
    """Raises UserError, e.g. "not-in-bin"; nothing has then changed."""
    with access.using():
        if missing := bin_rows.missing_from_bin(access.db, items):
            raise refusals.not_in_bin(len(missing))
    keys = Keys(access.vault.data_key, access.vault.header.slots)

    def remove(db: Database) -> None:
        counts = bin_rows.purge(db, items)
        access.audit_of(db, keys.data_key).add("purge", detail=counts)

    _rewrite(access, keys, remove)


def _rewrite(access: Access, keys: Keys, alter: Alter) -> None:
    before = access.db
    try:
        rebuild(access.vault, keys, alter)
    finally:
        if access.db is not before:
            access.reconnected()


def _keep_key(db: Database, recovery: str) -> None:
    """With the rewrite that makes it the only one, so that no crash comes between."""
    untold.keep_alone(db, RECOVERY, (recovery,))
    untold.forget(db, SHARES)


def _new_keys(passphrase: Passphrase, cost: KdfCost) -> tuple[Keys, str]:
    """A new data key with the slots that hold it, and the recovery key among them."""
    data_key, recovery = os.urandom(32), new_recovery_key()
    slots: tuple[AnySlot, ...] = (wrap(data_key, passphrase, cost), wrap(data_key, RecoveryKey(recovery), cost))
    return Keys(data_key, slots), recovery
