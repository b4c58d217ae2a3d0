"""The one durable way to write a file: temp beside it, flush, fsync, keep the old, replace, fsync the folder."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_SUFFIX = ".saving"


def temporary_beside(target: Path) -> Path:
    """Where `write_durably` writes before it replaces; a leftover of a crash has this name."""
    return target.with_name(target.name + _SUFFIX)


def write_durably(
    target: Path, fill: Callable[[BinaryIO], None], *, keep: Path | None = None, new: bool = False
) -> None:
    """Write `target` so that at every instant it is whole: either as it was or as `fill` wrote it.

    `keep` is where the version before stays. With `new`, raises FileExistsError rather than replace anything.
    Raises OSError; the target is then as it was (or, if only the last fsync of the folder failed, as written).
    """
    temp = temporary_beside(target)
    temp.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(temp, NEW_FILE, 0o600), "w+b") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        if new:
            _place_new(temp, target)
        else:
            _keep_mode(target, temp)
            if keep is not None and target.exists():
                _keep_previous(target, keep)
            _replace(temp, target)
    finally:
        temp.unlink(missing_ok=True)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut. Windows does this by itself and cannot be asked."""
    if os.name != "posix":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def _keep_mode(target: Path, temp: Path) -> None:
    """A file shared with a group stays shared with it."""
    if os.name == "posix" and target.exists():
        os.chmod(temp, stat.S_IMODE(target.stat().st_mode))


def _keep_previous(target: Path, keep: Path) -> None:
    """`target` stays where it is all the while: the previous version gets a second name, or is copied."""
    spare = keep.with_name(keep.name + _SUFFIX)
    spare.unlink(missing_ok=True)
    try:
        try:
            os.link(target, spare)
        except OSError:  # FAT sticks and some network drives have no second names
            _copy(target, spare)
        _replace(spare, keep)
    finally:
        spare.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as old, os.fdopen(os.open(target, NEW_FILE, 0o600), "wb") as copy:
        shutil.copyfileobj(old, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())


def _place_new(temp: Path, target: Path) -> None:
    try:
        os.link(temp, target)  # fails when the name is taken, which a rename on POSIX does not
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError(target.name) from None
        _replace(temp, target)


def _replace(source: Path, target: Path) -> None:
    """os.replace; on Windows a scanner or sync client may hold the file for a moment, so it tries again."""
    for pause in (0.05, 0.2, 0.5, 1.0) if sys.platform == "win32" else ():
        try:
            os.replace(source, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(source, target)
