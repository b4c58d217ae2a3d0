"""What a room is given and what it captures. No real name is in any of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record

RoomValue = str | int | bool | tuple[str, ...]


class EntryKind(StrEnum):
    REFLECTION = "reflection"
    CLUSTER = "cluster"  # reflections that say the same, with their dots; of one reflection when only that has dots
    CONCERN = "concern"  # a safeguarding matter that cannot stay in the room


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """One thing captured, `n` counting its corrections from 0. Who, when and in what order is in none of it.

    `values` are the fields of its kind. `gone`: withdrawn by who said it, or deleted; then `values` is empty.
    """

    uid: str
    n: int
    kind: EntryKind
    values: tuple[tuple[str, RoomValue], ...] = ()
    gone: bool = False

    def get(self, name: str) -> RoomValue | None:
        return dict(self.values).get(name)


@dataclass(frozen=True, slots=True)
class RoomPrompt:
    uid: str
    text: str
    origin: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class RoomMoment:
    """A point of the timeline as the room may see it: `when` is coarse, in words."""

    uid: str
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class RoomBrief:
    """Everything a room shows. `people`: what outputs print for people, offered where somebody types a name."""

    title: str
    prompts: tuple[RoomPrompt, ...]
    moments: tuple[RoomMoment, ...] = ()
    people: tuple[str, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()  # group of those who attend -> how many
    factors: tuple[str, ...] = ()
    ground_rules: str = ""
    confidentiality: str = ""
    support: str = ""
    columns: tuple[str, ...] = ("worked-well", "got-in-the-way", "would-help", "context")
    wider: tuple[tuple[str, str], ...] = ()  # group -> the next one up, where it is too small to be printed


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPack(Record):
    """A pack this review has made, so that it knows it when it comes back. `verify` and `brief` are hex."""

    workshop: str = ""
    verify: str = ""  # the key its notes are signed with
    brief: str = ""  # digest of the brief as it was sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Record):
    """Something said in a room and taken back: no word of it, so that an older copy of the pack cannot bring it again.

    `uid` is the entry's own.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomConflict(Record):
    """Two versions of one reflection that nobody but the author can settle. `text` is the one not in the reflection."""

    reflection: str = ""
    n: int = 0
    text: str = ""
    why: str = ""  # two-laptops | edited-at-the-desk
    dots: int = 0  # those of the version that is not in the review
    settled: bool = False
