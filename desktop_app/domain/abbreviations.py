"""Abbreviations in text: those that are spelt out beside them, and those that never are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_SHORT = re.compile(r"(?<![\w/&-])(?:[A-Z]{2,8}|[A-Z]+&[A-Z]+|[A-Z][a-z]?[A-Z]{2,7})(?:s)?(?![\w&]|-[a-z]|'[a-z]{2})")
_BRACKETED = re.compile(r"\(\s*([A-Z][A-Za-z&]{1,9})\s*\)")
_LINKS = {"of", "the", "and", "for", "in", "on", "to", "with", "&", "a", "an", "at"}
_PLAIN = """OK TV UK PM AM NO YES DOB NFA ID II III IV VI VII VIII IX XI XII NB PS RE CC BCC ASAP FAO MR MRS DR
NOT AND SEEN ALONE CHILD"""  # common in notes, and either plain English or roman figures
_NOT_SHORT = frozenset(_PLAIN.split())
_WORDS_BEFORE = 14


@dataclass(frozen=True, slots=True)
class Found:
    """`long` is "" when the text never says what `short` stands for."""

    short: str
    long: str
    count: int = 1


def find_abbreviations(text: str) -> list[Found]:
    """Each abbreviation once, in order of first use, with how often it stands there.

    A long form is taken only from the words right before "(SHORT)", and only when their initials give it.
    """
    longs: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        short = match[1]
        if short not in longs and sum(c.isupper() for c in short) >= 2:
            long = _long_form(text[: match.start()], short)
            if long:
                longs[short] = long
    counts: Counter[str] = Counter()
    for match in _SHORT.finditer(text):
        short = match[0].rstrip("s")
        if short in longs or (short not in _NOT_SHORT and not _shouted(text, match)):
            counts[short] += 1
    for short in longs:
        counts.setdefault(short, 1)
    return [Found(short, longs.get(short, ""), count) for short, count in counts.items()]


def _shouted(text: str, match: re.Match[str]) -> bool:
    """Part of a passage in capitals, as titles and surnames in police records are."""
    around = re.findall(r"[^\W\d_]{2,}", text[max(0, match.start() - 25) : match.end() + 25])
    capitals = sum(word.isupper() for word in around)
    return len(around) > 2 and capitals * 2 > len(around) and capitals > 2


def _long_form(before: str, short: str) -> str:
    """The fewest words at the end of `before` whose initials, linking words passed over or not, spell `short`."""
    sentence = re.split(r"[.;:!?\n\t(]\s*", before.rstrip())[-1] if before.strip() else ""
    words = re.split(r"\s+", sentence.strip())[-_WORDS_BEFORE:]
    letters = [c for c in short.lower() if c.isalpha()]
    for start in range(len(words) - 1, -1, -1):
        chosen = words[start:]
        whole = [bare for word in chosen if (bare := word.strip(",'\"“”‘’"))]
        parts = [part for word in whole for part in re.split(r"[-/]", word) if part]
        main, plain = ([w for w in words if w.lower() not in _LINKS] for words in (parts, whole))
        for initials in (parts, main, whole, plain):
            spelt = [part[0].lower() for part in initials]
            if spelt == letters and chosen[0].lower() not in _LINKS and chosen[0][:1].isupper():
                return " ".join(chosen).strip(" ,")
    return ""
