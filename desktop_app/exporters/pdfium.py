"""PDFium is not safe for threads, and the window shows pages while a worker reads a file back: one at a time."""

from __future__ import annotations

import threading

PDFIUM = threading.RLock()
