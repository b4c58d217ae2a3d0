"""Entity recall, token precision and false findings, as in the Text Anonymization Benchmark (TAB)."""

from __future__ import annotations

import collections
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from marked import DIRECT, Case, entities

Find = Callable[[str], Iterable[tuple[int, int]]]  # text -> (start, end) of each finding
SMALL = re.compile(  # TAB leaves out prepositions, particles, conjunctions and determiners
    r"\b(?:the|of|and|in|on|at|to|for|by|an?|or|from|with|mrs?|ms|nos?|s|between|until|till|since|during|after|before|about"
    r"|over|under|near|against|into|within|through|as|this|that|but)\b\.?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


@dataclass
class Score:
    """Counts only; an entity is found when every mention of it is covered."""

    kinds: dict[str, list[int]] = field(default_factory=lambda: collections.defaultdict(lambda: [0, 0]))
    right: int = 0
    wrong: int = 0
    false: int = 0
    words: int = 0

    def group(self, kinds: Iterable[str]) -> tuple[int, int]:
        rows = [self.kinds[kind] for kind in kinds if kind in self.kinds]
        return sum(row[0] for row in rows), sum(row[1] for row in rows)

    @property
    def direct(self) -> tuple[int, int]:
        return self.group(kind for kind in list(self.kinds) if kind in DIRECT)

    @property
    def quasi(self) -> tuple[int, int]:
        return self.group(kind for kind in list(self.kinds) if kind not in DIRECT)


def covered(text: str, marks: bytearray, start: int, end: int) -> bool:
    """Is every letter and digit covered, but for the small words TAB leaves out?"""
    small = {i for word in SMALL.finditer(text, start, end) for i in range(word.start(), word.end())}
    left = [i for i in range(start, end) if text[i].isalnum() and i not in small]
    left = left or [i for i in range(start, end) if text[i].isalnum()]
    return all(marks[i] for i in left)


def score(cases: Iterable[Case], find: Find, missed: list[str] | None = None, false: list[str] | None = None) -> Score:
    """Compare; `missed` and `false` collect what to read, when given."""
    total = Score()
    for case in cases:
        text = case.text
        marks, gold = bytearray(len(text) + 1), bytearray(len(text) + 1)
        for g in case.gold:
            gold[g.start : g.end] = b"\x01" * (g.end - g.start)
        for start, end in find(text):
            marks[start:end] = b"\x01" * (end - start)
            if not any(gold[start:end]):
                total.false += 1
                if false is not None:
                    false.append(f"{text[start:end]!r} | {text[max(0, start - 30) : end + 20]!r}")
        for group in entities(case):
            bad = [g for g in group if not covered(text, marks, g.start, g.end)]
            row = total.kinds[group[0].kind]
            row[0] += not bad
            row[1] += 1
            if missed is not None:
                missed += [
                    f"{g.kind} {text[g.start : g.end]!r} | {text[max(0, g.start - 40) : g.end + 25]!r}" for g in bad
                ]
        for word in _WORD.finditer(text):
            if marks[word.start()]:
                total.right += gold[word.start()]
                total.wrong += not gold[word.start()]
        total.words += len(text.split())
    return total


def wilson(found: int, of: int) -> tuple[float, float]:
    """95 % interval of a proportion."""
    if not of:
        return 0.0, 1.0
    z, p = 1.96, found / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def said(found: int, of: int) -> str:
    """ ".941 of 512 [.917, .958]" """
    if not of:
        return "none"
    low, high = wilson(found, of)
    return f"{found / of:.3f} of {of} [{low:.3f}, {high:.3f}]"
