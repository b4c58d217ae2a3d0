"""Where sentences and headings begin: a capital letter there says nothing about a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import IntEnum

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "art",
        "arts",
        "v",
        "vs",
        "ie",
        "eg",
        "i.e",
        "e.g",
        "approx",
        "ca",
        "c",
        "para",
        "paras",
        "p",
        "pp",
        "sgt",
        "rev",
        "fig",
        "ref",
        "tel",
        "jr",
        "sr",
        "ltd",
        "inc",
        "co",
        "dept",
        "cf",
        "ed",
        "al",
        "sect",
    ]
)
_SPACES = " \t\u00a0\u202f"
_LEADS = "“”\"‘'([*•·–—-\u2022 \t\u00a0"
_LAST_WORD = re.compile(r"([^\s(]+)$")
_DOTTED = re.compile(r"(?:\w\.)+\w")
_NUMBERED = re.compile(r"(?:^|\n)\s*(?:\(?\d{1,3}[.)]|[\d/.:-]{1,10}|(?:Step|Stage|Phase|Tip|Rule) \d{1,2}[.:]?)\s*$")
_LETTERED = re.compile(r"(?:^|\n)\s*\(?[a-z0-9ivx]{1,4}\)\s*$")
_CELLS = re.compile(r"[|\t]")
# Nobody heads a page so.
_A_CLAUSE = re.compile(
    r"\W*(?:[a-z]|(?:He|She|They|We|I|It|Mum|Dad|Mother|Father)(?:['’][a-z]+)? [a-z])"
)  # nobody heads so
_LETTERS = re.compile(r"[^\W\d_]+")


class Start(IntEnum):
    """Is a position the start of a sentence? SOFT is after a colon or semicolon, where capitals are a habit."""

    NO = 0
    SOFT = 1
    YES = 2


def sentence_start(text: str, index: int) -> Start:
    """How the words before `index` end."""
    near = index - 1
    while near >= 0 and text[near] in _SPACES:
        near -= 1
    if near < 0 or text[near] in "\n\r\u2028\u2029|" or "\t" in text[near + 1 : index]:
        return Start.YES
    back = near
    while back >= 0 and text[back] in _LEADS:
        back -= 1
    if back < 0 or text[back] in "\n\r":
        return Start.YES
    if back < near and text[near] in '“"‘':
        return Start.YES
    char = text[back]
    if char in ".!?…":
        return Start.NO if char == "." and _is_abbreviation(text[max(0, back - 12) : back]) else Start.YES
    if char in ":;":
        return Start.SOFT
    before = text[max(0, back - 12) : index]
    if char.isdigit() and _NUMBERED.search(before):
        return Start.YES
    if char == ")" and _LETTERED.search(before):
        return Start.YES
    return Start.NO


def _is_abbreviation(before: str) -> bool:
    match = _LAST_WORD.search(before)
    if not match:
        return False
    word: str = match.group(1).strip('“"‘(').lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word) is not None


class Headings:
    """The lines, or cells of a line, whose words are mostly capitalised and that end without a full stop."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        position = 0
        for line in text.split("\n"):
            if _is_shouted(line):
                self._starts.append(position)
                self._ends.append(position + len(line))
            elif len(line) < 140:
                cell_start = position
                for cell in _CELLS.split(line):
                    if _is_heading(cell):
                        self._starts.append(cell_start)
                        self._ends.append(cell_start + len(cell))
                    cell_start += len(cell) + 1
            position += len(line) + 1

    def __contains__(self, index: int) -> bool:
        k = bisect_right(self._starts, index) - 1
        return k >= 0 and index < self._ends[k]


def _is_heading(line: str) -> bool:
    if line.rstrip().endswith(".") or _A_CLAUSE.match(line):
        return False
    long_words = [word for word in _LETTERS.findall(line) if len(word) > 3]
    if not long_words or (len(long_words) < 2 and not line.isupper()):
        return False
    return bool(sum(word[0].isupper() for word in long_words) >= 0.6 * len(long_words))


def _is_shouted(line: str) -> bool:
    """Is a whole line, of a log or a heading, written in capitals?"""
    capitals = sum(map(str.isupper, line))
    return capitals > 12 and capitals > 9 * sum(map(str.islower, line))
