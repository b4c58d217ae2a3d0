"""Finished bytes to a file: all of them or none of them, with the system's refusals in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

from desktop_app.common.durable import write_durably
from desktop_app.common.errors import Exit, UserError

_SAFE = "Nothing was written and the review is unchanged."
_NO_PERMISSION = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR}
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_FOUND = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}


def deliver(data: bytes, target: Path) -> None:
    """Put `data` at `target`: a private file beside it, flushed to disk, then moved over it in one step.

    Raises UserError (Exit.OUTSIDE) with code "no-permission", "disk-full", "not-found" or "not-written"; whatever
    stood at `target` is then still there, whole.
    """
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        if target.is_symlink() or (target.exists() and not target.is_file()):
            raise _not_plain(target)
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "is read-only")
        write_durably(target, lambda file: _put(data, file))
    except OSError as error:
        raise explained(error, target) from error


def _put(data: bytes, file: BinaryIO) -> None:
    file.write(data)


def _not_plain(target: Path) -> UserError:
    """A link would be replaced, not followed, and a device or pipe is no place for a document."""
    return UserError(
        f"“{target.name}” is a link or a device, not an ordinary file.",
        safe=_SAFE,
        do="Give the name of an ordinary file.",
        code="not-a-file",
        exit_code=Exit.OUTSIDE,
    )


def explained(error: OSError, target: Path) -> UserError:
    """The system's refusal in words a person can act on."""
    number = error.errno
    if number in _NOT_FOUND:
        return UserError(
            f"The folder for “{target.name}” does not exist.",
            safe=_SAFE,
            do="Choose a folder that is there, or make it first.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        )
    if number in _DISK_FULL:
        return UserError(
            f"There was no room on the disk for “{target.name}”.",
            safe=_SAFE,
            do="Make room, or choose another disk, and try again.",
            code="disk-full",
            exit_code=Exit.OUTSIDE,
        )
    if number in _NO_PERMISSION:
        return UserError(
            f"“{target.name}” may not be written there.",
            safe=_SAFE,
            do="Choose another folder or another name.",
            code="no-permission",
            exit_code=Exit.OUTSIDE,
        )
    return UserError(
        f"“{target.name}” could not be written: the system refused it.",
        safe=_SAFE,
        do="Try another folder or another disk.",
        code="not-written",
        exit_code=Exit.OUTSIDE,
    )
