"""The SHA-256 of a file that lies on the disk."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.regular_file import read_regular

_LARGEST = 512 * 2**20  # bytes


def hash_of(path: Path) -> str:
    """Hexadecimal. Raises UserError not-found, and what `read_regular` raises."""
    try:
        return hashlib.sha256(read_regular(path, _LARGEST, safe="Nothing was changed.")).hexdigest()
    except OSError:
        raise UserError(
            f"“{path.name}” could not be read.",
            safe="Nothing was changed.",
            do="Check that it is there and that you may read it.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        ) from None
