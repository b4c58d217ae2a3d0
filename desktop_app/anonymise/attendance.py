"""Lists of who came and who gets a copy: "Present: Faith Cook (HV), Joy (minutes)", "Apols: KP", "cc Dawn Hill"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of

_HEADS = frozenset(
    [
        *("present", "attendees", "attendance", "attended", "apologies", "apols", "attending", "distribution", "cc"),
        *("circulation", "invited", "invitees", "members", "chair", "chaired", "minutes", "minuted", "mins"),
        *("participants", "copied", "copy", "absent", "min", "notetaker", "scribe", "panel", "clerk", "facilitator"),
    ]
)
_LIST = re.compile(
    r"[A-Za-z]+(?:[ ](?:by|from|received|to|members|taker|in|attendance|also)){0,2}"
    r"(?:[ ]?:|[ ][–—-](?=[ ])|(?<=cc)|(?<=CC))[ \t]*(?P<list>[^\n]+)"
)
_ITEM = re.compile(
    r"(?:^|[,;/(]|[ ]and|[ ]&|\+)[ ]*(?P<who>[A-Z][\w’'.\-]*(?:[ ][A-Z][\w’'\-]*){0,3})"
    r"(?=[ ]*(?:$|[,;/()&+–]|-[ ]|and[ ]))"
)
_OPENS_A_LINE = re.compile(r"(?:^|[\n.|>*•–-])[ \t]*(?:(?:Also|In|Minutes|Note|Meeting)[ ])?$")


def find_attendance(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2; a word for a role or a service is nobody."""
    text = anchors.text
    for match in anchors.tried((_LIST,), anchors.of(_HEADS)):
        if not _OPENS_A_LINE.search(text, max(0, match.start() - 12), match.start()):
            continue
        start = match.start("list")
        for item in _ITEM.finditer(match["list"]):
            if item["who"] and _may_name(item["who"]) and not _inside_brackets(match["list"], item.start("who")):
                remember(item["who"], strength)
                kind = "initials" if item["who"].isupper() and len(item["who"]) < 4 else "person"
                yield Span(start + item.start("who"), start + item.end("who"), kind, 2, "in a list of those present")


def _inside_brackets(words: str, index: int) -> bool:
    return words.count("(", 0, index) > words.count(")", 0, index)


def _may_name(words: str) -> bool:
    bases = [base_of(word) for word in TOKEN.findall(words)]
    given = bool(bases) and bases[0] in lexicon.given_names() and bases[0] not in lexicon.allowed()
    if len(bases) == 1:  # a role in one word is as likely as a name
        base = bases[0]
        known = base in lexicon.allowed() or base in FUNCTION_WORDS or base in NEVER_NAMES
        return not known and (given or (len(base) < 4 and words.isupper()))
    return given and not any(base in lexicon.allowed() or base in FUNCTION_WORDS for base in bases)
