"""Everything a PDF holds: what shows on its pages, what its objects say, and what its bytes still have in them."""

from __future__ import annotations

import logging
from io import BytesIO

import pikepdf

from desktop_app.common.progress import NoProgress, Progress, Stretch
from desktop_app.exporters.reader.pdf_across import Across
from desktop_app.exporters.reader.pdf_bytes import earlier_revisions, loose_bytes
from desktop_app.exporters.reader.pdf_disguised import disguised_letters
from desktop_app.exporters.reader.pdf_fonts import font_words
from desktop_app.exporters.reader.pdf_objects import walk_objects
from desktop_app.exporters.reader.pdf_pages import page_texts
from desktop_app.exporters.reader.pdf_quiet import written
from desktop_app.exporters.reader.pdf_size import refuse_drawn_without_end, refuse_endless
from desktop_app.exporters.reader.pdf_unshown import unshown_drawings
from desktop_app.exporters.reader.pdf_unused import removed_pages, unused_streams
from desktop_app.exporters.reader.refusals import LARGEST_PART, damaged, encrypted
from desktop_app.exporters.reader.result import READING, Found
from desktop_app.exporters.reader.strings import readable

# The library logs what it finds odd in a file, words of the file among it: a log is no place for them.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
logging.getLogger("pikepdf").propagate = False


def read_pdf(data: bytes, name: str, found: Found, *, prefix: str = "", progress: Progress | None = None) -> None:
    """Read `data` through two libraries and by eye. Raises UserError as `read_bytes` says.

    `prefix` says where it is, for one that is inside another file.
    """
    watcher = progress or NoProgress()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                found.worry("encrypted")
            refuse_endless(pdf, data, name)
            objects = written(pdf)
            # First: of one that no page can be shown of, this is all there is.
            walk_objects(pdf, objects, prefix, name, found, Stretch(watcher, 0, 30))
            watcher.step(30, 100, READING)
            refuse_drawn_without_end(pdf, name)
            across = Across(pdf, objects)
            page_texts(data, len(pdf.pages), name, across, found, Stretch(watcher, 30, 95), prefix=prefix)
            across.tell(prefix, found)
            watcher.step(95, 100, READING)
            loose_bytes(data, pdf, objects, name, found)
            watcher.step(97, 100, READING)
            disguised_letters(objects, prefix, found)
            font_words(objects, prefix, name, [LARGEST_PART], found)
            unused_streams(data, objects, prefix, found)
            removed = removed_pages(pdf, objects)
            unshown = unshown_drawings(pdf, objects, found)
            if pdf.get_warnings():
                found.worry("repaired")
    except pikepdf.PasswordError as error:
        raise encrypted(name) from error
    except (pikepdf.PdfError, RuntimeError) as error:
        raise damaged(name) from error
    if removed:
        found.worry("lost-object")
        _read_revision(removed, f"{prefix}page no longer counted, ", name, found)
    if unshown:
        _read_drawings(unshown, f"{prefix}drawing that no page shows, ", name, found)
    for number, revision in enumerate(earlier_revisions(data), 1):
        found.worry("incremental-update")
        _read_revision(revision, f"{prefix}earlier revision {number}, ", name, found)


def _read_drawings(data: bytes, prefix: str, name: str, found: Found) -> None:
    """Their words alone: a note's letters are as small as its paper, and hide nothing."""
    apart = Found()
    with pikepdf.open(BytesIO(data)) as pdf:
        page_texts(data, len(pdf.pages), name, Across(pdf, []), apart, NoProgress(), prefix=prefix)
    for where, words in apart.parts:
        found.text(where, words)


def _read_revision(data: bytes, prefix: str, name: str, found: Found) -> None:
    """A revision that is no whole file of its own is left: its objects were raw bytes of the file already read."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            objects = written(pdf)
            across = Across(pdf, objects)
            page_texts(data, len(pdf.pages), name, across, found, NoProgress(), prefix=prefix)
            across.tell(prefix, found)
            walk_objects(pdf, objects, prefix, name, found, NoProgress())
    except (pikepdf.PdfError, RuntimeError):
        found.text(f"{prefix}bytes", readable(data))
