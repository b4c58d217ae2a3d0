"""Who an output may be made for, and in words what each reader's copy does to names, dates, ages and places."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.anonymise.profiles import Rung, load_profile
from desktop_app.domain.output import ProfileName


@dataclass(frozen=True, slots=True)
class Reader:
    """`facts` are (kind of fact, what is printed of it)."""

    profile: ProfileName
    name: str
    facts: tuple[tuple[str, str], ...]


_NAMES = {
    ProfileName.PUBLIC: "Public",
    ProfileName.PARTNER: "Partner agencies",
    ProfileName.FAMILY: "The family",
    ProfileName.PRACTITIONER: "Practitioners",
    ProfileName.PANEL: "The panel",
}
_RUNGS = {Rung.SEASON: "season", Rung.MONTH: "month", Rung.DAY: "as they are"}
_ASKED = {1: "only what is direct", 2: "direct and indirect", 3: "everything found"}


def reader(profile: ProfileName) -> Reader:
    rules = load_profile(profile.value)
    return Reader(
        profile,
        _NAMES[profile],
        (
            ("People", "pseudonyms"),
            ("Dates in lives", _RUNGS[rules.case_dates]),
            ("Partnership dates", "as they are" if rules.governance_days_kept else "month"),
            ("Times of day", "left out" if rules.drops_times else "as they are"),
            ("Ages", "3-year band" if rules.bands_ages else "as they are"),
            ("Places, schools", "kind of place" if rules.describes_places else "pseudonyms"),
            ("Asks about", _ASKED[rules.asks_at]),
        ),
    )


def readers() -> tuple[Reader, ...]:
    """All of them, the widest first."""
    return tuple(reader(profile) for profile in ProfileName)
