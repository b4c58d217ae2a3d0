"""Where somebody lives: "14 Mill Lane", "Flat 9, Alma Court", a line over a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, TOKEN, base_of

_TYPES = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Cl|Court|Ct|Crescent|Cres|Gardens?|Gdns|Grove|Way|Walk|Place"
    "|Pl|Terrace|Square|Sq|Hill|Park|Row|Mews|Rise|View|Green|Parade|Path|Yard|Wharf|Quay|Broadway|Boulevard|Croft"
    "|Mount|Bank|Fold|Cottages?|Heights|Meadows?|Fields?|Villas?|Buildings|House|Lodge|Towers?|Mansions|Estate|Common"
    "|Gate|Hollow|Cross|Bridge|Approach|Drove|Vale|Ridge|Chase|Dene|Brow|Paddocks?|Orchard|Crofts|Hse|Bungalows?|Grn|Clo|Cotts|Tce|Ter|Pde|Bldgs"
    "|Farm|Almshouses|Barns?|Maltings|Stables"
)
_PLAIN_TYPES = "road|rd|street|avenue|ave|lane|drive|close|crescent|gardens|grove|terrace|court|way"
_SMALL = (
    r"(?:the|a|an|of|and|or|in|on|at|to|from|by|for|with|was|is|were|that|this|had|has|she|he|they|main|busy|same|other"
    r"|side|open|country|high|next|quiet|local|whole|entire|our|her|his|their|my|your)\b"
)
_WORD = r"[^\W\d_a-z][\w'’\-]*"
_NUMBER = r"\d{1,4}[A-Za-z]?(?:/\d{1,3})?"
_HOUSE_ALONE = re.compile(r"(?<=\b[Aa]t )\d{1,3}[A-Z]\b(?=[.,;)]|$| and\b)")
_HOUSE = re.compile(rf"\b{_NUMBER},?\s+(?:{_WORD}\s+){{1,4}}(?:{_TYPES}|{_TYPES.upper()})\b")
_FLAT = re.compile(
    r"\b(?:Flat|FLAT|flat|Apartment|APARTMENT|Apt|Unit|UNIT|Block|Plot|[Cc]aravan|[Pp]itch|[Mm]aisonette|[Cc]halet)\s"
    rf"(?:\d{{1,4}}[A-Za-z]?|[A-Z])\b(?:,?\s(?:\d{{1,4}}[A-Za-z]?\s)?{_WORD}(?:[ ]{_WORD}){{0,3}})?"
)
_FLAT_ALONE = re.compile(r"\b(?:flat|apartment|apt)\s+\d{1,4}[a-z]?\b", re.IGNORECASE)
_BEFORE_A_NUMBER = re.compile(
    r"\b(?:[Rr]ear of|[Bb]ack of|[Rr]/[Oo]|REAR OF|[Nn]ext door to|[Oo]pposite|[Tt]op [Ff]lat,|[Bb]asement [Ff]lat,"
    r"|[Gg]round [Ff]loor [Ff]lat,|(?:\d(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Gg]round) [Ff]loor,) $"
)
_PREPOSITION = re.compile(
    r"\b(?:at|of|to|from|home|address|[Vv]isited|near|opposite|outside|AT|OF|TO|FROM|ADDRESS|Address)\b[:,]?\s$"
)
_NUMBER_AND_NAME = re.compile(rf"\b{_NUMBER},?\s{_WORD}(?:[ ]{_WORD}){{0,3}}")
_LOWER = re.compile(rf"\b\d{{1,4}}[a-z]?,?\s+(?:(?!{_SMALL})[a-z'’\-]+\s+){{1,3}}(?:{_PLAIN_TYPES})\b")
_LOWER_BEFORE = re.compile(
    rf"\b(?:on|in|off|down|up|from|along"
    rf"|of)\s(?P<here>(?:(?!{_SMALL})[a-z'’\-]{{3,}}\s){{1,2}})$"
)
_MIXED_BEFORE = re.compile(rf"\b(?P<here>{_WORD}\s)$")
_SHORT_BEFORE = re.compile(rf"\b(?P<here>{_WORD}(?:[ ]{_WORD})?[ ])$")
_STREET_WORD = re.compile(
    r"(?:road|street|lane|avenue|estate|close|crescent|terrace|rd)\b|St\b(?=\.?(?:[,;)\n|]|$"
    r"|[ ]))"
)
_STREET_WORDS = frozenset(["road", "street", "lane", "avenue", "estate", "close", "crescent", "terrace", "rd", "st"])
# Kinds of street that are other things besides.
_WALKS = frozenset(
    ["walk", "drive", "way", "row", "place", "court", "gardens", "grove", "mews", "park", "hill", "green", "view"]
)
_WALK = re.compile(
    r"[a-z]+(?=[,.;:)?!]|$|\n|[ ](?:and|with|by|near|say|says|said|to|at|last|this|yesterday|in|is|was|on)\b)"
)
_WALK_BEFORE = re.compile(rf"\b(?:on|off|down|along|up|round|at|from)[ ](?P<here>(?!{_SMALL})[a-z'’\-]{{3,}}[ ])$")
_FLAT_WORDS = frozenset(
    ["flat", "apartment", "apt", "unit", "block", "plot", "caravan", "pitch", "maisonette", "chalet"]
)
_NUMBER_SIGNS = frozenset(["no", "number"])
_NUMBER_WORDS = re.compile(r"\d{1,4}\s+(?:days?|weeks?|months?|years?|hours?|minutes?|times|of|and|or|to|in|on)\b")
_LINE = re.compile(rf"(?<![^\n]){_NUMBER},?[ ]{_WORD}(?:[ ]{_WORD}){{0,3}},?$", re.MULTILINE)
_POSTCODE_SOON = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_AT_NUMBER = re.compile(
    r"(?:(?<=\bat )|(?<=\bfrom )|(?<=\bof )|(?<=\boutside )|(?<=\bopposite )|(?<=[Aa]bout: ))"
    r"(?:no\.?|number)\s\d{1,4}[a-z]?\b",
    re.IGNORECASE,
)
_MONTH_NAMES = frozenset(MONTHS.lower().split("|"))


def find_addresses(anchors: Anchors) -> Iterator[Span]:
    """Tier 1 with a number, tier 2 for a street alone, tier 3 for a number alone."""
    text = anchors.text
    for shapes, starts in (
        ((_HOUSE, _LOWER), anchors.numbers),
        ((_FLAT, _FLAT_ALONE), anchors.of(_FLAT_WORDS)),
    ):
        for match in anchors.tried(shapes, starts):
            if not _NUMBER_WORDS.match(match.group()):
                before = _BEFORE_A_NUMBER.search(text, max(0, match.start() - 20), match.start())
                start = before.start() if before else match.start()
                yield Span(start, match.end(), "address", 1, "shape of an address")
    for match in anchors.tried((_NUMBER_AND_NAME,), anchors.numbers):
        led = _PREPOSITION.search(text, max(0, match.start() - 12), match.start())
        if led and _names_a_place(match.group()):
            yield Span(*match.span(), "address", 1, "a number and a name, where an address stands")
    for match in anchors.tried((_HOUSE_ALONE,), anchors.numbers):
        yield Span(*match.span(), "address", 3, "a number without its street")
    for match in anchors.tried((_AT_NUMBER,), anchors.of(_NUMBER_SIGNS)):
        yield Span(*match.span(), "address", 3, "a number without its street")
    for match in anchors.tried((_LINE,), anchors.numbers):
        if _POSTCODE_SOON.search(text, match.end(), match.end() + 120):
            yield Span(*match.span(), "address", 1, "a line over a postcode")
    for start in anchors.of(_STREET_WORDS):
        yield from _named_street(text, start)
    for start in anchors.of(_WALKS):
        yield from _a_walk(text, start)


def _named_street(text: str, start: int) -> Iterator[Span]:
    """The words before "street" or "St" when they name one."""
    word = _STREET_WORD.match(text, start)
    if word is None:
        return
    shut = word.group() == "close"  # "stay close", "Don't close a door"
    shapes = (_SHORT_BEFORE,) if word.group() == "St" else (_LOWER_BEFORE, _MIXED_BEFORE)
    for shape in shapes:
        before = shape.search(text, max(0, start - 40), start)
        if before and _names_a_place(before.group("here")) and not (shut and _are_words(before.group("here"))):
            yield Span(before.start("here"), word.end(), "street", 2, "a street")


def _a_walk(text: str, start: int) -> Iterator[Span]:
    """ "on cromer walk", and nobody on a long walk: the word before is a name or none at all."""
    kind = _WALK.match(text, start)
    before = _WALK_BEFORE.search(text, max(0, start - 30), start) if kind else None
    if kind and before and _names_a_place(before["here"]):
        base = base_of(before["here"].strip())
        if not lexicon.is_word(base, True) or base in lexicon.surnames():
            yield Span(before.start("here"), kind.end(), "street", 2, "a street")


def _are_words(words: str) -> bool:
    return all(lexicon.is_word(base_of(word), True) for word in TOKEN.findall(words))


def _names_a_place(words: str) -> bool:
    """Is none of the words a month, a title or a word of the field?"""
    bases = [base_of(word) for word in TOKEN.findall(words) if not word[0].isdigit()]
    return bool(bases) and not any(
        base in lexicon.allowed() or base in FUNCTION_WORDS or base in _MONTH_NAMES for base in bases
    )
