"""Words left out of a text, with the spaces, commas and brackets that stood for them alone."""

from __future__ import annotations

import re

from desktop_app.anonymise.grammar import Edit
from desktop_app.anonymise.sentences import Start, sentence_start

_POSSESSIVE = re.compile(r"['’]s\b")
_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", '"': '"'}
_SPACES = " \u00a0"


def taken_out(text: str, start: int, end: int) -> Edit:
    """The edit that leaves out `start`..`end`; the next word takes over the capital of a sentence's start."""
    possessive = _POSSESSIVE.match(text, end)
    end = possessive.end() if possessive else end
    first = sentence_start(text, start) is Start.YES
    while start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    if first:
        after = re.compile(r"[,;:\s]*(\w?)").match(text, end)
        if after is not None and "\n" not in after.group():
            return Edit(start, after.end(), after.group(1).upper())
        return Edit(start, end, "")
    before = start
    while before and text[before - 1] in _SPACES:
        before -= 1
    following = text[end : end + 1]
    if before and text[before - 1] == "," and following == ",":
        return Edit(before - 1, end + 1, "")
    if before < start and (not following or following in " \u00a0.,;:!?)]”\n"):
        start = before
    return Edit(start, end, "")
