"""E-mail addresses, handles, hashtags, web addresses and file names: a name inside one gives away the whole."""

from __future__ import annotations

import re
from bisect import bisect_right

_CONTAINER = re.compile(
    r"(?<![\w.+\-%'’])[\w.+\-%'’]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}"
    r"|\b(?:https?://|www\.)[^\s<>()\"”’]+"
    r"|(?<![\w.])[@#]\w[\w.]*\w"
    r"|(?<![\w.\-%])[\w.\-%]*_[\w.\-%]*\w"
    r"|(?<![\w.\-])[\w\-]{1,120}\.(?:docx?|pdf|xlsx?|odt|ods|jpe?g|png|heic|msg|eml|txt|csv|mp[34]|mov|wav|m4a|zip)\b"
    r"|(?<![\w.\-])[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,6}\.(?:com|org|net|co\.uk|org\.uk|gov\.uk|sch\.uk|nhs\.uk|ac\.uk)\b"
    r"|\b[a-z]+[A-Z][A-Za-z]*\w*|\b(?:[A-Z][a-z]+){2,}\w*|\b[A-Za-z]{4,}\d+\w*"
)


class Containers:
    """Where they are in a text, found at once."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _CONTAINER.finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """The container that holds the slice, and more than it."""
        k = bisect_right(self._starts, start) - 1
        if k < 0 or self._ends[k] < end or (self._starts[k], self._ends[k]) == (start, end):
            return None
        return self._starts[k], self._ends[k]
