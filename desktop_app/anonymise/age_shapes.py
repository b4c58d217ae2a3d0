"""Ages by the shapes people write them in: "4yo", "aged four", "8/12", "Kody, nine,", "in her late teens"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, base_of

_UNDER_TWENTY = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SP = r"[\s\u00a0\u202f]"
_S1 = _SP + "{1,3}"
_HYPHEN = "[-\u2010\u2011]"
_WORD_N = rf"(?:(?:{_TENS})(?:[- ](?:{_UNDER_TWENTY}))?|{_UNDER_TWENTY})"
NUMBER = rf"(?:\d{{1,3}}(?:½|{_S1}?1/2)?|{_WORD_N})"
_HALF = rf"(?:{_S1}and{_S1}(?:a{_S1}(?:half|quarter|bit)|three{_S1}quarters))?"
_LONG_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|mnths?|wks?)"
UNIT = rf"(?:{_LONG_UNIT}|y|m|w|yo|y/o)"
I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_ROUGHLY = r"only|just|now|then|nearly|almost|about|around|barely|still|still only|not yet|already|rising|approx\.?"
_DECADES = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[1-9]0['’]?s)"

_FROM_A_NUMBER = (
    re.compile(
        rf"\b{NUMBER}{_HALF}(?:{_S1}|{_HYPHEN})?{_LONG_UNIT}(?:(?:{_S1}and{_S1}|,?{_S1}){NUMBER}{_S1}{_LONG_UNIT})?"
        rf"(?:(?:{_SP}|{_HYPHEN}){{0,2}}olds?\b|{_S1}of{_S1}age\b)",
        I,
    ),
    re.compile(rf"\b\d{{1,3}}(?:½)?{_SP}?-?(?:yo|y/o|y-o|yrs?{_SP}?old|y\.o\.?|year{_SP}old)(?!\w)", I),
    # "13 years 6 months", unless it lasted so long.
    re.compile(
        rf"(?<!\bfor )(?<!\bover )(?<!\bof )(?<!\bafter )(?<!\bthan )(?<!\bwithin )(?<!\blasted )\b{NUMBER}(?:{_S1}|-)?"
        rf"(?:years?|yrs?|y)(?:,|{_S1}and)?{_SP}{{0,3}}{NUMBER}(?:{_S1}|-)?(?:months?|mths?|m)\b(?:{_S1}old\b)?",
        I,
    ),
    re.compile(rf"\b{NUMBER}{_S1}(?:weeks|wks|months|mths){_S1}corrected\b", I),
    # months, weeks and days in clinical notes
    re.compile(rf"\b(?!24/7)\d{{1,2}}/(?:12|52|7)\b(?![/.]\d)(?!{_S1}(?:ago|late|time))"),
    re.compile(rf"\b{_ORDINAL}{_S1}birthday\b", I),
)
_FROM_A_WORD = (
    re.compile(
        rf"\b(?:aged?:?|ages|age{_S1}of|turned|turning|turns|rising){_S1}(?:(?:{_ROUGHLY}){_S1})?{NUMBER}{_HALF}\b"
        rf"(?!{_S1}(?:per\b|%|away|down|round|around|up))(?:{_S1}{_LONG_UNIT}\b)?(?:(?:,?{_S1}(?:and|to|-|or){_S1}){NUMBER}\b)*",
        I,
    ),
    re.compile(rf"(?<=\b[Aa] )(?:year|month|week|day)(?:{_S1}and{_S1}a{_S1}half)?{_S1}old\b", I),
    re.compile(rf"\b(?:early|mid|late)[- ]{_DECADES}(?!\w)", I),
    re.compile(
        rf"(?<=\b[Hh]is )(?:{_DECADES})(?!\w)|(?<=\b[Hh]er )(?:{_DECADES})(?!\w)"
        rf"|(?<=\bmy )(?:{_DECADES})(?!\w)"
    ),
    re.compile(
        rf"\b(?:children|siblings|kids|boys|girls|sons|daughters|brothers|sisters)\b[^.;\n(]{{0,20}}\("
        rf"(?P<age>{NUMBER}(?:{_SP}?{UNIT})?(?:(?:,|{_S1}and|{_SP}?&){_S1}{NUMBER}(?:{_SP}?{UNIT})?)+)\)",
        I,
    ),
)
_WORDS = frozenset(
    [
        "aged",
        "age",
        "ages",
        "turned",
        "turning",
        "turns",
        "rising",
        "year",
        "month",
        "week",
        "day",
        "early",
        "mid",
        "late",
        "children",
        "siblings",
        "kids",
        "boys",
        "girls",
        "sons",
        "daughters",
        "brothers",
        "sisters",
        "teens",
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ]
)
_NUMBER_WORDS = frozenset(f"{_UNDER_TWENTY}|{_TENS}".split("|"))
_ORDINAL_WORDS = frozenset(_ORDINAL.strip("()?:").split("|")[1:]) | {"twenty"}
_SUBJECT = (
    r"(?:[Hh]e|[Ss]he|I|[Ww]ho|[Tt]hey|[Ww]e|[Yy]ou|child|baby|boy|girl|son|daughter|brother|sister|twins?|mum|dad"
    r"|mother|father|eldest|youngest|aunt|uncle|nan|and|[A-Z][\w’'\-]+,?|[a-z]{3,})"
)
# "was 9", "who's 21,", "She'll be 70 in April": somebody is so many, and no unit of anything else comes after.
_BEFORE_BEING = re.compile(
    rf"\b(?P<who>{_SUBJECT})(?:{_S1}(?P<verb>was|is|were|are|be|now)|{_S1}(?:will|would){_S1}be|{_S1}(?:isn|wasn)['’]t"
    rf"|['’](?:s|m|re|(?:ll|d){_S1}be)){_S1}(?:(?:{_ROUGHLY}){_S1})?$"
)
_ENDS_A_BEING = frozenset(f"was|is|were|are|be|now|isn't|wasn't|{_ROUGHLY}".replace("approx\\.?", "approx").split("|"))
_BEING = re.compile(
    rf"\b(?:{NUMBER}){_HALF}(?:{_S1}(?:wks?|weeks?|mths?|months?|days?|yrs?))?"
    rf"(?=[,.;:)!?|]|$|\n|{_S1}(?:when|at{_S1}the{_S1}time|and|but|or|then|she|he|they|we|I|in|next|on|now|last|this"
    r"|by|with|so|years)\b)(?!\.\d)"
)
# "Kody, nine, not in school"; "Leanne Moss, 22, both of ..."; "Callie, 3, present"
_AFTER_A_NAME = re.compile(
    rf"\b(?:\d{{1,2}}(?:{_SP}?(?:m|y|yrs?|mths?|months|wks|weeks))?|{_WORD_N}(?:{_S1}or{_S1}{_WORD_N})?)"
    rf"(?=[,.;)|]|$|\n|{_S1}(?:of|from|who|and|at|is|was|has|had|living|lives|both)\b)(?!\.\d)"
)
_NAME_BEFORE = re.compile(rf"\b(?P<who>[A-Z][\w’'\-]*),{_S1}(?:(?:then|now|only|just|barely){_S1})?$")
_IN_BRACKETS = re.compile(
    rf"\b(?i:{NUMBER}{_HALF}(?:{_SP}?{UNIT})?)(?:{_S1}{NUMBER}{_SP}?{UNIT})?"
    rf"(?:,?{_S1}and{_S1}{NUMBER}(?:{_SP}?{UNIT})?)?(?=\)|,{_S1}|;)"
)
_BEFORE_BRACKETS = re.compile(rf"(?P<who>[^\W\d_][\w’'\-.]*){_S1}\((?:[^()\n]{{1,14}},{_SP})?$")
_AFTER_AT = re.compile(
    rf"\b(?:(?:1[3-9]|[2-9]\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    rf"(?=[,.;)]|$|\s+(?:and|he|she|they|was|but|by|when|with|after|to|in|from|for|on)\b)(?!\.\d)"
    rf"|(?i:{NUMBER}){_S1}(?:days|weeks|months|wks|mths)\b"
    rf"(?!{_S1}(?:of|notice|intervals?|pregnan|gestation|into|after|before|ago|from)))"
)
_LEFT_AT = re.compile(r"\b(?:school|died|dies|home|married|pregnant|work|widowed|orphaned|retired) at\s$")
_AFTER_BABY = re.compile(
    rf"\b(?i:{NUMBER}){_S1}(?:days|weeks|months|wks|mths)\b(?!{_S1}(?:of|into|after|before|ago|from))"
)
_KIN = frozenset(
    [
        "son",
        "daughter",
        "baby",
        "boy",
        "girl",
        "brother",
        "sister",
        "child",
        "twin",
        "twins",
        "mum",
        "dad",
        "mother",
        "father",
        "aunt",
        "uncle",
        "nan",
        "sibling",
    ]
)
_NOT_A_PERSON = frozenset(MONTHS.lower().split("|")) | frozenset(
    [
        "article",
        "section",
        "it",
        "there",
        "this",
        "that",
        "which",
        "what",
        "these",
        "those",
        "all",
        "score",
        "level",
        "rule",
        "table",
        "figure",
    ]
)


def find_ages(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    numbers = [*anchors.numbers, *anchors.of(_NUMBER_WORDS)]
    for match in anchors.tried(_FROM_A_NUMBER, [*numbers, *anchors.of(_ORDINAL_WORDS)]):
        yield Span(*match.span(), "age", 3, "an age")
    for match in anchors.tried(_FROM_A_WORD, [*anchors.of(_WORDS), *anchors.numbers]):
        yield Span(*match.span("age" if "age" in match.re.groupindex else 0), "age", 3, "an age")
    for start in numbers:
        yield from _by_what_stands_before(anchors.text, start)


def _by_what_stands_before(text: str, start: int) -> Iterator[Span]:
    """A bare number after "Kody was", "Kody,", "Kody (", "left school at", "baby"."""
    near = text[max(0, start - 44) : start]
    last = near.split()[-1:] if near[-1:].isspace() else []
    word = last[0].lower() if last else ""
    found: re.Match[str] | None = None
    who: re.Match[str] | None = None
    if word in _ENDS_A_BEING or word.endswith(("'s", "’s", "'m", "’m", "n't", "n’t")):
        found, who = _BEING.match(text, start), _BEFORE_BEING.search(near)
        if who is None:  # "Mercy, then ten, rang"
            found, who = _AFTER_A_NAME.match(text, start), _NAME_BEFORE.search(near)
    elif word.endswith(","):
        found, who = _AFTER_A_NAME.match(text, start), _NAME_BEFORE.search(near)
    elif word == "at" and _LEFT_AT.search(near):
        found = _BEING.match(text, start) or _AFTER_AT.match(text, start)
        if found:
            yield Span(*found.span(), "age", 3, "an age")
        return
    elif word in ("at", "baby", "infant"):
        found = (_AFTER_AT if word == "at" else _AFTER_BABY).match(text, start)
        if found:
            yield Span(*found.span(), "age", 3, "an age")
        return
    if found and who and _is_somebody(who.group("who"), bracketed=False):
        verb = who.start("verb") if who.groupdict().get("verb") else -1
        yield Span(start - len(near) + verb if verb >= 0 else start, found.end(), "age", 3, "an age")
    elif word == "now" and (found := _AFTER_BABY.match(text, start)):
        yield Span(*found.span(), "age", 3, "an age")
    if "(" in near[-18:]:
        found, who = _IN_BRACKETS.match(text, start), _BEFORE_BRACKETS.search(near)
        if found and who and _is_somebody(who.group("who"), bracketed=True):
            yield Span(*found.span(), "age", 3, "an age")


def _is_somebody(word: str, *, bracketed: bool) -> bool:
    """May the word before an age be a person? In brackets, only a name or a word for kin."""
    base = base_of(word.rstrip(","))
    if base in _NOT_A_PERSON:
        return False
    if base in _KIN or base in ("he", "she", "i", "who", "they", "we", "you", "eldest", "youngest", "and"):
        return True
    if lexicon.is_name(base) and not lexicon.is_word(base, True):
        return True
    return (word[0].isupper() and not (base in lexicon.allowed() or base in FUNCTION_WORDS)) or (
        bracketed and not lexicon.is_word(base, True)
    )
