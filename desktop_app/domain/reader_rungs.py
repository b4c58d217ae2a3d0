"""How much each reader of a review is told about somebody, somewhere, or a kind of fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.output import ProfileName
from desktop_app.domain.record import Record


class Fact(StrEnum):
    """Kinds of fact that are told in one way throughout a review, whoever they are about."""

    DATE = "date"
    AGE = "age"
    TIME = "time"
    SEX = "sex"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderRung(Record):
    """Chosen for this review, in place of what the profile does of itself.

    `about` is a `Fact` or the uid of a register entry; `rung` is the id of a rung of its ladder
    (resources/profiles/ladders.toml).
    """

    profile: ProfileName = ProfileName.PUBLIC
    about: str = ""
    rung: str = ""
