"""What a life is known by: titles of books and films, awards, wars; each leads to one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import base_of

_KINDS = frozenset(
    [
        *("novel", "novella", "album", "memoir", "memoirs", "autobiography", "film", "poem", "play", "opera", "single"),
        *(
            "song",
            "symphony",
            "painting",
            "sculpture",
            "treatise",
            "thesis",
            "essay",
            "documentary",
            "musical",
            "sitcom",
        ),
        *("magazine", "newspaper", "journal", "collection", "trilogy", "ballet", "series", "anthology", "biography"),
    ]
)
_SMALL = r"(?:of|the|and|a|an|in|on|to|for|with|my|de|la|le|les|du|der|die|das|el|il|&|no|at|by|from)"
_CAPITAL = r"(?:[A-Z][\w’'\-]*|\d{1,4})"
_TITLE = re.compile(
    rf"\w+(?:,| was| is|:| called| entitled| titled| of)?[ ][“\"‘']?"
    rf"(?P<title>[A-Z][\w’'\-]*(?:[ ](?:{_SMALL}[ ]){{0,3}}{_CAPITAL}){{0,7}})"
)
# In quotation marks, most words with capitals: no speech is written so.
_QUOTED = re.compile(r"[“\"‘]([A-Z][\w’'\-]*(?: [\w’'\-&]+){1,8})[”\"’](?!\w)")
_HEADLINE_WORDS = frozenset(
    ["headline", "headlines", "headlined", "caption", "captioned", "article", "hashtag", "leaflet"]
)
_HEADLINE = re.compile(
    r"\w+(?: (?:in|on|of) [\w ]{2,30}?)?(?: was| is| read(?:s|ing)?| said)?[,:]? ?\(?[“\"](?P<here>[^”\"\n]{6,90})[”\"]"
)
_AWARDS = frozenset(
    ["medal", "prize", "award", "awards", "trophy", "cup", "order", "olympics", "championships", "star", "festival"]
)
_AWARD_BEFORE = re.compile(rf"(?:\b\d{{1,4}}(?:st|nd|rd|th)?[ ])?(?:{_CAPITAL}[ ]){{1,5}}$")
_WARS = re.compile(r"(?:First|Second)[ ]World[ ]War|World[ ]War[ ](?:I{1,2}|One|Two|1|2)\b")


def find_works(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    text = anchors.text
    for match in anchors.tried((_TITLE,), anchors.of(_KINDS)):
        words = [base_of(word) for word in match.group("title").split()]
        if not all(word in lexicon.allowed() for word in words) and not text[match.end() : match.end() + 1].isalnum():
            yield Span(*match.span("title"), "title", 3, "the title of a work")
    for match in _QUOTED.finditer(text) if anchors.of(_KINDS) else ():
        words = match.group(1).split()
        if sum(word[0].isupper() for word in words) >= 0.6 * len(words):
            yield Span(*match.span(1), "title", 3, "the title of a work")
    for match in anchors.tried((_HEADLINE,), anchors.of(_HEADLINE_WORDS)):
        yield Span(*match.span("here"), "title", 3, "a headline, which can be looked up")
    for start in anchors.of(_AWARDS):
        before = _AWARD_BEFORE.search(text, max(0, start - 70), start) if text[start].isupper() else None
        if before and not all(base_of(word) in lexicon.allowed() for word in before.group().split()):
            end = start + len(re.match(r"\w+", text[start:]).group())  # type: ignore[union-attr]
            yield Span(before.start(), end, "title", 3, "an award or an event")
    for match in anchors.tried((_WARS,), anchors.of(frozenset(["first", "second", "world"]))):
        yield Span(*match.span(), "date", 3, "a war")
