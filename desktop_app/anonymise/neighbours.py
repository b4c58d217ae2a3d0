"""What the words around a word say about it, and what its other mentions in the same text say."""

from __future__ import annotations

import re

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.capitals import WHY as CAPITAL
from desktop_app.anonymise.capitals import is_a_verb
from desktop_app.anonymise.person_cues import ABSTRACT
from desktop_app.anonymise.surroundings import acts_as_a_person
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import FUNCTION_WORDS, Mark, Token, is_double_barrelled, plain

_CLOSE = re.compile(r"[ \u00a0\-’'.]{1,2}")
_THINGS = ABSTRACT | frozenset(
    {
        "love",
        "autumn",
        "summer",
        "spring",
        "winter",
        "dawn",
        "art",
        "star",
        "storm",
        "may",
        "will",
        "chance",
        "rose",
        "amber",
    }
)
_DID = re.compile(
    r"[ \u00a0](?:did|got|bit|ran|made|gave|drove|ate|slept|fell|kicked|hit|pushed|helped|stayed|looked|smiled"
    r"|played|cried"
    r"|shouted|laughed|walked|needed|liked|missed|tried|started|stopped|called|turned|waited|screamed|settled"
    r"|presented|engaged)\b"
)
_KIN_AFTER = re.compile(
    r"[ \u00a0](?:mum|dad|mother|father|nan|gran|sister|brother|aunt|auntie|uncle|school|teacher|social worker"
    r"|behaviour"
    r"|attendance|birthday|partner|boyfriend|girlfriend|bedroom|voice|views|placement|foster|carer)\b"
)
_SPOKEN_OF = re.compile(
    r"[ \u00a0](?:from (?:the )?|\()[A-Z]"
    r"|[ \u00a0]\((?:\d|aged|her|his|my)|, (?:aged|who|her|his)\b|,? (?:\d{1,2}|and (?:her|his|their))\b[ ,]"
    r"|[ \u00a0](?:is|was|has|had)[ \u00a0](?:a[ \u00a0](?:boy|girl|baby|child|pupil|student|mother|lovely)"
    r"|the (?:oldest|eldest|youngest|best)|at"
    r"|in|on|not|very|upset|born|aged|been (?:seen|told|at|in|absent)|his|her|seen|asleep|\d)\b"
)
_GREETINGS = frozenset(["hi", "hiya", "hello", "hey", "dear", "thanks", "cheers", "sorry"])
_LINE_GAP = re.compile(r"[ \u00a0-]")


def names_at_sentence_starts(text: str, tokens: list[Token], strength: Strength) -> None:
    """An ordinary word that begins a sentence is a name when a name, or an initial, follows at once."""
    allowed = lexicon.allowed()
    for token, after in zip(tokens[-2::-1], tokens[:0:-1], strict=True):
        if token.mark is not Mark.START or not after.capital or not _LINE_GAP.fullmatch(text[token.end : after.start]):
            continue
        base = token.base
        initial = len(after.word) == 1 and text[after.end : after.end + 1] == "."
        both = base in lexicon.given_names() and after.mark is Mark.CAPITAL and after.base not in allowed
        if after.mark is not Mark.NAME and not initial and not both:
            continue
        unlikely = (base.endswith(("ly", "ing")) or is_a_verb(base)) and base not in lexicon.given_names()
        if base in FUNCTION_WORDS or base in allowed or base in _GREETINGS or unlikely:
            continue
        token.claim(Mark.NAME, 2, "begins a sentence, and a name follows")
        if lexicon.is_name(plain(base)):
            strength.setdefault(base, 1)


