"""`candour room PACK`: a workshop's room, in a process that never opens a review."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from desktop_app.common.errors import Exit, UserError

_LONGEST_PATH = 65_536


def run(args: argparse.Namespace) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise UserError(
            "There is no display here to show a room on.",
            safe="Nothing was opened.",
            do="Open the pack on the computer that the projector is connected to.",
            code="no-display",
            exit_code=Exit.OUTSIDE,
        )
    path = _from_standard_input() if args.pack == "-" else Path(args.pack)
    _look(path)
    if args.pack != "-" and sys.platform != "win32":
        from desktop_app.ui.room.starting import begin_again_unnamed

        begin_again_unnamed(path)
    from desktop_app.ui.room.app import run as run_room

    return run_room(path)


def _from_standard_input() -> Path:
    """As hexadecimal, on one line: a list of processes is readable by others, and a path can name a child."""
    try:
        line = sys.stdin.buffer.readline(_LONGEST_PATH).strip()
        return Path(os.fsdecode(bytes.fromhex(line.decode("ascii"))))
    except ValueError:
        raise UserError(
            "There was no pack on standard input.",
            safe="Nothing was opened.",
            do="“candour room PACK” opens a room.",
            code="no-handover",
            exit_code=Exit.USAGE,
        ) from None


def _look(path: Path) -> None:
    """A file that can be no room is refused here, before a window covers the screen."""
    from desktop_app.services.rooms.looking import look_at

    look_at(path)
