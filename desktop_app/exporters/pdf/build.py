"""A document's PDF bytes."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from desktop_app.common.document import Document, Table
from desktop_app.common.progress import Progress
from desktop_app.exporters.pdf import design
from desktop_app.exporters.pdf.canvas import TaggedCanvas
from desktop_app.exporters.pdf.fonts import register
from desktop_app.exporters.pdf.glyphs import drawable_line
from desktop_app.exporters.pdf.page import PagedDocument
from desktop_app.exporters.pdf.story import Story


def _paper(document: Document) -> design.Paper:
    if document.panels:
        return design.PANELS
    return design.LANDSCAPE if document.landscape else design.PORTRAIT


def build_pdf(document: Document, footer_note: str, progress: Progress) -> bytes:
    """Compose, set and tag `document`. The same arguments give the same bytes."""
    register()
    total = max(1, sum(len(block.rows) for block in document.blocks if isinstance(block, Table)))
    done = 0

    def drawn(rows: int) -> None:
        nonlocal done
        done += rows
        progress.step(min(done, total), total, "Setting pages")

    progress.step(0, total, "Setting pages")
    paper = _paper(document)
    story = Story(document, paper, drawn)
    out = BytesIO()
    marking = drawable_line(document.footer.words)
    paged = PagedDocument(
        out,
        paper,
        title=drawable_line(document.title.words),
        head=drawable_line(document.header.words),
        marking=marking,
        foot=" · ".join(words for words in (marking, drawable_line(footer_note)) if words),
    )
    paged.build(story.flowables, canvasmaker=partial(TaggedCanvas, root=story.root, finish=paged.number_pages))
    return out.getvalue()
