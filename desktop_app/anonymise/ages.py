"""Ages in bands (three years wide up to eighteen, ten years wide from twenty), as stages of life, or left out."""

from __future__ import annotations

import re

from desktop_app.anonymise.ladders import ladders, stages
from desktop_app.domain.reader_rungs import Fact

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {
    w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_VALUE = {**{w: i for i, w in enumerate(_UNITS)}, **_TENS}
_NUMBER = re.compile(
    rf"\d{{1,3}}|\b(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[1:10])}))?\b|\b(?:{'|'.join(_UNITS)})\b", re.IGNORECASE
)
_SMALL_UNIT = re.compile(r"month|week|day|mth|wk|birthday|half", re.IGNORECASE)
_VERB = re.compile(r"(?:was|is|he['’]s|she['’]s|am|were|being|nearly|almost|just)\b", re.IGNORECASE)
_BECAME = re.compile(r"(?:turn(?:ed|ing|s)|rising)\b", re.IGNORECASE)  # a band is nothing that one turns
_AND_MONTHS = re.compile(
    rf"(?P<years>[\s\u00a0-]*(?:years?|yrs?|y)\b)(?:,|[\s\u00a0]+and)?[\s\u00a0]*(?:{_NUMBER.pattern})"
    r"[\s\u00a0-]*(?:months?|mths?|m)\b(?P<old>[\s\u00a0-]*old\b)?",
    re.IGNORECASE,
)
_SHORT_OLD = re.compile(r"[\s\u00a0]?(?:yo\b|y/o\b|y\.o\.)", re.IGNORECASE)
_DECADE = re.compile(r"(?:(?:early|mid|late)[ -])?(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies", re.IGNORECASE)
_RANGE = re.compile(r"\d{1,2}[\s-]*(?:to|-|–)[\s-]*\d{1,2}")


def band(age: int) -> tuple[int, int]:
    """First and last year of the band an age is in."""
    if age < 1:
        return 0, 3
    if age <= 18:
        first = (age - 1) // 3 * 3 + 1
        return first, first + 2
    if age == 19:
        return 16, 19
    return age // 10 * 10, age // 10 * 10 + 9


def _value(word: str) -> int:
    tens, _, unit = word.lower().partition("-")
    return int(word) if word.isdigit() else _VALUE[tens] + (_VALUE[unit] if unit else 0)


def _without_months(match: re.Match[str]) -> str:
    """ "13 years 6 months (old)": the months are finer than any band."""
    years = match["years"] + (match["old"] or "")
    return years if match["old"] or not _VERB.match(match.string) else ""


def banded(words: str) -> str | None:
    """The words of an age with a band in place of the number; None when a person must word it."""
    if _RANGE.search(words) or _DECADE.fullmatch(words):
        return words
    if _BECAME.match(words):
        return None
    words = _SHORT_OLD.sub("-year-old", _AND_MONTHS.sub(_without_months, words))
    numbers = list(_NUMBER.finditer(words))
    if len(numbers) != 1 or _SMALL_UNIT.search(words):
        return None
    number = numbers[0]
    first, last = band(_value(number.group()))
    rest = words[number.end() :]
    if re.match(r"[-\u2010\u2011]", rest):
        return f"{words[: number.start()]}{first}-to-{last}{rest}"
    spoken = f"{first} to {last}"
    if _VERB.match(words) and not rest.strip():
        spoken = f"aged {spoken}"
    glued = "" if not rest or not rest[0].isalpha() else " "
    return f"{words[: number.start()]}{spoken}{glued}{rest}"


_YOUNGER_THAN_A_STAGE = re.compile(rf"({_NUMBER.pattern})[\s\u00a0-]*(months?|mths?|weeks?|wks?|days?)", re.IGNORECASE)
_BABY_MONTHS = 48  # "a baby or toddler" ends at four
_OLD_NOUN = re.compile(r"[-\u2010\u2011\s\u00a0](?:year|yr|years(?=-))[-\u2010\u2011\s\u00a0]old", re.IGNORECASE)
_A_PERSON = re.compile(
    r"[ \u00a0]+(?:boys?|girls?|child(?:ren)?|sons?|daughters?|brothers?|sisters?|siblings?|pupils?|students?|man|men"
    r"|wom[ae]n|males?|females?|lads?|twins?|person|people|mother|father|cousins?|friends?|neph\w+|nieces?)\b",
    re.IGNORECASE,
)
_KEPT_VERB = re.compile(r"(?:was|is|am|were|being|he['’]s|she['’]s)\b", re.IGNORECASE)


def stage_of(years: int) -> tuple[str, str]:
    """(noun with its article, adjective) of the stage of life an age in years is in."""
    stage = next(stage for stage in reversed(stages()) if stage.first <= years)
    return stage.noun, stage.adjective


def staged(words: str, following: str = "") -> str | None:
    """The words of an age as a stage of life; None when a person must word it.

    `following`: what stands after it. "13-year-old" before another word is an adjective, else a noun.
    """
    if _BECAME.match(words) or re.search(r"birthday|half|\bof\b", words, re.IGNORECASE):
        return None
    young = _YOUNGER_THAN_A_STAGE.search(words)
    if _RANGE.search(words):
        first, last = (int(number.group()) for number in list(_NUMBER.finditer(words))[:2])
        if stage_of(first) != stage_of(last):
            return None
        years = first
    elif young and not _AND_MONTHS.search(words):
        months = _value(young.group(1)) if young.group(2).lower().startswith("m") else 0
        if months >= _BABY_MONTHS:
            return None
        years = months // 12
    else:
        numbers = list(_NUMBER.finditer(_SHORT_OLD.sub("-year-old", _AND_MONTHS.sub(_without_months, words))))
        if len(numbers) != 1:
            return None
        years = _value(numbers[0].group())
    noun, adjective = stage_of(years)
    if _OLD_NOUN.search(words) or _SHORT_OLD.search(words):
        return adjective if _A_PERSON.match(following) else noun.partition(" ")[2]
    verb = _KEPT_VERB.match(words)
    return f"{verb.group()} {noun}" if verb else noun


def left_out(words: str) -> str | None:
    """The words of an age with nothing said of it; None when a person must word it."""
    if _BECAME.match(words) or "birthday" in words.lower():
        return None
    verb, said = _KEPT_VERB.match(words), ladders()[Fact.AGE].step("left-out").words
    return f"{verb.group()} {said}" if verb else said
