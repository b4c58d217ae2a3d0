"""An account's words, folded so that two agencies' ways of writing meet: case, endings, "&", figures with commas."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9£]+|[.,;:!?]")
_POSSESSIVE = re.compile(r"['’]s\b")
# What looks back does so from the mark itself: a pattern that begins with a character is found much faster.
_IN_WORD = re.compile(r"['’](?<=\w['’])(?=\w)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_STOP_AFTER_SHORT = re.compile(r"\.(?<=\b[a-z]\.)(?=[a-z]\b)")  # "a.m.", "s.47"
_FIGURE = re.compile(r"\d")
_UNIT = re.compile(r"\b(\d+)(kg|cm|mg|ml|lb|lbs|km|mph|yrs?|hrs?|mins?|wks?|mths?)\b")
_SHORT_SPAN = re.compile(r"\b(\d{1,2})/(7|52)\b(?!/)")  # as clinicians write three days and three weeks
_SPANS = {"7": "days", "52": "weeks"}
STOPS = frozenset(".,;:!?")  # no phrase goes across
CLAUSE_ENDS = STOPS - {","}  # a denial reaches across a comma: "no bruising, marks or cuts"


def words_of(text: str) -> list[str]:
    """Lower-case words in order, not yet stemmed; the stops of clauses are items of their own."""
    folded = text.casefold().replace("&", " and ").replace("%", " percent ")
    if "'" in folded or "’" in folded:
        folded = _IN_WORD.sub("", _POSSESSIVE.sub("", folded))
    if "." in folded:
        folded = _STOP_AFTER_SHORT.sub("", folded)
    if _FIGURE.search(folded):
        folded = _UNIT.sub(r"\1 \2", _THOUSANDS.sub("", folded))
        if "/7" in folded or "/52" in folded:
            folded = _SHORT_SPAN.sub(lambda match: f"{match[1]} {_SPANS[match[2]]}", folded)
    return _WORD.findall(folded)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its commonest English endings: enough to make "visited" and "visits" one."""
    if len(word) <= 3 or word[0].isdigit():
        return word
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending):
            return word[: -len(ending)] + put
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, least in (("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def stems_of(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words_of(text) if word not in STOPS)
