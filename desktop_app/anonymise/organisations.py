"""Schools, surgeries, homes, clubs and streets: a run of capitals that ends in a word for such a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, Token, base_of, plain

_HEADS = lexicon.word_set("organisation_heads")
_STREETS = lexicon.word_set("street_types")
_OFTEN_ORDINARY = lexicon.word_set("ordinary_heads")
# Words that may stand before a head without naming anything.
_PLAIN = FUNCTION_WORDS | NEVER_NAMES | lexicon.word_set("plain_qualifiers") | lexicon.word_set("court_words")
_HEALTH = frozenset({"medical", "dental", "veterinary"})  # "Beacon Medical Group" is one surgery, "Finish Group" none
_COMMON = lexicon.word_set("common_heads")
_AFTER_AT = frozenset(
    ["practice", "association", "society", "federation", "trust", "foundation", "fund", "hub", "partnership"]
)
_AT = re.compile(r"\b(?:at|to|from|in|of|with|by)[ \u00a0](?:the[ \u00a0])?$", re.IGNORECASE)
_GP = re.compile(r"\b(?:GP|surgery)(?: is| now|:)? $")
_GAP = re.compile(r"[ \u00a0]|, ")
_SAINT = re.compile(r"S(?<!\w.)t\.?[ \u00a0][A-Z][\w’'\-]*(?:[’']s?)?(?:[ \u00a0][A-Z][\w’'\-]*)*")
_DEDICATED = re.compile(
    r"\b(?:Our[ \u00a0]Lady|OUR LADY)(?:[ \u00a0](?:of|OF)(?:[ \u00a0]the)?(?:[ \u00a0][A-Z][\w’'\-]*)+)?"
    r"|\b(?:All[ \u00a0]Saints|(?:Holy|HOLY)[ \u00a0](?i:Trinity|Rosary|Family|Cross|Redeemer|Name|Innocents|Rood"
    r"|Spirit|Apostles|Ghost)"
    r"|Sacred[ \u00a0]Heart|Immaculate[ \u00a0]Conception|Corpus[ \u00a0]Christi|Christ[ \u00a0]Church"
    r"|Christ[ \u00a0]the[ \u00a0]King"
    r"|(?:First|Second|Third|Old|New)[ \u00a0](?:Presbyterian|Baptist|Methodist|Congregational|Unitarian)"
    r"|English[ \u00a0]Martyrs|Blessed[ \u00a0][A-Z][\w’'\-]+|Good[ \u00a0]Shepherd)(?!\w)(?:['’]s)?"
)
# "daisy chain nursery" where nobody uses capitals: at, from or to it, and nothing that could make it any nursery.
_LOWER_SCHOOL = re.compile(
    r"\b(?:at|from|to|attends)[ ](?P<here>(?:[a-z][a-z'’\-]+[ ]){1,2}(?:primary|nursery|surgery|academy"
    r"|infants|juniors|high"
    r"|infant|junior)(?:[ ]school)?)\b"
)
_LOWER_SAINT = re.compile(r"(?:st|saint) (?P<who>[a-z]{3,}(?:['’]s)?)\b(?! (?:street|road|lane|st|rd))")
_TO_A_SAINT = re.compile(r"\b(?:to|at|from|is|in|school|attends|leave[sd]?|called) $")
_A_SAINT_BEGINS = re.compile(r"(?:^|[.!?\-–(,]) ?$", re.MULTILINE)
# A hospital called by its first word alone, and a newspaper.
_THE_GENERAL = re.compile(
    r"(?:Royal|General|Infirmary|Memorial|Western|Northern|Victoria|Alexandra|Queen['’]s|Academy|Grammar"
    r"|Children['’]?s(?=[.,;)\n]|$| (?:at|on|for|with|last|and)\b))"
    r"(?: (?:General|Infirmary|Memorial|Victoria|Alexandra|Free))?\b(?! [A-Z])"
)
_TO_THE = re.compile(r"\b(?:to|at|from|in|tonight|tomorrow|today) the $")
_GENERALS = frozenset(
    [
        *("royal", "general", "infirmary", "memorial", "western", "northern", "victoria", "alexandra", "queen"),
        *("academy", "grammar", "childrens", "children"),
    ]
)
_PAPER = re.compile(r"[A-Z][a-z]+\b(?! [A-Z])")
_THE_PAPERS = re.compile(r"\b[Tt]he (?P<town>[A-Z][a-z]+ )?$")
_PAPERS = frozenset(
    [
        *("echo", "gazette", "express", "mercury", "herald", "argus", "chronicle", "observer", "courier", "advertiser"),
        *("telegraph", "examiner", "reporter"),
    ]
)
_NATIONS = frozenset({"england", "scotland", "wales"})
_TOWN_CUE = re.compile(r"\b(?:in|to|from|near|around|outside|towards)[ \u00a0]$")
_RELOCATED = re.compile(r"\b(?:moved|arrested|lived?|lives|living|born|housed|rehoused|stay(?:ed|ing)?|travel(?:led"
                        r"|ling)?|went|address|"
                        r"found|drove|placed|placement|resident|flat|house|home"
                        r"|property)\b[^.]{0,25}$", re.IGNORECASE)  # fmt: skip


def find_organisations(anchors: Anchors, tokens: list[Token]) -> Iterator[Span]:
    """Runs like "Riverside School", "St Anne's", "Station Road"; and towns whose names are ordinary words."""
    text = anchors.text
    for i, token in enumerate(tokens):
        low = token.base
        if not token.capital:
            continue
        span = _run_before(text, tokens, i) if low in _HEADS or low in _STREETS or low in _COMMON else None
        if span:
            yield span
        elif low in lexicon.allowed() and (low in lexicon.places() or low in _NATIONS) and _town(text, tokens, i):
            yield Span(token.start, token.end, "place", 2, "a town after a word of place")
    for match in _SAINT.finditer(text):
        yield Span(match.start(), match.end(), "organisation", 2, "named for a saint")
    for match in _DEDICATED.finditer(text):
        yield Span(match.start(), match.end(), "organisation", 2, "a dedication")
    yield from _called_by_one_word(anchors)
    yield from _lower_saints(anchors)
    for match in _LOWER_SCHOOL.finditer(text):
        words = [base_of(word) for word in match.group("here").split()]
        if not any(word in _PLAIN or word in lexicon.allowed() for word in words[:-1] if word != "school"):
            yield Span(*match.span("here"), "organisation", 3, "a school or a surgery in lower case")


def _lower_saints(anchors: Anchors) -> Iterator[Span]:
    """ "goes to st annes", "st bede's rang" """
    text = anchors.text
    for match in anchors.tried((_LOWER_SAINT,), anchors.of(frozenset(["st", "saint"]))):
        who, possessive = base_of(match.group("who")), match.group("who")[-2:] in ("'s", "’s")
        led = _TO_A_SAINT.search(text, max(0, match.start() - 10), match.start())
        named = lexicon.is_name(who) or lexicon.is_name(who.removesuffix("s"))
        begins = possessive and _A_SAINT_BEGINS.search(text, max(0, match.start() - 3), match.start())
        if begins or (led and (possessive or (named and who not in FUNCTION_WORDS))):
            yield Span(*match.span(), "organisation", 2, "named for a saint")


def _called_by_one_word(anchors: Anchors) -> Iterator[Span]:
    """ "taken to the Infirmary", "it was in the Echo" """
    text = anchors.text
    for match in anchors.tried((_THE_GENERAL,), anchors.of(_GENERALS)):
        if _TO_THE.search(text, max(0, match.start() - 14), match.start()):
            yield Span(*match.span(), "organisation", 3, "a hospital or a school called by one word")
    for match in anchors.tried((_PAPER,), anchors.of(_PAPERS)):
        before = _THE_PAPERS.search(text, max(0, match.start() - 24), match.start())
        if before:
            start = before.start("town") if before.group("town") else match.start()
            yield Span(start, match.end(), "organisation", 3, "a newspaper")


def _run_before(text: str, tokens: list[Token], head: int) -> Span | None:
    """The capitals just before a head word, when at least one of them names something."""
    allowed = lexicon.allowed()
    first, naming, sure = head, False, False
    while first > 0:
        before = tokens[first - 1]
        if not before.capital or not _GAP.fullmatch(text[before.end : tokens[first].start]):
            break
        if text[before.end : tokens[first].start] == ", ":
            break
        if before.base in FUNCTION_WORDS or before.base in NEVER_NAMES:
            break
        first -= 1
        naming = naming or (before.base not in _PLAIN and before.base not in allowed)
        sure = sure or before.base in _HEALTH or (before.base not in _PLAIN and _is_no_mere_word(before.base))
    low = tokens[head].base
    if low in _COMMON and low not in _STREETS:
        naming = naming and not tokens[head].heading and (sure or (low in _AFTER_AT and _led(text, tokens[first])))
    street = low in _STREETS and not (low in _OFTEN_ORDINARY and tokens[head].heading)
    plain_street = street and first < head and not naming and low in ("road", "street", "lane", "avenue", "terrace")
    if first == head or not (naming or plain_street):
        return None
    if (
        low in _OFTEN_ORDINARY
        and tokens[head].heading
        and not (sure or _AT.search(text, max(0, tokens[first].start - 12), tokens[first].start))
    ):
        return None
    if (
        low in allowed
        and tokens[first].heading
        and tokens[head].word.isupper()
        and not (sure or _led(text, tokens[first]))
    ):
        return None  # "RING HOME TWICE"
    if low in _STREETS:
        return Span(tokens[first].start, tokens[head].end, "street", 2, "a street")
    return Span(tokens[first].start, tokens[head].end, "organisation", 2, "a name that ends in a word for a place")


def _led(text: str, token: Token) -> bool:
    """Does "at", "from" or "GP now" stand before?"""
    return bool(
        _AT.search(text[max(0, token.start - 10) : token.start])
        or _GP.search(text[max(0, token.start - 10) : token.start])
    )


def _is_no_mere_word(base: str) -> bool:
    """Is it a place, or in no dictionary? Surnames that are words ("Best Practice") say nothing."""
    return plain(base) in lexicon.places() or not lexicon.is_word(base)


def _town(text: str, tokens: list[Token], i: int) -> bool:
    """ "moved to Street": a word of place before, and no capital after."""
    token = tokens[i]
    before = text[max(0, token.start - 60) : token.start]
    if not _TOWN_CUE.search(before) or not _RELOCATED.search(before):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or not after.capital or not _GAP.fullmatch(text[token.end : after.start])
