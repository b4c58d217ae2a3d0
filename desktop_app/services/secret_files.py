"""Secrets that people keep in files: a keyfile or a passphrase to open with, a recovery key to put away."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.common.errors import Exit, UserError

LARGEST = 1 << 20  # bytes that count; more is not read. A keyfile may be a picture, never a film


def read_keyfile(path: Path) -> bytes:
    """Its first `LARGEST` bytes. Raises UserError when it cannot be read."""
    return read_secret_file(path, called="keyfile")


def read_secret_file(path: Path, *, called: str = "file with the secret") -> bytes:
    """As `read_keyfile`; `called` is what a refusal calls it, for its name may say too much."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise UserError(
            f"The {called} could not be read.",
            safe="Nothing was opened or changed.",
            do="Check that it is there and that you may read it; the drive it is on may have been unplugged.",
            code="secret-file-unreadable",
            exit_code=Exit.OUTSIDE,
        ) from error


def write_recovery_key(key: str, target: Path) -> None:
    """Readable by its owner alone, and never over another file. Raises UserError."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key + "\n")
    except OSError as error:
        raise UserError(
            "The recovery key could not be written there: the name is taken, or the folder may not be written to.",
            safe="No existing file was touched.",
            do="Choose a new file name.",
            code="recovery-file",
            exit_code=Exit.OUTSIDE,
        ) from error
