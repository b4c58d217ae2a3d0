"""What each reader's copy may hold, loaded from resources/profiles/profiles.toml.

People are pseudonymised under every profile, the panel's included: a copy meant for one table has often been sent to
another, and a reader who must know who is meant has the review itself. So no setting can turn it off.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.common.resources import resource
from desktop_app.domain.output import ProfileName


class Rung(StrEnum):
    """How fine a date may be."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"


class Operator(StrEnum):
    """What becomes of a finding of some kind without anybody being asked, or that somebody is asked."""

    KEEP = "keep"
    OMIT = "omit"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Profile:
    """`asks_at` is the faintest tier of finding that a person must decide: 3 asks about everything."""

    name: ProfileName
    case_dates: Rung
    governance_days_kept: bool
    bands_ages: bool
    drops_times: bool
    describes_places: bool
    references: Operator
    contacts: Operator
    keeps_weekdays: bool
    asks_at: int


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
            bands_ages=table[name]["ages"] == "band",
            drops_times=table[name]["times"] == "drop",
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
