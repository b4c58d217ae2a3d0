"""One way out for every format: bytes first, a file only when they are wanted as one."""

from __future__ import annotations

from pathlib import Path

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.exporters.deliver import deliver

FORMATS = ("pdf", "docx", "xlsx")  # csv besides, for tables alone


def build(
    document: AnonymisedDocument,
    format: str,  # noqa: A002 - the field's word, and the command line's
    *,
    footer_note: str = "",
    progress: Progress | None = None,
) -> bytes:
    """`document` as the bytes of a "pdf", "docx" or "xlsx", or of a "csv" of its tables alone.

    The same content gives the same bytes everywhere.

    Raises UserError (Exit.USAGE, code "unknown-format"), CancelledError when `progress` says so.
    """
    watcher = progress or NoProgress()
    # Each library is slow to import, so only the one asked for is.
    match format:
        case "pdf":
            from desktop_app.exporters.pdf.build import build_pdf

            return build_pdf(document.document, footer_note, watcher)
        case "docx":
            from desktop_app.exporters.docx.build import build_docx

            return build_docx(document.document, footer_note, watcher)
        case "xlsx":
            from desktop_app.exporters.xlsx.build import build_xlsx

            return build_xlsx(document.document, footer_note, watcher)
        case "csv":
            from desktop_app.exporters.delimited import build_csv

            return build_csv(document.document, watcher)
    raise UserError(
        f"“{format}” is not a format Candour writes.",
        safe="Nothing was written.",
        do=f"Choose one of {', '.join(FORMATS)}.",
        code="unknown-format",
        exit_code=Exit.USAGE,
    )


def write(
    document: AnonymisedDocument,
    target: Path,
    format: str,  # noqa: A002
    *,
    footer_note: str = "",
    progress: Progress | None = None,
) -> None:
    """Build `document` and put it at `target`. Raises what `build` does, and UserError (Exit.OUTSIDE) from the disk."""
    deliver(build(document, format, footer_note=footer_note, progress=progress), target)
