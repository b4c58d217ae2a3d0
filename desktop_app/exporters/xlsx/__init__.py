"""Anonymised content as an Excel workbook. Nothing heavy is imported until a file is asked for."""

from __future__ import annotations

from pathlib import Path

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.progress import NoProgress, Progress


def write_xlsx(
    document: AnonymisedDocument, target: Path, *, footer_note: str = "", progress: Progress | None = None
) -> None:
    """Write `document` to `target` as XLSX: its words on a first sheet, each table on a sheet of its own.

    The same content gives the same bytes on every machine. Raises UserError (Exit.OUTSIDE) when `target` cannot be
    written, CancelledError when `progress` says so; nothing is at `target` then that was not there before.
    """
    from desktop_app.exporters.deliver import deliver
    from desktop_app.exporters.xlsx.build import build_xlsx

    deliver(build_xlsx(document.document, footer_note, progress or NoProgress()), target)
