"""Ages by the shapes people write them in: "4yo", "aged four", "8/12", "Kody, nine,", "in her late teens"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
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
_N = rf"(?:\d{{1,3}}(?:½|{_S1}?1/2)?|{_WORD_N})"
_HALF = rf"(?:{_S1}and{_S1}a{_S1}half)?"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|mnths?|wks?)"
_SHORT_UNIT = rf"(?:{_UNIT}|y|m|w|yo|y/o)"
I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_ROUGHLY = r"only|just|now|then|nearly|almost|about|around|barely|still|still only|not yet|already|rising|approx\.?"
_DECADES = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[1-9]0['’]?s)"

_CERTAIN = (
    re.compile(
        rf"\b{_N}{_HALF}(?:{_S1}|{_HYPHEN})?{_UNIT}(?:(?:{_S1}and{_S1}|,?{_S1}){_N}{_S1}{_UNIT})?"
        rf"(?:(?:{_SP}|{_HYPHEN}){{0,2}}olds?\b|{_S1}of{_S1}age\b)",
        I,
    ),
    re.compile(
        rf"\b(?:aged?:?|ages|age{_S1}of|turned|turning|turns|rising){_S1}(?:(?:{_ROUGHLY}){_S1})?{_N}{_HALF}\b"
        rf"(?!{_S1}(?:per\b|%|away|down|round|around|up))(?:{_S1}{_UNIT}\b)?(?:(?:,?{_S1}(?:and|to|-|or){_S1}){_N}\b)*",
        I,
    ),
    re.compile(rf"\b\d{{1,3}}(?:½)?{_SP}?-?(?:yo|y/o|y-o|yrs?{_SP}?old|y\.o\.?|year{_SP}old)(?!\w)", I),
    re.compile(rf"\ba{_S1}(?:year|month|week|day)(?:{_S1}and{_S1}a{_S1}half)?{_S1}old\b", I),
    # "13 years 6 months", unless it lasted so long.
    re.compile(
        rf"(?<!\bfor )(?<!\bover )(?<!\bof )(?<!\bafter )(?<!\bthan )(?<!\bwithin )(?<!\blasted )\b{_N}(?:{_S1}|-)?"
        rf"(?:years?|yrs?|y)(?:,|{_S1}and)?{_SP}{{0,3}}{_N}(?:{_S1}|-)?(?:months?|mths?|m)\b(?:{_S1}old\b)?",
        I,
    ),
    re.compile(rf"\b{_ORDINAL}{_S1}birthday\b", I),
    re.compile(rf"\b(?:early|mid|late)[- ]{_DECADES}\b", I),
    re.compile(rf"\bin{_S1}(?:his|her|their|my){_S1}{_DECADES}(?!\w)", I),
    re.compile(
        rf"\b(?:baby|infant|now|died{_S1}at|at){_S1}{_N}{_S1}(?:days|weeks|months|wks|mths)\b"
        rf"(?!{_S1}(?:of|notice|intervals?|pregnan|gestation|into|after|before|ago|from))",
        I,
    ),
    re.compile(rf"\b{_N}{_S1}(?:weeks|wks|months|mths){_S1}corrected\b", I),
    re.compile(
        rf"\b\d{{1,2}}/(?:12|52|7)\b(?![/.]\d)(?!{_S1}(?:ago|late|time))"
    ),  # months, weeks, days in clinical notes
    re.compile(
        rf"\b(?:children|siblings|kids|boys|girls|sons|daughters|brothers|sisters)\b[^.;\n(]{{0,20}}\("
        rf"(?P<age>{_N}(?:{_SP}?{_SHORT_UNIT})?(?:(?:,|{_S1}and|{_SP}?&){_S1}{_N}(?:{_SP}?{_SHORT_UNIT})?)+)\)",
        I,
    ),
)
_SUBJECT = (
    r"(?:[Hh]e|[Ss]he|I|[Ww]ho|[Tt]hey|[Ww]e|[Yy]ou|child|baby|boy|girl|son|daughter|brother|sister|twins?|mum|dad"
    r"|mother|father|eldest|youngest|aunt|uncle|nan|[A-Z][\w’'\-]+,?)"
)
# "was 9", "who's 21,", "She'll be 70 in April": somebody is so many, and no unit of anything else comes after.
_BEING = re.compile(
    rf"\b(?P<who>{_SUBJECT})(?:{_S1}(?P<verb>was|is|were|are|be|now)|{_S1}(?:will|would){_S1}be|{_S1}(?:isn|wasn)['’]t"
    rf"|['’](?:s|m|re|(?:ll|d){_S1}be))"
    rf"{_S1}(?:(?:{_ROUGHLY}){_S1})?(?P<age>(?:{_N}){_HALF}(?:{_S1}(?:wks?|weeks?|mths?|months?|days?|yrs?))?)"
    rf"(?=[,.;:)!?|]|$|\n|{_S1}(?:when|at{_S1}the{_S1}time|and|but|or|then|she|he|they|we|I|in|next|on|now|last|this"
    r"|by|with|so|years)\b)(?!\.\d)"
)
# "Kody, nine, not in school"; "Leanne Moss, 22, both of ..."; "Callie, 3, present"
_AFTER_A_NAME = re.compile(
    rf"\b(?P<who>[A-Z][\w’'\-]*),{_S1}(?P<age>(?:\d{{1,2}}(?:{_SP}?(?:m|y|yrs?|mths?|months|wks|weeks))?|{_WORD_N}))"
    rf"(?=[,.;)|]|$|\n|{_S1}(?:of|from|who|and|at|is|was|has|had|living|lives|both)\b)(?!\.\d)"
)
_IN_BRACKETS = re.compile(
    rf"\b(?P<who>[^\W\d_][\w’'\-.]*){_S1}\((?:[^()\n]{{1,14}},{_SP})?(?P<age>(?i:{_N}{_HALF}(?:{_SP}?{_SHORT_UNIT})?)"
    rf"(?:{_S1}{_N}{_SP}?{_SHORT_UNIT})?(?:,?{_S1}and{_S1}{_N}(?:{_SP}?{_SHORT_UNIT})?)?)(?=\)|,{_S1}|;)"
)
_AT_AN_AGE = re.compile(
    r"\bat (?P<age>1[3-9]|[2-9]\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"(?=[,.;)]|$|\s+(?:and|he|she|they|was|but|by|when|with|after|to|in|from|for|on)\b)(?!\.\d)"
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


def find_ages(text: str) -> Iterator[Span]:
    """Everything here is tier 3."""
    for shape in _CERTAIN:
        for match in shape.finditer(text):
            start, end = match.span("age") if "age" in shape.groupindex else match.span()
            yield Span(start, end, "age", 3, "an age")
    for shape in (_BEING, _AFTER_A_NAME, _IN_BRACKETS):
        for match in shape.finditer(text):
            if _is_somebody(match.group("who"), bracketed=shape is _IN_BRACKETS):
                start = match.start("verb") if match.groupdict().get("verb") else match.start("age")
                yield Span(start, match.end("age"), "age", 3, "an age")
    for match in _AT_AN_AGE.finditer(text):
        yield Span(*match.span("age"), "age", 3, "an age")


def _is_somebody(word: str, *, bracketed: bool) -> bool:
    """May the word before an age be a person? In brackets, only a name or a word for kin."""
    base = base_of(word.rstrip(","))
    if base in _NOT_A_PERSON:
        return False
    if base in _KIN or base in ("he", "she", "i", "who", "they", "we", "you", "eldest", "youngest"):
        return True
    return (word[0].isupper() and not (base in lexicon.allowed() or base in FUNCTION_WORDS)) or (
        bracketed and not lexicon.is_word(base, True)
    )
