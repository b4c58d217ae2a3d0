"""The review's own key for what its rooms capture: in the encrypted file, and not changed by a new data key."""

from __future__ import annotations

from desktop_app.storage.driver import Database
from desktop_app.storage.packs.sealing import new_review_secret
from desktop_app.storage.state import read_note, write_state

_NOTE = "room_secret"


def room_secret(db: Database) -> bytes:
    """32 bytes, made when there are none yet. Inside a transaction."""
    held = read_note(db, _NOTE)
    if not held:
        held = new_review_secret().hex()
        write_state(db, **{_NOTE: held})
    return bytes.fromhex(held)
