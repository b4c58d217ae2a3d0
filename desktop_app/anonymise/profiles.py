"""What each reader's copy may hold, loaded from resources/profiles/profiles.toml.

People are pseudonymised under every profile, the panel's included: a copy meant for one table has often been sent to
another, and a reader who must know who is meant has the review itself. So no setting can turn it off.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.anonymise.ladders import ladders
from desktop_app.common.resources import resource
from desktop_app.domain.output import ProfileName
from desktop_app.domain.reader_rungs import Fact, ReaderRung


class Rung(StrEnum):
    """How fine a date may be: the ids of its ladder, as those below are of theirs."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RELATIVE = "relative"
    LEFT_OUT = "left-out"


class AgeRung(StrEnum):
    EXACT = "exact"
    BAND = "band"
    STAGE = "stage"
    LEFT_OUT = "left-out"


class TimeRung(StrEnum):
    EXACT = "exact"
    PART = "part"
    LEFT_OUT = "left-out"


class SexRung(StrEnum):
    AS_IT_IS = "as-it-is"
    NEUTRAL = "neutral"


class FamilyRung(StrEnum):
    AS_IT_IS = "as-it-is"
    PLAIN = "plain"
    LEFT_OUT = "left-out"


class Operator(StrEnum):
    """What becomes of a finding of some kind without anybody being asked, or that somebody is asked."""

    KEEP = "keep"
    OMIT = "omit"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Profile:
    """`asks_at` is the faintest tier of finding that a person must decide: 3 asks about everything.

    `day_zero` is the day that relative dates count from: the event under review, None while nobody has said when.
    """

    name: ProfileName
    case_dates: Rung
    governance_days_kept: bool
    ages: AgeRung
    times: TimeRung
    sex: SexRung
    family: FamilyRung
    describes_places: bool
    references: Operator
    contacts: Operator
    keeps_weekdays: bool
    asks_at: int
    day_zero: dt.date | None = None

    def rung(self, fact: Fact) -> str:
        """Where the reader stands on the ladder of a kind of fact."""
        return {
            Fact.DATE: self.case_dates,
            Fact.AGE: self.ages,
            Fact.TIME: self.times,
            Fact.SEX: self.sex,
            Fact.FAMILY: self.family,
        }[fact].value

    def chosen(self, rungs: Iterable[ReaderRung], day_zero: dt.date | None) -> Profile:
        """This profile with what was chosen for a review; where two choices meet, the strictest counts."""
        wanted: dict[Fact, list[str]] = {}
        for rung in rungs:
            if rung.profile is self.name and rung.about in set(Fact) and ladders()[rung.about].has(rung.rung):
                wanted.setdefault(Fact(rung.about), []).append(rung.rung)
        told = {fact: ladders()[fact].strictest(wanted.get(fact) or [self.rung(fact)]) for fact in Fact}
        return replace(
            self,
            case_dates=Rung(told[Fact.DATE]),
            ages=AgeRung(told[Fact.AGE]),
            times=TimeRung(told[Fact.TIME]),
            sex=SexRung(told[Fact.SEX]),
            family=FamilyRung(told[Fact.FAMILY]),
            day_zero=day_zero,
        )


@functools.cache
def omitted() -> dict[str, str]:
    """Kind of finding -> what is printed where one is omitted."""
    loaded: dict[str, str] = tomllib.loads(resource("profiles", "profiles.toml").read_text("utf-8"))["omitted"]
    return loaded


@functools.cache
def profiles() -> dict[ProfileName, Profile]:
    """All profiles by name."""
    table = tomllib.loads(resource("profiles", "profiles.toml").read_text("utf-8"))["profiles"]
    return {
        name: Profile(
            name=name,
            case_dates=Rung(table[name]["case_dates"]),
            governance_days_kept=table[name]["governance_days"] == "keep",
            ages=AgeRung(table[name]["ages"]),
            times=TimeRung(table[name]["times"]),
            sex=SexRung(table[name]["sex"]),
            family=FamilyRung(table[name]["family"]),
            describes_places=table[name]["places"] == "descriptor",
            references=Operator(table[name]["references"]),
            contacts=Operator(table[name]["contacts"]),
            keeps_weekdays=table[name]["weekdays"] == "keep",
            asks_at=int(table[name]["asks_at"]),
        )
        for name in ProfileName
    }


def load_profile(name: str) -> Profile:
    """The profile with this name; `ValueError` when there is none."""
    return profiles()[ProfileName(name)]
