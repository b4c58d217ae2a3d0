"""Two dates that a profile made one: "in spring and in spring" is said once."""

from __future__ import annotations

import re

from desktop_app.anonymise.grammar import Edit

_BETWEEN = re.compile(r"[ \u00a0]*(?:,|and|or|to|until|till|–|-)[ \u00a0]*(?:(?:on|in|the)[ \u00a0]+)*")
_SEASON_ALONE = re.compile(r"(?:in )?(spring|summer|autumn|winter)")
_LEAD = re.compile(r"\b(from|between)[ \u00a0]+$", re.IGNORECASE)


def said_once(text: str, edits: list[Edit]) -> list[Edit]:
    """`edits` with neighbours that print the same time joined into one, "from ... to ..." becoming "in ..."."""
    joined: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        before = joined[-1] if joined else None
        same = _same_time(before.words, edit.words) if before else None
        if before is None or same is None or not _BETWEEN.fullmatch(text[before.end : edit.start]):
            joined.append(edit)
            continue
        joined[-1] = _joined(text, before, edit, same)
    return [_unsaid(text, edit) for edit in joined]


def _unsaid(text: str, edit: Edit) -> Edit:
    """ "In the spring of 2024 he was missing twice, in spring." has said so before the comma."""
    season = _SEASON_ALONE.fullmatch(edit.words)
    if season is None or not text.endswith(", ", 0, edit.start) or text[edit.end : edit.end + 1] not in (".", ";", ","):
        return edit
    sentence = text[max(text.rfind(end, 0, edit.start) for end in (". ", "\n", "? ")) + 1 : edit.start]
    said = re.search(rf"\b{season[1]}(?: of)? \d{{4}}", sentence, re.IGNORECASE)
    return Edit(edit.start - 2, edit.end, "") if said else edit


def _joined(text: str, first: Edit, second: Edit, words: str) -> Edit:
    lead = _LEAD.search(text[: first.start])
    if lead:
        into = "In" if lead.group(1)[0].isupper() else "in"
        return Edit(lead.start(), second.end, f"{into} {words}")
    preposition = "in " if first.words.startswith("in ") else ""
    return Edit(first.start, second.end, preposition + words)


def _same_time(first: str, second: str) -> str | None:
    """The fuller of two wordings of one season or month; None when they are not the same time."""
    a, b = (words.removeprefix("in ") for words in (first, second))
    if not re.match(r"(?:spring|summer|autumn|winter|[A-Z][a-z]+ \d{4}|\d{4})\b", a):
        return None
    if a == b or b.startswith(f"{a} "):
        return b
    return a if a.startswith(f"{b} ") else None
