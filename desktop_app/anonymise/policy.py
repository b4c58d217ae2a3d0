"""What a profile does with a finding of its own accord: leave it, coarsen it, or ask."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from desktop_app.anonymise.ages import banded, left_out, staged
from desktop_app.anonymise.coarsen import DateReader, coarse_words, lead_in
from desktop_app.anonymise.date_ranges import led_into
from desktop_app.anonymise.day_parts import part_of_day
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.grammar import Edit, apply_edits, fit
from desktop_app.anonymise.kin_words import KINDS, offers, plain_words
from desktop_app.anonymise.profiles import AgeRung, Operator, Profile, Rung, TimeRung, omitted
from desktop_app.anonymise.relative_days import without_lead_in
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.surroundings import spoken_of_as_a_person
from desktop_app.anonymise.whose_age import is_somebodys, of_a_population
from desktop_app.common.document import Dates

Scope = tuple[dt.date | None, dt.date | None]
_AGE_OFFERS = ("a child", "a young person")
NEVER_ASKED = frozenset({"duration", "amount"})
_OUR_COUNTRIES = frozenset({"uk", "england", "scotland", "wales", "northern ireland", "britain", "great britain",
                            "british", "english", "scottish", "welsh", "irish", "united kingdom"})  # fmt: skip
_EVERYBODYS_NUMBERS = frozenset({"999", "111", "101", "112", "100", "1,000"})
# An agency's own numbers for its records: without its system they lead to nobody, and the panel checks by them.
_REFERENCES = frozenset({"code", "case-number", "reference"})
# What stands between a reference and a class, a dose or a date: "Y9s", "6/52" and "20/04" are asked about.
_DIGITS_OF_A_REFERENCE = 5
_CURRENCIES = frozenset("£€$")
_CONTACTS = frozenset(
    {"email", "url", "handle", "ip-address", "phone", "postcode", "vehicle", "national-insurance", "upn", "nhs-number"}
    | {"card", "sort-code"}
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|weds)s?\.?"
    r"(?:\s(?:morning|lunch(?:time)?|afternoon|evening|night)s?)?",
    re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])")
# “3/12” is the third of December, or three months where a clinic writes: a date only where the words before say so.
_MAY_BE_A_SPELL = re.compile(r"\d{1,2}/0?(?:7|12)")
_SAID_AS_DATE = re.compile(
    r"(?:\b(?:on|from|since|until|till|by|before|after|dated?|letter|e-?mail|appt|appointment|visit|visited|seen|met"
    r"|meeting|court|hearing|due|call|referral|w/[ce])|day|\d)[ \u00a0]$|[(;|\n]\s?$",
    re.IGNORECASE,
)
# “on the 7th”: of which month is not said there, and a row or a sentence beside it may say it.
_A_DAY = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)")
_ON_THE = re.compile(r"(?:\b(?:on )?(?:the )?)?$", re.IGNORECASE)
_PART_OF_A_DAY = re.compile(r"(?:early )?(?:morning|afternoon|evening|night) of (?:the )?", re.IGNORECASE)
_WEEK_OF = re.compile(r"\bw/[ce]?\.?[ \u00a0]?$", re.IGNORECASE)  # “w/c 13 Oct”: the week beginning, or ending
_SAID_AS_AGE = re.compile(r"\b(?:age of|ages?)[ \u00a0]*$", re.IGNORECASE)  # “at the age of 13”
_FIRST_OF_TWO = re.compile(r"\b\d{1,2}[ -]?(?:to|–|-)[ -]?$")  # “13-to-” before “15-year-old”
_BORN = re.compile(r"\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birth ?date)[\s:(]*(?:is|was)?[\s:]*$", re.IGNORECASE)
_AT = re.compile(
    r"(?:,?[ \u00a0]*\b(?:at|@)[ \u00a0]+)?(?:,?[ \u00a0]*\b(?:about|around|approximately|approx\.?|circa"
    r"|c\.))?,?[ \u00a0]*$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:until|till|til|by|from|before|after|between|to|and|or|the|since|for|a|an|last|past|of)[ \u00a0]+(?:about "
    r"|around )?$"
    r"|\d[ \u00a0]?[-\u2013][ \u00a0]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Leave:
    """Print it as it stands."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A person decides; `why` in a few words, `suggestions` most likely first."""

    why: str
    suggestions: tuple[str, ...] = ()


Outcome = Leave | Ask | Edit


