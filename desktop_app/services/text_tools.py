"""The recognisers, the register and the date grammar on loose texts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import Replacement, Span
from desktop_app.domain.dates import read_date, state_of
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import RegisterEntry
from desktop_app.domain.snapshot import Snapshot
from desktop_app.importers.people import read_register


def detect_spans(text: str) -> list[Span]:
    return detect(text)


class Pseudonymiser:
    """A register and a profile, ready for many texts."""

    def __init__(self, entries: tuple[RegisterEntry, ...], profile: ProfileName) -> None:
        self._register = Register(entries)
        self._profile = load_profile(profile.value)

    @classmethod
    def from_csv(cls, path: Path, profile: ProfileName) -> Pseudonymiser:
        return cls(read_register(path), profile)

    @classmethod
    def from_snapshot(cls, snapshot: Snapshot, profile: ProfileName) -> Pseudonymiser:
        return cls(snapshot.register, profile)

    def apply(self, text: str) -> tuple[str, list[Replacement]]:
        return pseudonymise(text, self._register, self._profile)


def read_date_line(text: str, context: dt.date | None) -> dict[str, object]:
    """The reading of one wording, with the keys of `candour dates`."""
    date = read_date(text, context)
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
