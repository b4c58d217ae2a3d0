"""Where an output may be written: never over a review, never as a format it is not made in."""

from __future__ import annotations

from pathlib import Path

from desktop_app.anonymise.gate import register_leaks
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart
from desktop_app.common.errors import Exit, UserError


def check_target(review: Path, name: str, formats: tuple[str, ...], file_format: str, target: Path) -> None:
    """Raises UserError where the output `name`, made in `formats`, cannot or must not be written to `target`."""
    if file_format not in formats:
        raise UserError(
            f"{name} is not made as {file_format.upper()}.",
            safe="Nothing was written.",
            do=f"Choose one of: {', '.join(formats)}.",
            code="format-not-offered",
            exit_code=Exit.USAGE,
        )
    if target.suffix.lower() == ".review" or target.resolve() == review.resolve():
        raise UserError(
            "The output would be written over a review file.",
            safe="Nothing was written; the review is untouched.",
            do=f"Choose a name that ends in .{file_format}.",
            code="target-is-a-review",
            exit_code=Exit.USAGE,
        )
    if target.is_dir():
        raise UserError(
            "The place to write to is a folder.",
            safe="Nothing was written.",
            do="Give a file name inside it.",
            code="target-is-a-folder",
            exit_code=Exit.OUTSIDE,
        )
    if not target.parent.is_dir():
        raise UserError(
            "The folder to write to does not exist.",
            safe="Nothing was written.",
            do="Make the folder first, or choose another.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        )


def check_name(target: Path, register: Register, allowed: frozenset[str]) -> None:
    """Raises UserError where the file's name, which goes wherever the file goes, holds a name of the register."""
    if register_leaks((FilePart("file name", target.stem),), register, allowed):
        raise UserError(
            "The name chosen for the file holds a name from the register.",
            safe="Nothing was written.",
            do="Choose another, such as the review's reference and the kind of output.",
            code="name-in-file-name",
            exit_code=Exit.LOOK,
        )
