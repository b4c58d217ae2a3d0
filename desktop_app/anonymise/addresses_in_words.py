"""Addresses without a house number: "Heol y Bryn", "Corn Exchange Buildings", a line of commas that holds a street."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, base_of

_CAPITAL = r"[^\W\d_a-z][\w'’\-]*"
# Where the kind of street comes first, as in Welsh and French.
_KIND_FIRST = re.compile(
    r"(?:[Hh]eol|[Ff]fordd|[Ss]tryd|[Ll][oô]n|[Rr]hodfa|Clos|Cwrt|Rhiw|Rue|Calle|Via|ul\.)[ ]"
    r"(?:(?:y|yr|yn|ar|de|la|du|des|del|las|los)[ ]){0,2}[^\W\d_][\w’'\-]+(?:[ ][A-Z][\w’'\-]+)?"
)
_KINDS_FIRST = frozenset(
    ["heol", "ffordd", "stryd", "lon", "lôn", "rhodfa", "clos", "cwrt", "rhiw", "rue", "calle", "via", "ul"]
)
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER_BEFORE = re.compile(
    rf"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_UNITS}))?|{_UNITS}|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|\d{1,4}[a-z]?),? $",
    re.IGNORECASE,
)
_BUILDINGS = frozenset(["buildings", "mansions", "cottages", "almshouses", "maltings", "bungalows"])
_BUILDING_BEFORE = re.compile(
    rf"(?:\b(?:\d{{1,2}}(?:st|nd|rd|th)|First|Second|Third|Ground)[ ][Ff]loor,[ ])?(?P<name>(?:{_CAPITAL}[ ]){{1,3}})$"
)
_BUILDING = re.compile(r"[A-Z][a-zA-Z]+(?:[ ][Nn]o\.?[ ]?\d{1,3}\b)?")
_STREETS = frozenset(
    [
        *("road", "street", "lane", "avenue", "close", "crescent", "terrace", "rd", "drive", "grove", "row", "cottage"),
        *("place", "square", "walk", "gardens", "mews", "parade", "quay", "wharf", "way"),
    ]
)
# "the end bungalow on Pit Row": which of several dwellings, and where.
_DWELLING = re.compile(
    r"(?:bungalow|house|caravan|cottage|flat|terrace|trailer|chalet|houseboat|boat|farmhouse|barge)[ ]"
    r"(?:on|at|in|by|behind|near|above|beside|along|opposite)[ ](?:the[ ])?"
    rf"{_CAPITAL}(?:[ ](?:{_CAPITAL}|of|the|y|yr))*"
)
_DWELLINGS = frozenset(
    ["bungalow", "house", "caravan", "cottage", "flat", "terrace", "trailer", "chalet", "houseboat", "farmhouse"]
)
# "the maisonette in Gull Street", "the bungalow next to the chip shop, Station Rd": what leads to one door.
_STREET = (
    rf"(?:{_CAPITAL}[ ]){{1,3}}(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Crescent|Cres|Terrace|Drive|Grove|Row"
    rf"|Place"
    r"|Square|Walk|Gardens|Mews|Parade|Quay|Wharf|Way|Court|Hill|Rise|Green)\b"
)
_AT_A_STREET = re.compile(
    r"(?:bungalow|house|caravan|cottage|flat|maisonette|apartment|bedsit|annexe|lodge|chalet|farmhouse|duplex"
    r"|studio)[ ]"
    rf"(?:(?:on|in|off|at|along|near)[ ]|(?:next[ ]to|opposite|behind|beside|by|above|over|near|with)[ ]the[ ]"
    rf"(?:[a-z'’\-]+[ ]){{0,3}}[a-z'’\-]+,?[ ](?:(?:on|in|off)[ ])?){_STREET}"
)
_THE_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Aa]|[Aa]n)[ ](?:(?:end|first|corner|old|new|family)[ ])?$"
)
# "taken home to 14 The Drift"
_NUMBER_THE = re.compile(
    r"(?<![\d.,/:£])\d{1,3}[a-f]?,?[ ]The[ ](?!Act|Committee|Panel|Review|Board|Council"
    r"|Court)[A-Z][\w'’\-]+(?:[ ][A-Z][\w'’\-]+)?"
    r"(?=[.,;)]|$|\n|[ ](?:and|with|on|at|in|by|where|as|from)\b)"
)
_LEADS_TO_A_HOUSE = re.compile(
    r"(?:\b(?:to|at|of|in|from|address|into|outside|near|opposite|attended|visited)|[,:|])[ ]$|(?:^|\n)$"
)
_MORE_DWELLINGS = frozenset(["maisonette", "apartment", "bedsit", "annexe", "lodge", "duplex", "studio"])
_WHICH_BEFORE = re.compile(
    r"\b(?:[Tt]he[ ])?(?:end|first|second|third|last|corner|top|bottom|middle|big|white|red|blue|green|yellow|pink|only"
    r"|end-of-terrace|derelict)[ ]$"
)
_PART = rf"(?:{_CAPITAL}|\d{{1,4}}[A-Za-z]?)(?:[ ](?:{_CAPITAL}|of|the|on|upon|under|y|yr)){{0,4}}"
_LONGEST_LINE = 120  # characters
_LINE = re.compile(rf"[ \t]*(?P<all>{_PART}(?:,[ ]{_PART}){{1,5}}),?[ \t]*")


def find_addresses_in_words(anchors: Anchors) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in anchors.tried((_KIND_FIRST,), anchors.of(_KINDS_FIRST)):
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 16), match.start())
        yield Span(number.start() if number else match.start(), match.end(), "street", 2, "a street")
    for start in anchors.of(_BUILDINGS):
        before, word = _BUILDING_BEFORE.search(text, max(0, start - 60), start), _BUILDING.match(text, start)
        if before and word and _names(before.group("name")):
            yield Span(before.start(), word.end(), "address", 2, "a building")
    for match in anchors.tried((_DWELLING,), anchors.of(_DWELLINGS)):
        which = _WHICH_BEFORE.search(text, max(0, match.start() - 20), match.start())
        if which:
            yield Span(which.start(), match.end(), "address", 2, "which dwelling, and where")
    for match in anchors.tried((_AT_A_STREET,), anchors.of(_DWELLINGS | _MORE_DWELLINGS)):
        which = _THE_BEFORE.search(text, max(0, match.start() - 20), match.start())
        if which:
            yield Span(which.start(), match.end(), "address", 2, "a dwelling and its street")
    for match in anchors.tried((_NUMBER_THE,), anchors.numbers):
        if _LEADS_TO_A_HOUSE.search(text, max(0, match.start() - 12), match.start()):
            yield Span(*match.span(), "address", 2, "a number and its street")
    for start in anchors.of(_STREETS):
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        last = last if last >= 0 else len(text)
        if not text[start].isupper() or last - first > _LONGEST_LINE:
            continue
        line = _LINE.fullmatch(text, first, last)
        if line:
            yield Span(*line.span("all"), "address", 1, "a line that holds a street")


def _names(words: str) -> bool:
    bases = [base_of(word) for word in words.split()]
    return not all(base in lexicon.allowed() or base in FUNCTION_WORDS for base in bases)
