"""Where somebody lives: "14 Mill Lane", "Flat 9, Alma Court", a line over a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, TOKEN, base_of

_TYPES = (
    "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Cl|Court|Ct|Crescent|Cres|Gardens?|Gdns|Grove|Way|Walk|Place"
    "|Pl|Terrace|Square|Sq|Hill|Park|Row|Mews|Rise|View|Green|Parade|Path|Yard|Wharf|Quay|Broadway|Boulevard|Croft"
    "|Mount|Bank|Fold|Cottages?|Heights|Meadows?|Fields?|Villas?|Buildings|House|Lodge|Towers?|Mansions|Estate|Common"
    "|Gate|Hollow|Cross|Bridge|Approach|Drove|Vale|Ridge|Chase|Dene|Brow|Paddocks?|Orchard"
)
_PLAIN_TYPES = "road|rd|street|avenue|ave|lane|drive|close|crescent|gardens|grove|terrace|court|way"
_SMALL = (
    r"(?:the|a|an|of|and|or|in|on|at|to|from|by|for|with|was|is|were|that|this|had|has|she|he|they|main|busy|same|other"
    r"|side|open|country|high|next|quiet|local|whole|entire|our|her|his|their|my|your)\b"
)
_WORD = r"[^\W\d_a-z][\w'’\-]*"
_NUMBER = r"\d{1,4}[A-Za-z]?(?:/\d{1,3})?"
_HOUSE = re.compile(rf"\b{_NUMBER},?\s+(?:{_WORD}\s+){{1,4}}(?:{_TYPES}|{_TYPES.upper()})\b")
_FLAT = re.compile(
    r"\b(?:Flat|FLAT|flat|Apartment|APARTMENT|Apt|Unit|UNIT|Block|Plot|Caravan|Pitch|Maisonette)\s"
    rf"(?:\d{{1,4}}[A-Za-z]?|[A-Z])\b(?:,?\s(?:\d{{1,4}}[A-Za-z]?\s)?{_WORD}(?:[ ]{_WORD}){{0,3}})?"
)
_FLAT_ALONE = re.compile(r"\b(?:flat|apartment|apt)\s+\d{1,4}[a-z]?\b", re.IGNORECASE)
_AFTER_A_PREPOSITION = re.compile(
    rf"\b(?:at|of|to|from|home|address|visited|near|opposite|outside|AT|OF|TO|FROM|ADDRESS|Address|Visited)\b:?\s"
    rf"(?P<here>{_NUMBER},?\s{_WORD}(?:[ ]{_WORD}){{0,3}})"
)
_LOWER = re.compile(rf"\b\d{{1,4}}[a-z]?,?\s+(?:(?!{_SMALL})[a-z'’\-]+\s+){{1,3}}(?:{_PLAIN_TYPES})\b")
_LOWER_STREET = re.compile(
    rf"\b(?:on|in|off|down|up|from|along|of)\s(?P<here>(?:(?!{_SMALL})[a-z'’\-]{{3,}}\s){{1,2}}"
    r"(?:road|street|lane|avenue|crescent|terrace|rd))\b"
)
_MIXED_STREET = re.compile(rf"\b(?P<here>{_WORD}\s(?:road|street|lane|avenue|estate|close|crescent))\b")
_SHORT_STREET = re.compile(
    rf"\b(?P<here>{_WORD}(?:[ ]{_WORD})?[ ]St)\b(?=\.?(?:[,;)\n|]|$|[ ](?:[a-z(]|[A-Z][a-z]*\b)))"
)
_NUMBER_WORDS = re.compile(r"\d{1,4}\s+(?:days?|weeks?|months?|years?|hours?|minutes?|times|of|and|or|to|in|on)\b")
_LINE = re.compile(rf"^{_NUMBER},?[ ]{_WORD}(?:[ ]{_WORD}){{0,3}},?$", re.MULTILINE)
_POSTCODE_SOON = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_AT_NUMBER = re.compile(r"\b(?:at|from)\s(?P<here>(?:no\.?|number)\s\d{1,4}[a-z]?)\b", re.IGNORECASE)
_MONTH_NAMES = frozenset(MONTHS.lower().split("|"))


def find_addresses(text: str) -> Iterator[Span]:
    """Tier 1 with a number, tier 2 for a street alone."""
    for shape in (_HOUSE, _FLAT, _FLAT_ALONE, _LOWER, _AT_NUMBER):
        for match in shape.finditer(text):
            start, end = match.span("here") if "here" in shape.groupindex else match.span()
            if not _NUMBER_WORDS.match(text[start:end]):
                yield Span(start, end, "address", 1, "shape of an address")
    for match in _AFTER_A_PREPOSITION.finditer(text):
        if _names_a_place(match.group("here")):
            yield Span(*match.span("here"), "address", 1, "a number and a name, where an address stands")
    for match in _LINE.finditer(text):
        if _POSTCODE_SOON.search(text[match.end() : match.end() + 120]):
            yield Span(*match.span(), "address", 1, "a line over a postcode")
    for shape in (_LOWER_STREET, _MIXED_STREET, _SHORT_STREET):
        for match in shape.finditer(text):
            if _names_a_place(match.group("here"), all_but_last=True):
                yield Span(*match.span("here"), "street", 2, "a street")


def _names_a_place(words: str, *, all_but_last: bool = False) -> bool:
    """Is none of the words a month, a title or a word of the field?"""
    bases = [base_of(word) for word in TOKEN.findall(words) if not word[0].isdigit()]
    bases = bases[:-1] if all_but_last and len(bases) > 1 else bases
    return bool(bases) and not any(
        base in lexicon.allowed() or base in FUNCTION_WORDS or base in _MONTH_NAMES for base in bases
    )
