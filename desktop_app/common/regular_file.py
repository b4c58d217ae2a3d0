"""Files that somebody names, read within a limit: never a device that has no end or a pipe that waits for ever."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desktop_app.common.errors import Exit, UserError

_READ = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
)  # not waiting: a pipe put in the file's place after it was looked at must not hang


def read_regular(path: Path, limit: int, *, safe: str) -> bytes:
    """The bytes of a regular file (links to one are followed): at most `limit` + 1, so that more than `limit` means
    the file is larger. `safe` is the error's sentence on what is safe. Raises OSError, and UserError not-a-file for a
    folder, device, pipe or socket, which is never opened.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise not_a_file(path, safe)
    with open(path, "rb", opener=lambda name, _: os.open(name, _READ)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise not_a_file(path, safe)
        return file.read(limit + 1)


def not_a_file(path: Path, safe: str) -> UserError:
    return UserError(
        f"{path.name} is not a file but a folder, a device or a pipe.",
        safe=safe,
        do="Choose a file, or save what it gives to a file first.",
        code="not-a-file",
        exit_code=Exit.OUTSIDE,
    )
