"""Where numbers and telling words stand: shapes are tried there alone, or every rule would read every letter."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator

_RUN = re.compile(r"[^\W\d_]+|\d+")


class Shape:
    """A pattern that is compiled when a text first has the word it is tried at: most texts have few of them."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self._flags = pattern, flags

    @functools.cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        return re.compile(self._pattern, self._flags).match


class Anchors:
    """Starts of the numbers, and of the words by their lower-case form, in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: dict[str, list[int]] = defaultdict(list)
        words = self._words
        for match in _RUN.finditer(text):
            words[match.group().lower()].append(match.start())
        digits = [run for run in words if run[0].isdigit()]
        self.numbers = sorted(start for run in digits for start in words.pop(run))
        self._known = frozenset(words)

    def of(self, wanted: frozenset[str]) -> list[int]:
        """Starts of these words, given in lower case."""
        return [start for word in wanted & self._known for start in self._words[word]]

    def tried(self, shapes: tuple[re.Pattern[str] | Shape, ...], starts: list[int]) -> Iterator[re.Match[str]]:
        """Every shape that matches at one of the starts."""
        if not starts:
            return
        text = self.text
        for shape in shapes:
            match_at = shape.match
            for start in starts:
                match = match_at(text, start)
                if match:
                    yield match

    def glued(self) -> list[int]:
        """Starts of the runs of letters and digits that hold a number."""
        text, starts = self.text, dict.fromkeys(self.numbers)
        for number in self.numbers:
            start = number
            while start and text[start - 1].isalpha():
                start -= 1
            starts[start] = None
        return list(starts)
