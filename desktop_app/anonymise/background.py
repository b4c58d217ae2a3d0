"""What somebody is: a nationality or an ethnicity said of a person, and an occupation where it is said to be theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import Token

_PEOPLE = (
    r"national|citizen|nationality|origin|descent|heritage|background|speaker|speaking|born|man|woman|boy|girl|male"
    r"|female"
    r"|family|parents|mother|father|community|Armed Forces|General Staff|[Aa]rmy"
)
_NATIVE = re.compile(r"\bnative[ \u00a0]$")
_FOLLOWS = re.compile(rf"[ \u00a0-](?P<word>{_PEOPLE})s?\b")
_BELONGING = frozenset(
    ["national", "citizen", "nationality", "heritage", "origin", "descent", "armed", "general", "army"]
)
_BRITISH = (
    re.compile(
        r"(?:[Ww]hite|[Bb]lack|[Mm]ixed|Asian)[ \u00a0-](?:British|English|African|Caribbean|Welsh|Irish|Scottish"
        r"|European)\b"
        r"|[Mm]ixed[ \u00a0](?:[Ww]hite|[Bb]lack|Asian)(?:[ \u00a0](?:and|&)[ \u00a0](?:[Ww]hite|[Bb]lack|Asian))?"
        r"(?:[ \u00a0](?:Caribbean|African|Asian|British|Irish))?\b"
        r"|(?:[Ww]hite|[Bb]lack|[Mm]ixed[ -]race|[Dd]ual[ -]heritage|United Kingdom)[ \u00a0]"
        r"(?:woman|man|boy|girl|male|female|national|citizen)s?\b"
    ),
    re.compile(
        r"(?:(?<=\ba )|(?<=\ban )|(?<=\bis )|(?<=\bwas )|(?<=\bare )|(?<=\bwere ))(?:British|English)\b"
        r"(?:[ \u00a0](?:national|citizen)\b)?(?![ \u00a0][A-Z])"
    ),
)
_LANGUAGE = re.compile(
    r"(?:speaks?|speaking|spoke|no|some|little|limited|broken|basic|poor|fluent)[ \u00a0]"
    r"(?:only[ \u00a0]|(?:very[ \u00a0])?little[ \u00a0]|no[ \u00a0]|some[ \u00a0]|good[ \u00a0])?"
    r"(?P<here>English)\b(?! (?:and|lesson|teacher|homework|as)\b)"
)
_SPEAKING = frozenset(
    ["no", "speaking", "speak", "speaks", "spoke", "some", "little", "limited", "broken", "basic", "poor", "fluent"]
)
_BRITISH_WORDS = frozenset(["white", "black", "mixed", "asian", "dual", "united", "british", "english"])
_WORK = r"(?P<work>[\w’'\u2011-]+(?:[ \u00a0][\w’'\u2011-]+){0,3})"
_WORD = re.compile(r"[\w’'\u2011-]+")
_WORKING = frozenset(
    [
        "plays",
        "played",
        "work",
        "works",
        "worked",
        "working",
        "employed",
        "employment",
        "practise",
        "practises",
        "practised",
        "practising",
        "train",
        "trains",
        "trained",
        "training",
        "qualified",
        "served",
        "serving",
        "job",
        "career",
        "post",
    ]
)
_SOMEBODY = frozenset(
    [
        "applicant",
        "applicants",
        "he",
        "she",
        "who",
        "mother",
        "father",
        "mum",
        "dad",
        "husband",
        "wife",
        "partner",
        "uncle",
        "aunt",
        "brother",
        "sister",
        "son",
        "daughter",
        "grandfather",
        "grandmother",
    ]
)
_WORKS_AS = re.compile(
    r"\b(?:work(?:s|ed|ing)?|play(?:s|ed)|employ(?:ed|ment)|practis(?:es?|ed|ing)|train(?:ed|ing)|qualified|served|serving|job"
    r"|career|post)"
    rf"[ \u00a0](?:as|of)[ \u00a0](?:an?[ \u00a0])?{_WORK}\b"
)
_WHO_IS = re.compile(
    r"\b(?:applicants?|[Hh]e|[Ss]he|who|mother|father|mum|dad|husband|wife|partner|uncle|aunt|brother|sister|son"
    r"|daughter"
    rf"|grandfather|grandmother),?[ \u00a0](?:(?:who[ \u00a0])?(?:is|was)[ \u00a0])?an?[ \u00a0]{_WORK}\b"
)


def find_background(anchors: Anchors, tokens: list[Token]) -> Iterator[Span]:
    """Everything here is tier 3."""
    text, attributes = anchors.text, lexicon.attributes()
    for token in tokens:
        if token.base in attributes and token.capital:
            match = _FOLLOWS.match(text, token.end)
            native = _NATIVE.search(text, max(0, token.start - 8), token.start)
            if match and (native or match.group("word").split()[0].lower() in _BELONGING):
                yield Span(
                    native.start() if native else token.start,
                    match.end(),
                    "attribute",
                    3,
                    "nationality, ethnicity or religion",
                )
    for match in anchors.tried(_BRITISH, anchors.of(_BRITISH_WORDS)):
        yield Span(*match.span(), "attribute", 3, "nationality, ethnicity or religion")
    for match in anchors.tried((_LANGUAGE,), anchors.of(_SPEAKING)):
        yield Span(*match.span("here"), "attribute", 3, "a language spoken")
    for shape, starts in ((_WORKS_AS, _WORKING), (_WHO_IS, _SOMEBODY)):
        for match in anchors.tried((shape,), anchors.of(starts)):
            words = list(_WORD.finditer(text, *match.span("work")))
            last = next((i for i, word in enumerate(words) if _is_work(word.group())), None)
            if last is None or (
                shape is _WHO_IS and not match.group().startswith("applicant") and _is_a_role(words[: last + 1])
            ):
                continue
            yield Span(match.start("work"), words[last].end(), "occupation", 3, "an occupation")


def _is_a_role(words: list[re.Match[str]]) -> bool:
    """A social worker, a school nurse: whoever meets the family, and nobody's background."""
    return any(word.group().lower() in lexicon.allowed() for word in words)


def _is_work(word: str) -> bool:
    low = word.lower()
    return low in lexicon.word_set("occupations") or low.removesuffix("s") in lexicon.word_set("occupations")
