"""Names given away by who they are said to be: "Mark, the caretaker, let her in", "our kev", "Bed 7 Grange, Molly"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, Mark, Token, base_of, plain

_NAME = r"[A-Z][a-z’'\-]+"
# At the start of a sentence, where a capital says nothing.
_APPOSITION = re.compile(
    rf"(?:^|(?<=[.!?][ ])|(?<=[.!?]\n)|(?<=\n))(?P<who>{_NAME}), (?:my|our|his|her|their|the|an?|who|whose|aged)[ ]"
    rf"[a-z][\w’'\- ]{{2,44}}(?:,|[.;]|[ ][-–])"
)
_OUR = re.compile(r"(?:our|r)[ ](?P<who>[a-z]{3,}?)(?P<s>['’]?s)?\b")
_BED = Shape(
    rf"(?:[Bb]ed|[Bb]ay|[Cc]ubicle|[Ss]ide [Rr]oom|SR)[ ]?\d{{1,2}}[:.]?[ ][-–]?[ ]?(?P<who>{_NAME}(?:,[ ]{_NAME})?)"
    r"(?=[ ]\d|[,;(]|[ ][-–(]|\n|$)"
)
# Welsh and Irish patronymics, whatever language stands around them.
_SON_OF = re.compile(rf"{_NAME}[ ](?:ap|ab|ferch|verch|mac|nic|ní|Ní|ó)[ ]{_NAME}")
_SONS = frozenset(["ap", "ab", "ferch", "verch", "mac", "nic", "ní", "ó"])
_FIRST = re.compile(rf"{_NAME}[ ]$")
# As a telephone's contents are listed: from "Dean work" 3 Sept 23:18
_CONTACT = Shape(
    r"(?:from|to|sender|contact|caller)[: ]{1,2}[“\"](?P<who>[^”\"\n]{2,24})[”\"](?=[ ,:]{1,2}\d|:)", re.IGNORECASE
)
_SAVED = Shape(r"(?:saved|stored|listed|named|labelled)[ ]as[ ][“\"‘'](?P<who>[^”\"’'\n]{2,24})[”\"’']")
_OF_A_BODY = Shape(
    rf"(?:worker|officer|manager|nurse|coordinator|advocate|keyworker|practitioner|counsellor|mentor|tutor"
    rf"|trainer):?[ ]{_NAME}"
    rf"(?:[ ]{_NAME})?[ ]\((?P<body>[A-Z][\w’'&]+(?:[ ](?:[A-Z][\w’'&]+|of|the|and)){{1,4}})\)"
)
# "seeing hazel black date of birth", as dictated
_BORN = re.compile(r"(?P<who>[a-z]{3,}[ ][a-z]{3,})[ ]$")
_SPEAKS = re.compile(
    r"[ ](?:said|says|told|stated|denied|denies|admitted|replied|rang|phoned|texted|emailed|shouted|swore|threatened"
    r"|punched|assaulted|absconded|disclosed|reoffended|lives with|lived with|lives at|lives alone"
    r"|(?:was|is|has been|had been) (?:arrested|seen by|interviewed|charged|released|bailed|sentenced|remanded"
    r"|tearful|born|aged"
    r"|intoxicated|drunk)|has (?:disclosed|told|said|admitted|denied))\b"
)
_MONTH_NAMES = frozenset(MONTHS.lower().split("|"))
_SAYING = frozenset(["from", "to", "sender", "contact", "caller", "saved", "stored", "listed", "named", "labelled"])
_WORKERS = frozenset(
    [
        *(
            "worker",
            "officer",
            "manager",
            "nurse",
            "coordinator",
            "advocate",
            "keyworker",
            "practitioner",
            "counsellor",
        ),
        *("mentor", "tutor", "trainer"),
    ]
)
_GOING = re.compile(r"\b(?:to|at|round|over|down|up|from)[ ]$")
_NO_CAPITALS = frozenset(["our", "r"])


def find_said_beside(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in _APPOSITION.finditer(text):
        base = base_of(match["who"])
        if plain(base) in lexicon.given_names() and _may_name(base) and base not in _MONTH_NAMES:
            yield _person(match, strength)
    for start in anchors.of(_SONS):
        before = _FIRST.search(text, max(0, start - 24), start)
        named = _SON_OF.match(text, before.start()) if before else None
        if named:
            remember(named.group(), strength)
            yield Span(*named.span(), "person", 2, "a patronymic")
    for match in anchors.tried((_CONTACT, _SAVED), anchors.of(_SAYING)):
        yield Span(*match.span("who"), "person", 2, "as a telephone has it")
    for match in anchors.tried((_OF_A_BODY,), anchors.of(_WORKERS)):
        yield Span(*match.span("body"), "organisation", 2, "in brackets behind its worker")
    for start in anchors.of(frozenset(["date", "dob", "nhs"])):
        dictated = _BORN.search(text, max(0, start - 40), start)
        words = dictated["who"].split() if dictated else []
        if dictated and plain(words[0]) in lexicon.given_names() and all(_may_name(word) for word in words):
            yield Span(*dictated.span("who"), "person", 2, "a name before a date of birth")
    for match in anchors.tried((_OUR,), anchors.of(_NO_CAPITALS)):
        for who in (match["who"] + (match["s"] or ""), match["who"]):
            going = _GOING.search(text, max(0, match.start() - 6), match.start()) and match["s"]
            if plain(who) in lexicon.given_names() and _may_name(who) and (going or not lexicon.is_word(who)):
                yield Span(match.start("who"), match.start("who") + len(who), "person", 2, "one of ours")
                break
    for match in anchors.tried((_BED,), anchors.of(frozenset(["bed", "bay", "cubicle", "side", "sr"]))):
        bases = [base_of(word) for word in TOKEN.findall(match["who"])]
        given = len(bases) > 1 and plain(bases[-1]) in lexicon.given_names()
        if given or all(_may_name(word) for word in bases):
            yield _person(match, strength)


def surnames_that_speak(text: str, tokens: list[Token], strength: Strength) -> None:
    """ "Marsh denied it" at the start of a sentence: what only a person does makes an ordinary word a surname."""
    callings = lexicon.word_set("occupations") | lexicon.word_set("people_words")
    for token in tokens:
        if token.mark is not Mark.START or not token.word[1:].islower() or token.base in callings:
            continue
        if plain(token.base) in lexicon.surnames() and _may_name(token.base) and _SPEAKS.match(text, token.end):
            token.claim(Mark.NAME, 2, "a surname, and what a person does")
            strength.setdefault(token.base, 1)


def _may_name(base: str) -> bool:
    return base not in lexicon.allowed() and base not in FUNCTION_WORDS | NEVER_NAMES


def _person(match: re.Match[str], strength: Strength) -> Span:
    remember(match["who"], strength)
    return Span(*match.span("who"), "person", 2, "a name, and who that is")
