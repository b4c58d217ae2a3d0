"""Changing what opens a review: the header alone, or, where a secret has leaked, everything."""

from __future__ import annotations

from desktop_app.services.session import Session, check_passphrase


def change_passphrase(session: Session, passphrase: str, keyfile: bytes | None = None) -> None:
    check_passphrase(passphrase, safe="The passphrase was not changed.")
    session.file.change_passphrase(passphrase, keyfile=keyfile)


def new_recovery_key(session: Session) -> str:
    """Shown once; the one before stops working on this file."""
    return session.file.new_recovery_key()


def rekey(session: Session, passphrase: str, keyfile: bytes | None = None) -> str:
    """For a secret that has leaked: a new data key, everything written anew, and a new recovery key, shown once.

    Nothing that opened the review before opens this file or the version beside it; copies made before still open.
    """
    check_passphrase(passphrase, safe="Nothing was changed: the old passphrase still opens the review.")
    return session.file.rekey(passphrase, keyfile=keyfile)
