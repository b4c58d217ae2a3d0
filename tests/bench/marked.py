"""Texts annotated by hand, with `[KIND:words]` around what identifies, and the groups their kinds fall in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "anonymise" / "data"
DIRECT = frozenset(
    [
        "PERSON",
        "INITIALS",
        "EMAIL",
        "PHONE",
        "HANDLE",
        "NHS",
        "NINO",
        "UPN",
        "VRM",
        "CRIMEREF",
        "CASENO",
        "REF",
        "ADDRESS",
        "POSTCODE",
        "URL",
        "BANK",
    ]
)
QUASI = frozenset(["DATE", "TIME", "AGE", "PLACE", "ORG", "SCHOOL", "ATTR", "MISC"])
_MARK = re.compile(r"\[([A-Z]+):((?:\[[^\]]*\]|[^\[\]])*)\]")
_SEPARATOR = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Gold:
    """Python string indices of one mention."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Case:
    genre: str
    text: str
    gold: tuple[Gold, ...]


def read_cases(name: str) -> list[Case]:
    """Texts of a data file: a line "=== genre" begins each."""
    content = (DATA / name).read_text("utf-8")
    parts = _SEPARATOR.split(content)[1:]
    return [unmark(genre, body.strip("\n")) for genre, body in zip(parts[::2], parts[1::2], strict=True)]


def unmark(genre: str, marked: str) -> Case:
    """The text without its marks, and where they stood."""
    plain: list[str] = []
    gold: list[Gold] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        before = marked[at : match.start()]
        length += len(before)
        gold.append(Gold(length, length + len(match.group(2)), match.group(1)))
        length += len(match.group(2))
        plain += [before, match.group(2)]
        at = match.end()
    return Case(genre, "".join([*plain, marked[at:]]), tuple(gold))


def entities(case: Case) -> list[list[Gold]]:
    """Mentions of one person or thing together: the same words, or some of the words of a fuller mention."""
    words = {gold: frozenset(re.findall(r"\w+", case.text[gold.start : gold.end].lower())) for gold in case.gold}
    groups: list[list[Gold]] = []
    for gold in sorted(case.gold, key=lambda g: (-len(words[g]), g.start)):
        home = next((g for g in groups if g[0].kind == gold.kind and words[gold] <= words[g[0]]), None)
        if home is None:
            groups.append([gold])
        else:
            home.append(gold)
    return groups
