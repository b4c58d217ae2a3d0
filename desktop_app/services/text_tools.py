"""The recognisers, the register and the date grammar on loose texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.anonymise.decided import Decided
from desktop_app.anonymise.profiles import Profile, load_profile
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import Replacement
from desktop_app.anonymise.told import told_entries
from desktop_app.domain.dates import DayOrder, could_be_either, order_evidence, read_date, state_of
from desktop_app.domain.output import ProfileName, SurfaceDecision
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.snapshot import Snapshot
from desktop_app.importers.people import read_register
from desktop_app.services.ladders import reader_profile, reader_register


class Pseudonymiser:
    """A register and a profile, ready for many texts."""

    def __init__(self, register: Register, profile: Profile, decisions: Sequence[SurfaceDecision] = ()) -> None:
        self._register, self._profile = register, profile
        self._decided = Decided(decisions, register, profile)

    @classmethod
    def from_csv(cls, path: Path, profile: ProfileName) -> Pseudonymiser:
        rules = load_profile(profile.value)
        return cls(Register(told_entries(read_register(path), rules)), rules)

    @classmethod
    def from_snapshot(cls, snapshot: Snapshot, profile: ProfileName) -> Pseudonymiser:
        rules = reader_profile(snapshot, profile)
        return cls(reader_register(snapshot, profile), rules, snapshot.surface_decisions)

    def apply(self, text: str) -> tuple[str, list[Replacement]]:
        return pseudonymise(text, self._register, self._profile, decided=self._decided)


class DateLines:
    """Reads wordings that belong together: whether they write day or month first is settled once for all of them."""

    def __init__(self, texts: Iterable[str], order: DayOrder | None = None) -> None:
        evidence = order_evidence(texts)
        self._order = order or evidence.settled
        self._in_doubt = order is None and evidence.is_in_doubt and evidence.day_first == 0

    def read(self, text: str, context: dt.date | None) -> dict[str, object]:
        """The reading of one wording, with the keys of `candour dates`."""
        date = read_date(text, context, order=self._order)
        if self._in_doubt and not date.problem and could_be_either(text):
            date = replace(date, problem="day or month first? Other dates here can only be month first")
        return _described(text, date)


def _described(text: str, date: PartialDate) -> dict[str, object]:
    return {
        "text": text,
        "start": date.start.isoformat() if date.start else None,
        "end": date.end.isoformat() if date.end else None,
        "precision": date.precision.value,
        "time": date.time.strftime("%H:%M") if date.time else None,
        "approximate": date.approximate,
        "decision": state_of(date),
        "why": date.problem,
    }
