"""Why a file was not read, in words a person can act on."""

from __future__ import annotations

from desktop_app.common.errors import Exit, UserError

LARGEST_FILE = 512 * 2**20  # bytes
LARGEST_PART = 256 * 2**20  # bytes of one part, unpacked
LARGEST_WHOLE = 768 * 2**20  # bytes of all parts, unpacked
MOST_MEMBERS = 5_000
MOST_SAID = 96 * 2**20  # characters of all that is read: a file that says the same a million times over

_SAFE = "Nothing was changed."


class TooMuchError(Exception):
    """A file says more than is read of any; told as `too_large`."""


def foreign(name: str) -> UserError:
    return UserError(
        f"“{name}” is not a PDF, a Word document, an Excel workbook or a picture.",
        safe=_SAFE,
        do="Choose a .pdf, .docx, .xlsx, .png or .jpg file.",
        code="foreign",
        exit_code=Exit.FILE,
    )


def damaged(name: str) -> UserError:
    return UserError(
        f"“{name}” is damaged and cannot be read to its end.",
        safe=_SAFE,
        do="Export it again, or ask for another copy.",
        code="damaged",
        exit_code=Exit.FILE,
    )


def encrypted(name: str) -> UserError:
    return UserError(
        f"“{name}” is locked with a password, so its contents cannot be checked.",
        safe=_SAFE,
        do="Ask for a copy without a password.",
        code="encrypted",
        exit_code=Exit.FILE,
    )


def too_large(name: str) -> UserError:
    return UserError(
        f"“{name}” unpacks to more than Candour opens.",
        safe=_SAFE,
        do="Check where the file comes from: a document of this size is not usual.",
        code="too-large",
        exit_code=Exit.FILE,
    )


def unopened(name: str) -> UserError:
    return UserError(
        f"“{name}” could not be opened.",
        safe=_SAFE,
        do="Check that it is there and that you may read it.",
        code="not-found",
        exit_code=Exit.OUTSIDE,
    )
