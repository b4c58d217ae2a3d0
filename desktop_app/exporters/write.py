"""One way out for every format."""

from __future__ import annotations

from pathlib import Path

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.exporters.docx import write_docx
from desktop_app.exporters.pdf import write_pdf
from desktop_app.exporters.xlsx import write_xlsx

_WRITERS = {"pdf": write_pdf, "docx": write_docx, "xlsx": write_xlsx}
FORMATS = tuple(_WRITERS)


def write(
    document: AnonymisedDocument,
    target: Path,
    format: str,  # noqa: A002 - the field's word, and the command line's
    *,
    footer_note: str = "",
    progress: Progress | None = None,
) -> None:
    """Write `document` to `target` as "pdf", "docx" or "xlsx".

    Raises UserError: Exit.USAGE, code "unknown-format"; Exit.OUTSIDE when `target` cannot be written.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise UserError(
            f"“{format}” is not a format Candour writes.",
            safe="Nothing was written.",
            do=f"Choose one of {', '.join(FORMATS)}.",
            code="unknown-format",
            exit_code=Exit.USAGE,
        )
    writer(document, target, footer_note=footer_note, progress=progress)
