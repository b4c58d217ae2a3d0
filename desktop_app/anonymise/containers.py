"""E-mail addresses, handles, hashtags, web addresses and file names: a name inside one gives away the whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_CONTAINER = re.compile(
    r"(?<![\w.+\-%'’])[\w.+\-%'’]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}"
    r"|\b(?:https?://|www\.)[^\s<>()\"”’]+"
    r"|(?<![\w.])[@#]\w[\w.]*\w"
    r"|(?<![\w.\-%])[\w.\-%]*_[\w.\-%]*\w"
    r"|(?<![\w.\-])[\w\-]{1,120}\.(?:docx?|pdf|xlsx?|odt|ods|jpe?g|png|heic|msg|eml|txt|csv|mp[34]|mov|wav|m4a|zip)\b"
    r"|(?<![\w.\-])[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,6}\.(?:com|org|net|co\.uk|org\.uk|gov\.uk|sch\.uk|nhs\.uk|ac\.uk)\b"
    r"|\b[A-Za-z]:\\[^\s<>\"|?*]+|(?<![\w/])(?:/[\w.\-]+){2,}/?"
    r"|\b[a-z]+[A-Z][A-Za-z]*\w*|\b(?:[A-Z][a-z]+){2,}\w*|\b[A-Za-z]{4,}\d+\w*"
)


# No container is without one of these, and most words of a text are: only the rest is looked at closely.
_SIGN = re.compile(r"[@#_]|\w:\\|/\w+/|\w\.\w|[a-z][A-Z]|[A-Za-z]\d|://")
_SPACE = re.compile(r"\s|$")


def _found(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while sign := _SIGN.search(text, at):
        start = sign.start()
        while start > at and not text[start - 1].isspace():
            start -= 1
        space = _SPACE.search(text, sign.start())
        at = space.start() if space else len(text)
        yield from (match.span() for match in _CONTAINER.finditer(text, start, at))


class Containers:
    """Where they are in a text, found at once."""

    def __init__(self, text: str) -> None:
        found = list(_found(text))
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """The container that holds the slice, and more than it."""
        k = bisect_right(self._starts, start) - 1
        if k < 0 or self._ends[k] < end or (self._starts[k], self._ends[k]) == (start, end):
            return None
        return self._starts[k], self._ends[k]