@dataclass(frozen=True, slots=True)
class Policy:
    """Rules of one profile for one document. `scope` is the period under review, for the governance dates in it."""

    profile: Profile
    scope: Scope
    read: DateReader

    def outcome(self, text: str, span: Span, dates: Dates) -> Outcome:
        """What happens to a finding nobody has decided about."""
        words = text[span.start : span.end]
        if span.kind == "date" or (span.kind == "case-number" and _DAY_AND_MONTH.fullmatch(words)):
            return self._date(text, span, words, dates)
        if span.kind == "time":
            return self._time(text, span, dates)
        if span.kind == "age":
            return self._age(text, span, dates)
        if span.kind in KINDS:
            return self._kin(text, span, words, dates)
        if span.kind in NEVER_ASKED or span.tier > self.profile.asks_at or words.lower() in _OUR_COUNTRIES:
            return Leave()
        if span.kind == "number" and (words in _EVERYBODYS_NUMBERS or dates is not Dates.CASE):
            return Leave()
        if span.kind == "number" and text[: span.start].rstrip(" \u00a0")[-1:] in _CURRENCIES:
            return Leave()
        operator = self._operator(span, words)
        if operator is Operator.KEEP:
            return Leave()
        if operator is Operator.OMIT:
            return Edit(span.start, span.end, omitted()[span.kind])
        return Ask(span.why, _suggest(text, span))

    def _operator(self, span: Span, words: str) -> Operator:
        if span.kind == "number" and words.endswith("%"):
            return Operator.KEEP
        if span.kind in _CONTACTS:
            return self.profile.contacts if span.tier == 1 else Operator.ASK
        if span.kind in _REFERENCES:
            whole = sum(c.isdigit() for c in words) >= _DIGITS_OF_A_REFERENCE
            return self.profile.references if whole or self.profile.references is not Operator.OMIT else Operator.ASK
        return Operator.ASK

    def _date(self, text: str, span: Span, words: str, dates: Dates) -> Outcome:
        rung = self.profile.case_dates
        if _BORN.search(text[max(0, span.start - 24) : span.start]) and rung is not Rung.DAY:
            return Ask("a date of birth", ("[date of birth]",))
        if dates is Dates.GOVERNANCE and not self._in_scope(words):
            if self.profile.governance_days_kept:
                return Leave()
            rung = Rung.MONTH
        if rung is Rung.DAY or (self.profile.keeps_weekdays and _WEEKDAY.fullmatch(words)):
            return Leave()
        before = text[: span.start]
        maybe = rung is not Rung.LEFT_OUT and _MAY_BE_A_SPELL.fullmatch(words)
        if maybe and before.strip() and not _SAID_AS_DATE.search(before):
            return Ask("a date, or a spell of time in shorthand", ("for some time", "later that year"))
        if _A_DAY.fullmatch(words) and rung in (Rung.MONTH, Rung.SEASON):
            on_the = _ON_THE.search(before)
            return fit(text, on_the.start() if on_the else span.start, span.end, "one day")
        if part := _PART_OF_A_DAY.match(words):
            span, words = replace(span, start=span.start + part.end()), words[part.end() :]
        week = _WEEK_OF.search(before)
        if week:
            span, words = replace(span, start=week.start()), re.sub(r"^[ce]\.?[ \u00a0]", "", words)
        coarse = coarse_words(words, rung, self.read, self.profile.day_zero, alone=text.strip() == words)
        if coarse is None:
            if rung is Rung.MONTH and span.tier > 1:
                return Leave()
            # Alone in its cell "one day" would read as a date that somebody knew.
            unsaid = ("Date not known",) if text.strip() == words else ("one day",)
            return Ask("a date that cannot be coarsened by rule", (*unsaid, "later that term"))
        if coarse == words:
            return Leave()
        if rung is Rung.LEFT_OUT:
            return Edit(span.start, span.end, coarse)
        if rung is Rung.RELATIVE:
            return Edit(without_lead_in(text, span.start, coarse), span.end, coarse)
        if led := led_into(text, span.start, words, coarse):
            return Edit(led[0], span.end, led[1])
        start, lead = lead_in(text, span.start)
        if week and not lead:
            opens = not before[: week.start()].strip()
            return Edit(start, span.end, coarse[:1].upper() + coarse[1:] if opens else f"in {coarse}")
        return Edit(start, span.end, lead + coarse)

    def _in_scope(self, words: str) -> bool:
        first, last = self.scope
        if first is None and last is None:
            return False
        date = self.read(words)
        if date.start is None or date.end is None or date.problem:
            return False
        return (last is None or date.start <= last) and (first is None or date.end >= first)

    def _time(self, text: str, span: Span, dates: Dates) -> Outcome:
        """Dropped, with its "at" or its comma; asked about where a preposition or an article leans on it."""
        if self.profile.times is TimeRung.EXACT or dates is not Dates.CASE:
            return Leave()
        before = text[: span.start]
        if _LEANS.search(before):
            return Ask("a time of day", ("that day",))
        lead = _AT.search(before)
        start = lead.start() if lead else span.start
        if self.profile.times is TimeRung.PART:
            return self._part_of_day(text, span, start)
        if text[:start].strip() and text[:start].rstrip()[-1] not in ".!?|":
            return Edit(start, span.end, "")
        after = re.match(r"[\s,:;\u2013-]*(\w?)", text[span.end :])
        end = span.end + (after.end() if after else 0)
        return Edit(
            start + len(text[start:]) - len(text[start:].lstrip()), end, after.group(1).upper() if after else ""
        )

    def _part_of_day(self, text: str, span: Span, start: int) -> Outcome:
        """`start`: where its "at" or its comma begins."""
        part = part_of_day(text[span.start : span.end])
        if part is None:
            return Ask("a time of day", ("in the morning", "in the afternoon", "in the evening", "at night"))
        alone, phrase = part
        if not text[:start].strip() or text[:start].rstrip()[-1] in "|\n":
            words = alone if start == span.start else phrase
            return Edit(start, span.end, words[0].upper() + words[1:])
        comma = "," if text[start : span.start].lstrip().startswith(",") else ""
        if comma and "at" not in text[start : span.start]:
            return Edit(start, span.end, f", {alone}")
        return Edit(start, span.end, f"{comma} {phrase}")

    def _kin(self, text: str, span: Span, words: str, dates: Dates) -> Outcome:
        """What is sure by rule; not in the partnership's own work, where nobody's family is meant."""
        if dates is not Dates.CASE:
            return Leave()
        plain = plain_words(words, span.kind, self.profile)
        if plain is None:
            return Ask(span.why, offers(words, span.kind))
        return fit(text, span.start, span.end, plain.capitalize() if words[0].isupper() else plain)

    def at_most(self, words: str, dates: Dates) -> str:
        """Words a person chose, with no date and no age in them finer than this reader is told.

        Two rules apply there, the person's and the profile's: the stricter one counts.
        """
        if dates is Dates.FIXED:
            return words
        spans = [span for span in detect(words) if span.kind in ("date", "age")]
        edits = [edit for span in spans if isinstance(edit := self.outcome(words, span, dates), Edit)]
        return apply_edits(words, edits)[0] if edits else words

    def _age(self, text: str, span: Span, dates: Dates) -> Outcome:
        """Somebody's age is a fact of the case in whatever text it stands; that of a population is not."""
        if self.profile.ages is AgeRung.EXACT or dates is Dates.FIXED or of_a_population(text, span.end):
            return Leave()
        somebodys = is_somebodys(text, span.start, span.end)
        if somebodys is False:
            return Leave()
        first_of_two = _FIRST_OF_TWO.search(text[max(0, span.start - 8) : span.start])
        if first_of_two:
            span = replace(span, start=span.start - len(first_of_two.group()))
        words = text[span.start : span.end]
        if somebodys is None and dates is not Dates.CASE:
            return Ask("a number that may be an age", _AGE_OFFERS)
        if _SAID_AS_AGE.search(text[: span.start]) and self.profile.ages is not AgeRung.BAND:
            return Ask("an age", _AGE_OFFERS)
        new = self._told_age(words, text[span.end :])
        if new is None:
            return Ask("an age", _AGE_OFFERS)
        if self.profile.ages is not AgeRung.BAND:
            return fit(text, span.start, span.end, new)
        return Leave() if new == words else Edit(span.start, span.end, new)

    def _told_age(self, words: str, following: str) -> str | None:
        if self.profile.ages is AgeRung.STAGE:
            return staged(words, following)
        return left_out(words) if self.profile.ages is AgeRung.LEFT_OUT else banded(words)


_LEFT_OUT = "[name]"
_SUGGESTIONS = {
    "street": ("a street in the town",),
    "address": ("an address in the town", "the family home"),
    "postcode": ("[postcode]",),
    "organisation": ("a local organisation",),
    "place": ("a town", "the area"),
    "person": ("a colleague", "a family member"),
    "name": ("a colleague", "a family member", "a local organisation"),
    "initials": ("a family member",),
    "nickname": ("a nickname",),
    "attribute": ("[background]",),
    "country": ("another country",),
    "phone": ("[phone number]",),
    "email": ("[e-mail address]",),
    "url": ("[web address]",),
    "vehicle": ("a vehicle",),
    "number": ("[number]",),
}


def _suggest(text: str, span: Span) -> tuple[str, ...]:
    """Words to print, the first such as fit whatever it is: a capital alone makes a car or a language nobody."""
    found = _SUGGESTIONS.get(span.kind, (f"[{span.kind.replace('-', ' ')}]",))
    if span.kind == "name" and not spoken_of_as_a_person(text, span.start, span.end):
        return (_LEFT_OUT, *found)
    return found
