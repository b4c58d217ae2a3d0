"""Anonymised content in, PDF, DOCX or XLSX out; and the reader that opens them again as an attacker would."""

from __future__ import annotations

# Words an exporter puts on a page or a sheet by itself: not from any review, so the check may pass them.
OWN_WORDS = frozenset({"Page", "About", "Table", "Contents"})
