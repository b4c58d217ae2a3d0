"""Characters that no honest return needs and that can mislead a reader or break a file: taken out, and said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED_CR = re.compile("_x000[dD]_")
MAX_CELL = 1_000_000  # characters


class Cleaner:
    """Cleans cell after cell and counts what it took out, for `notes`."""

    def __init__(self) -> None:
        self.controls = 0
        self.bidi = 0
        self.surrogates = 0
        self.longest = 0

    def clean(self, text: str) -> str:
        """The text with line ends as \\n, edges trimmed, and without what must not be there."""
        if len(text) > self.longest:
            self.longest = len(text)
        if text.isprintable():  # neither line ends nor controls nor surrogates: the common case, kept fast
            return text.strip()
        text = _ESCAPED_CR.sub("\n", text).replace("\r\n", "\n").replace("\r", "\n")
        text, controls = _CONTROLS.subn("", text)
        text, bidi = _BIDI.subn("", text)
        text, surrogates = _SURROGATES.subn("", text)
        self.controls += controls
        self.bidi += bidi
        self.surrogates += surrogates
        return text.strip()

    def clean_column(self, texts: Sequence[str]) -> Iterable[str]:
        """As `clean` for each; at once where the whole column holds nothing that must go."""
        if "".join(texts).isprintable():
            self.longest = max(self.longest, max(map(len, texts), default=0))
            return map(str.strip, texts)
        return [self.clean(text) if text else "" for text in texts]

    @property
    def notes(self) -> list[str]:
        notes = []
        if self.controls:
            notes.append(f"{self.controls} control character(s) that cannot be seen were taken out.")
        if self.bidi:
            notes.append(f"{self.bidi} character(s) that turn the reading direction round were taken out.")
        if self.surrogates:
            notes.append(f"{self.surrogates} broken half character(s) were taken out.")
        return notes
