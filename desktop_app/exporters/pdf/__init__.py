"""Anonymised content set as a tagged PDF. Nothing heavy is imported until a file is asked for."""

from __future__ import annotations

from pathlib import Path

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.progress import NoProgress, Progress


def write_pdf(
    document: AnonymisedDocument, target: Path, *, footer_note: str = "", progress: Progress | None = None
) -> None:
    """Set `document` and put it at `target`. `footer_note` follows the marking at the foot.

    The same content gives the same bytes on every machine. Raises UserError (Exit.OUTSIDE) when `target` cannot be
    written, CancelledError when `progress` says so; nothing is at `target` then that was not there before.
    """
    from desktop_app.exporters.deliver import deliver
    from desktop_app.exporters.pdf.build import build_pdf

    deliver(build_pdf(document.document, footer_note, progress or NoProgress()), target)
