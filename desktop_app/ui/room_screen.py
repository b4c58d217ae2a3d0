"""The room of the sample's first workshop, with notes on its wall: for pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.workshop import Consent, Reflection
from desktop_app.services.rooms.making import keep_pack, prepare, write_pack_file
from desktop_app.services.session import Session
from desktop_app.ui.room.room_window import RoomWindow

_PASSPHRASE = "lamp orchard ferry"  # noqa: S105 - of an invented workshop, whose pack is deleted again
_NOTES = 9


def sample_room(session: Session, folder: Path, size: QSize, settle: Callable[[RoomWindow], None]) -> RoomWindow:
    """Shown, open, and with some of what the sample's workshop said typed in as a facilitator would.

    Raises UserError "room-undecided" when the sample has words that wait for a decision.
    """
    snapshot = session.snapshot
    workshop = snapshot.workshops[0]
    prepared = prepare(snapshot, workshop)
    if prepared.brief is None:
        raise UserError(
            "The sample's room waits for decisions about words.",
            safe="Nothing was drawn.",
            code="room-undecided",
            exit_code=Exit.LOOK,
        )
    path = folder / "room.pack"
    keep_pack(session, write_pack_file(path, prepared.brief, _PASSPHRASE, session.file.room_secret(), workshop.uid))
    window = RoomWindow(path)
    window.resize(size)
    window.show()
    window.unlock.given.emit("open", _PASSPHRASE)
    settle(window)
    view = window.view
    if view is None:
        raise AssertionError("the room did not open with its own passphrase")
    spoken = [r for r in snapshot.reflections if r.workshop == workshop.uid and _may_be_shown(r)]
    plain = [said for said in spoken if not view.room.marks(said.text)]
    for said in sorted(plain, key=lambda said: said.text)[:_NOTES]:
        view.room.put_in_column(view.room.capture(said.text, view.prompt.uid), said.valence)
    view.show_wall()
    settle(window)
    return window


def _may_be_shown(said: Reflection) -> bool:
    return said.consent is Consent.QUOTE and not said.sensitive and not said.escalated
