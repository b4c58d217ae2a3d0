"""Anonymised content as a Word document. Nothing heavy is imported until a file is asked for."""

from __future__ import annotations

from pathlib import Path

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.progress import NoProgress, Progress


def write_docx(
    document: AnonymisedDocument, target: Path, *, footer_note: str = "", progress: Progress | None = None
) -> None:
    """Write `document` to `target` as DOCX. `footer_note` follows the marking at the foot.

    The same content gives the same bytes on every machine. Raises UserError (Exit.OUTSIDE) when `target` cannot be
    written, CancelledError when `progress` says so; nothing is at `target` then that was not there before.
    """
    from desktop_app.exporters.deliver import deliver
    from desktop_app.exporters.docx.build import build_docx

    deliver(build_docx(document.document, footer_note, progress or NoProgress()), target)
