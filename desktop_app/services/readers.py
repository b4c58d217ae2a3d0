"""Who an output may be made for, and in words what each reader's copy does to names, dates, ages and places."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.anonymise.ladders import ladders
from desktop_app.anonymise.profiles import Profile, load_profile
from desktop_app.domain.output import ProfileName
from desktop_app.domain.reader_rungs import Fact


@dataclass(frozen=True, slots=True)
class Reader:
    """`facts` are (kind of fact, what is printed of it)."""

    profile: ProfileName
    name: str
    facts: tuple[tuple[str, str], ...]


NAMES = {
    ProfileName.PUBLIC: "Public",
    ProfileName.PARTNER: "Partner agencies",
    ProfileName.FAMILY: "The family",
    ProfileName.PRACTITIONER: "Practitioners",
    ProfileName.PANEL: "The panel",
}
_SAID_WHEN_CHOSEN = ((Fact.SEX, "Sex of children"), (Fact.FAMILY, "Brothers, sisters"))
_ASKED = {1: "only what is direct", 2: "direct and indirect", 3: "everything found"}


def reader(profile: ProfileName, rules: Profile | None = None) -> Reader:
    """`rules`: the profile as chosen for a review (`services.ladders.reader_profile`), else as it comes."""
    told = rules or load_profile(profile.value)
    return Reader(
        profile,
        NAMES[profile],
        (
            ("People", "pseudonyms"),
            ("Dates in lives", _said(told, Fact.DATE)),
            ("Partnership dates", "as they are" if told.governance_days_kept else "the month"),
            ("Times of day", _said(told, Fact.TIME)),
            ("Ages", _said(told, Fact.AGE)),
            *((name, _said(told, fact)) for fact, name in _SAID_WHEN_CHOSEN if told.rung(fact) != "as-it-is"),
            ("Places, schools", "kind of place" if told.describes_places else "pseudonyms"),
            ("Asks about", _ASKED[told.asks_at]),
        ),
    )


def _said(rules: Profile, fact: Fact) -> str:
    ladder = ladders()[fact]
    step = ladder.step(rules.rung(fact))
    return "as they are" if step is ladder.steps[0] else step.name


def readers() -> tuple[Reader, ...]:
    """All of them, the widest first."""
    return tuple(reader(profile) for profile in ProfileName)
