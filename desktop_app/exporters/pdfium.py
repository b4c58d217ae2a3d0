"""PDFium is not safe for threads, and the window shows pages while a worker reads a file back: one at a time.

The lock is held for a page at the most, so that the window never waits for a whole file.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PDFIUM = threading.RLock()


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The document, to be used with `PDFIUM` held. Raises pypdfium2.PdfiumError when it cannot be read."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        with PDFIUM:
            document.close()
