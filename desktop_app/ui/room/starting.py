"""Starting a room as a process of its own, its pack told through a pipe and in no list of processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import desktop_app
from desktop_app.common.errors import Exit, UserError

_NEW_GROUP = 0x00000200  # CREATE_NEW_PROCESS_GROUP, winbase.h


def start_room(path: Path) -> None:
    """Raises OSError when the system cannot start a process."""
    windows = sys.platform == "win32"
    process = subprocess.Popen(  # noqa: S603 - this program again
        _command(),
        cwd=_home(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=not windows,
        creationflags=_NEW_GROUP if windows else 0,
    )
    if process.stdin is not None:
        process.stdin.write(_line(path))
        process.stdin.close()


def room_not_started() -> UserError:
    return UserError(
        "The room could not be started.",
        safe="Its pack is there, and the review is as it was.",
        do="Open the pack with “candour room”, or restart the computer and try again.",
        code="room-not-started",
        exit_code=Exit.OUTSIDE,
    )


def begin_again_unnamed(path: Path) -> NoReturn:
    """This process begins again as `candour room -`; its path is on its standard input."""
    reading, writing = os.pipe()
    os.write(writing, _line(path))
    os.close(writing)
    os.dup2(reading, 0)
    os.close(reading)
    words = _command()
    os.chdir(_home())
    os.execv(words[0], words)  # noqa: S606 - this program again


def _line(path: Path) -> bytes:
    return os.fsencode(path.absolute()).hex().encode() + b"\n"


def _home() -> Path:
    return Path(desktop_app.__file__).parents[1]  # where `-m desktop_app` is found, installed or not


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "room", "-"]
    return [sys.executable, "-m", "desktop_app", "room", "-"]
