"""Changing what opens a review: the header alone, or, where a secret has leaked, everything."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.common.errors import UserError
from desktop_app.services.backups import renew_backups
from desktop_app.services.session import Session, check_passphrase


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """`recovery_key` is shown once. `backups_trouble` says why older backups, which the old secrets open, are left."""

    recovery_key: str = field(repr=False)
    backups_removed: int = 0
    backups_trouble: str = ""


def change_passphrase(session: Session, passphrase: str, keyfile: bytes | None = None) -> None:
    check_passphrase(passphrase, safe="The passphrase was not changed.")
    session.file.change_passphrase(passphrase, keyfile=keyfile)


def new_recovery_key(session: Session) -> str:
    """Shown once; the one before stops working on this file."""
    return session.file.new_recovery_key()


def rekey(session: Session, passphrase: str, keyfile: bytes | None = None, *, keep_backups: bool = False) -> Rekeyed:
    """For a secret that has leaked: a new data key, everything written anew, and a new recovery key, shown once.

    Nothing that opened the review before opens this file, the version beside it or the backups on this computer, for
    which one fresh backup is made. Copies made elsewhere still open with the old secrets, and recovery shares are gone.
    Raises UserError; nothing has then changed.
    """
    check_passphrase(passphrase, safe="Nothing was changed: the old passphrase still opens the review.")
    key = session.file.rekey(passphrase, keyfile=keyfile)
    if keep_backups:
        return Rekeyed(key)
    try:
        return Rekeyed(key, renew_backups(session))
    except UserError as trouble:  # the key must reach the person whatever the backups do
        return Rekeyed(key, backups_trouble=trouble.message)
