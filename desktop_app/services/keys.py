"""Changing what opens a review. The content is not rewritten."""

from __future__ import annotations

from desktop_app.services.session import Session, check_passphrase


def change_passphrase(session: Session, passphrase: str, keyfile: bytes | None = None) -> None:
    check_passphrase(passphrase, safe="The passphrase was not changed.")
    session.file.change_passphrase(passphrase, keyfile=keyfile)


def new_recovery_key(session: Session) -> str:
    """Shown once; the one before stops working on this file."""
    return session.file.new_recovery_key()
