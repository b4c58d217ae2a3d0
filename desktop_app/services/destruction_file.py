"""A destruction record as a text file, for the records office."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from desktop_app.common.durable import write_durably
from desktop_app.common.errors import Exit, UserError


def write_destruction_record(words: str, target: Path) -> None:
    """Whole or not at all. A file of that name is replaced: whoever chose it was asked. Raises UserError."""

    def fill(file: BinaryIO) -> None:
        file.write(words.encode("utf-8"))

    try:
        write_durably(target, fill)
    except OSError as error:
        raise UserError(
            "The record could not be written there.",
            safe="It is kept in the review itself and stays there.",
            do="Choose another folder, or print it.",
            code="record-not-written",
            exit_code=Exit.OUTSIDE,
        ) from error
