"""Changing what opens a review: the header alone is written anew, whatever the size of the review."""

from __future__ import annotations

from desktop_app.storage import untold
from desktop_app.storage.access import Access
from desktop_app.storage.keyslots import PASSPHRASE, RECOVERY, SHARES, Slot, wrap, wrap_for_shares
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.secrets import MODERATE, KdfCost, Passphrase, RecoveryKey
from desktop_app.storage.shares import new_shares


def change_passphrase(access: Access, passphrase: Passphrase, cost: KdfCost) -> None:
    """Raises UserError."""
    _change_slot(access, PASSPHRASE, wrap(access.vault.data_key, passphrase, cost))


def replace_recovery_key(access: Access) -> str:
    """Returns the new key, which is kept in the review until it is put away. Raises UserError."""
    key = new_recovery_key()
    _change_slot(access, RECOVERY, wrap(access.vault.data_key, RecoveryKey(key), MODERATE), (key,))
    return key


def replace_shares(access: Access, needed: int, made: int) -> tuple[str, ...]:
    """Returns the new shares, kept in the review until they are put away.

    Raises UserError, ValueError for a plan out of limits.
    """
    raw, plan, texts = new_shares(needed, made)
    _change_slot(access, SHARES, wrap_for_shares(access.vault.data_key, raw, plan), texts)
    return texts


def put_away(access: Access, kind: str) -> None:
    """Somebody says that what was made of this kind is somewhere safe: the review forgets it. Raises UserError."""
    with access.transaction():
        if untold.forget(access.db, kind):
            access.note("key-put-away", "", kind)


def _change_slot(access: Access, kind: str, slot: Slot, texts: tuple[str, ...] = ()) -> None:
    if texts:
        with access.transaction():
            untold.keep_beside(access.db, kind, texts)
    access.vault.change_slots(lambda slots: (*(old for old in slots if old.kind != kind), slot))
    with access.transaction():
        if texts:
            untold.keep_alone(access.db, kind, texts)
        access.note("key-change", "", kind)
