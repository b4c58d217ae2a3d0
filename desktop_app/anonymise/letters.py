"""One letter for a person: "K wouldn't eat", "Khan, Z."; and who speaks in a chat, "Rach: ask Bev"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.initials import LETTERED
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.surroundings import acts_as_a_person
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, base_of, plain

_LETTER = re.compile(r"[B-HJ-WYZ](?<![\w.&/'’+*=()-].)(?![\w.&/+*=()-])(?!['’](?!s))")
_DOES = re.compile(
    r" (?:wouldn|didn|couldn|won|isn|wasn|doesn|hasn)['’]t\b| (?:misses|made|settled|slept|ate|woke|cried|played|wanted"
    r"|asked|hit|bit|ran|had a|has a|seemed|looked|refused|enjoyed|loves|hates|likes|stayed"
    r"|attended|still not|all over)\b"
    r"|[ ](?:is|was)[ ](?:\w+ing|settled|well|upset|not|still|very|at|now|with|happy|quiet|asleep|aged|tired|poorly)\b"
    r"|['’]s (?:mum|dad|mother|father|school|brother|sister|room|views|teacher|social worker|behaviour|contact)\b"
)
# "baby J", "little K", "between B and C": labels such as "Child A" stay.
_CALLED = re.compile(r"\b(?:baby|little|young|YP|uncle|auntie|aunty|nana|hi|dear|hey) $", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?P<one>[B-HJ-WYZ]) and (?P<other>[B-HJ-WYZ])\b(?![.&/])(?:(?<=\bwith . and .)|(?<=\bbetween . and .)"
    r"|(?<=\bboth . and .)|(?<=\bsaw . and .)|(?<=\btold . and .)|(?<=\bmet . and .))"
)
_SURNAME_INITIAL = re.compile(r"(?P<last>[A-Z](?<![\w’'\-].)[\w’'\-]{2,}), ?[A-Z]\b\.?")
_CELL_BEFORE = re.compile(r"(?:^|[|\t\n:;] ?|(?:Bed|Bay) \w{1,3}:? )$")
_SPEAKER = re.compile(r"^(?:\[[^\]\n]{1,20}\] ?)?(?P<who>[A-Z][a-z’'\-]+(?: [A-Z][a-z]*\.?)?): ", re.MULTILINE)


def find_letters(text: str) -> Iterator[Span]:
    """Tier 2: every place of a letter that somewhere does what only a person does."""
    places = [m for m in _LETTER.finditer(text) if not LETTERED.search(text, max(0, m.start() - 14), m.start())]
    doing = {m.group() for m in places if _DOES.match(text, m.end()) or acts_as_a_person(text, m.end())}
    doing |= {m.group() for m in places if _CALLED.search(text, max(0, m.start() - 8), m.start())}
    for pair in _BETWEEN.finditer(text):
        doing |= {pair["one"], pair["other"]}
    for match in places:
        if match.group() in doing:
            yield Span(*match.span(), "initials", 2, "a letter that stands for somebody")


def find_surname_and_initial(text: str) -> Iterator[Span]:
    for match in _SURNAME_INITIAL.finditer(text):
        if not _CELL_BEFORE.search(text[max(0, match.start() - 9) : match.start()]):
            continue
        base = base_of(match.group("last"))
        known = plain(base) in lexicon.surnames() or not lexicon.is_word(base, True)
        if known and base not in lexicon.allowed() and base not in FUNCTION_WORDS:
            yield Span(*match.span(), "person", 2, "a surname and an initial")


def find_speakers(text: str, strength: Strength) -> Iterator[Span]:
    """Whoever begins two lines or more before a colon, and is no heading."""
    lines = list(_SPEAKER.finditer(text))
    often = Counter(match.group("who") for match in lines)
    if len(often) < 2:
        return
    for match in lines:
        who = match.group("who")
        base = base_of(who.split()[0])
        if base in FUNCTION_WORDS:
            continue  # "HIM:", "ME:"
        ordinary = base in lexicon.allowed() or base in FUNCTION_WORDS | NEVER_NAMES or lexicon.is_word(base)
        if often[who] > 1 and (not ordinary or base in lexicon.given_names()):
            strength[base] = max(strength.get(base, 0), 1 if lexicon.is_word(base, True) else 2)
            yield Span(*match.span("who"), "person", 2, "speaks in a chat")