def surnames_after_given_names(text: str, tokens: list[Token], strength: Strength) -> None:
    """Every capitalised word that follows a given name at once belongs to the person."""
    allowed = lexicon.allowed()
    i = 0
    while i < len(tokens):
        if tokens[i].mark is Mark.NAME:
            j = i
            while j + 1 < len(tokens) and tokens[j + 1].capital and tokens[j + 1].base not in allowed:
                gap = text[tokens[j].end : tokens[j + 1].start]
                if not _CLOSE.fullmatch(gap) or (gap[0] == "." and len(tokens[j].word) > 1):
                    break
                j += 1
            if j > i and plain(tokens[i].base) in lexicon.given_names():
                for token in tokens[i + 1 : j + 1]:
                    if len(token.base) > 1 and token.mark in (Mark.CAPITAL, Mark.NAME, Mark.ATTRIBUTE, Mark.COUNTRY):
                        strength[token.base] = max(strength.get(token.base, 0), 1.5)
                    if token.mark is Mark.CAPITAL or (
                        token.mark is Mark.START and (token.word.isupper() or is_double_barrelled(token.word))
                    ):
                        token.claim(Mark.NAME, 2, "follows a given name")
            i = j
        i += 1


def families_and_given_names(text: str, tokens: list[Token], strength: Strength) -> None:
    """ "the Rivers" is a family; a given name that begins a sentence may be a person."""
    previous = ""
    for i, token in enumerate(tokens):
        base = token.base
        if token.mark is Mark.CAPITAL and base.endswith("s") and previous == "the" and lexicon.is_name(base[:-1]):
            token.claim(Mark.NAME, 2, "a family's name")
        elif token.mark is Mark.START and not token.heading and _may_be_given(base) and _is_meant(text, tokens, i):
            token.claim(Mark.NAME, 3, "a given name that is also a word")
            strength.setdefault(base, 1)
        previous = token.word.lower()


def _may_be_given(base: str) -> bool:
    known = base in lexicon.given_names() or base in lexicon.name_words()
    return known and base not in FUNCTION_WORDS and base not in lexicon.allowed()


def _is_meant(text: str, tokens: list[Token], i: int) -> bool:
    base = tokens[i].base
    return base in lexicon.rather_names() or base in lexicon.word_set("lower_names") or _is_spoken_of(text, tokens, i)


def _is_spoken_of(text: str, tokens: list[Token], i: int) -> bool:
    """ "Hope told", "Grace's mum", "Iris and Ivy", "Key person: Sky", but not "Hope was expressed"."""
    token = tokens[i]
    if token.word.endswith(("'s", "’s")):
        return bool(_KIN_AFTER.match(text, token.end))
    if _SPOKEN_OF.match(text, token.end) or acts_as_a_person(text, token.end):
        return True
    if token.base not in _THINGS and _DID.match(text, token.end):
        return True
    if i + 2 < len(tokens) and tokens[i + 1].word == "and" and tokens[i + 2].capital:
        return _may_be_given(tokens[i + 2].base)
    return text[max(0, token.start - 2) : token.start] == ": " and text[token.end : token.end + 1] in (
        "",
        ".",
        ",",
        "\n",
        ")",
    )


def same_as_elsewhere(text: str, tokens: list[Token], strength: Strength) -> None:
    """A word that is surely a name in one place is a suspect in every other."""
    allowed = lexicon.allowed()
    for token in tokens:
        if token.mark is Mark.NAME and token.tier == 2 and token.why == "capitalised, and not an English word":
            strength[token.base] = 2
        elif token.mark is Mark.NAME and token.why in ("a name or a place, inside a sentence", CAPITAL):
            strength.setdefault(token.base, 1)
    for token in tokens:
        base = token.base
        if token.word[0].isdigit() or base in allowed or token.tier <= 2 or token.mark is Mark.ATTRIBUTE:
            continue
        force = strength.get(base) or (strength.get(base[:-1]) if base.endswith("s") and len(base) > 4 else None)
        if not force:
            continue
        weak_start = token.mark is Mark.START and force == 1 and not lexicon.is_name(plain(base))
        weak_start = weak_start and not acts_as_a_person(text, token.end)
        if force == 2 or (token.capital and not weak_start):
            token.claim(Mark.NAME, 2, "the same as another mention")
