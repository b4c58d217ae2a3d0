"""What every stored record has in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.common.ids import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of the review. `uid` is random; everything else is the field's own.

    Field types are limited to what the file stores plainly: str, int, float, bool, date, datetime, time, StrEnum,
    `PartialDate`, tuples of str, and the optional form of each.
    """

    uid: str = field(default_factory=new_uid)
