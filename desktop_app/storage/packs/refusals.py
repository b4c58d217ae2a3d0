"""Refusals of a room pack in words: what happened, what is safe, what to do. Codes are stable."""

from __future__ import annotations

from pathlib import Path

from desktop_app.common.errors import Exit, UserError

_SAFE = "Nothing was taken from it, and the review is as it was."


def _of(path: Path, what: str, do: str, code: str, exit_code: Exit = Exit.FILE) -> UserError:
    return UserError(f"“{path.name}” {what}", safe=_SAFE, do=do, code=code, exit_code=exit_code)


def empty(path: Path) -> UserError:
    return _of(path, "is empty.", "Copy the pack from the room's computer again.", "empty")


def foreign(path: Path) -> UserError:
    return _of(path, "is not a room pack.", "Choose the file the room was run from.", "pack-foreign")


def newer(path: Path) -> UserError:
    return _of(path, "was made by a newer Candour.", "Update this one, then bring the pack back.", "pack-newer")


def damaged(path: Path) -> UserError:
    return _of(
        path,
        "is damaged: a part of it cannot be read.",
        "Copy it from the room's computer again; the stick may be failing.",
        "pack-damaged",
    )


def altered(path: Path) -> UserError:
    return _of(
        path,
        "was altered after the room wrote it, so nothing in it can be relied on.",
        "Bring the file from the room's own computer.",
        "pack-altered",
    )


def other_review(path: Path) -> UserError:
    return _of(
        path, "belongs to another review.", "Open the review it was made from, and bring it back there.", "pack-other"
    )


def unknown_hand(path: Path) -> UserError:
    return _of(
        path,
        "was signed by a hand this review does not know.",
        "Only packs made from this review can be brought back. Ask who made the file.",
        "pack-unknown",
    )


def wrong_passphrase() -> UserError:
    return UserError(
        "The passphrase does not open this room.",
        safe="Nothing has been changed.",
        do="Try again: capitals and spaces count. It was chosen when the pack was made.",
        code="wrong-secret",
        exit_code=Exit.SECRET,
    )


def empty_passphrase() -> UserError:
    return UserError(
        "The room's passphrase is empty.",
        safe="No pack was made.",
        do="Choose one for the facilitators: it opens the room and ends it, and is not the review's own.",
        code="empty-secret",
        exit_code=Exit.USAGE,
    )


def closed(path: Path) -> UserError:
    return _of(
        path,
        "was closed at the end of its workshop.",
        "Bring it back into the review. For another session, make a new pack.",
        "room-closed",
        Exit.USAGE,
    )
