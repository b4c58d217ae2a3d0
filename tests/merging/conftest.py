"""Labelled pairs as one review: every account of every pair beside all others."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot

Pair = frozenset[str]
NAMES = {
    "CSC": "Children's Social Care",
    "POL": "Police",
    "SCH": "School",
    "GP": "GP practice",
    "HV": "Health Visiting",
    "CAM": "CAMHS",
    "YJS": "Youth Justice Service",
    "HOU": "Housing",
}


@dataclass(frozen=True)
class Labelled:
    """`duplicates`, `contradictions` and `apart` are pairs of event uids."""

    snapshot: Snapshot
    duplicates: frozenset[Pair]
    contradictions: frozenset[Pair]
    apart: frozenset[Pair]


@pytest.fixture
def labelled() -> Callable[[str], Labelled]:
    return _read


def _read(half: str) -> Labelled:
    agencies = {code: Agency(code=code, name=name, order=n) for n, (code, name) in enumerate(NAMES.items(), 1)}
    events: list[ChronologyEvent] = []
    pairs: dict[str, set[Pair]] = {"duplicate": set(), "contradiction": set(), "apart": set()}
    text = (Path(__file__).parent / f"pairs_{half}.toml").read_text(encoding="utf-8")
    for number, pair in enumerate(tomllib.loads(text)["pair"]):
        made = [_event(agencies, number, side, *pair[side]) for side in ("a", "b")]
        events += made
        pairs[pair["label"]].add(frozenset(event.uid for event in made))
    snapshot = Snapshot(agencies=tuple(agencies.values()), events=tuple(events))
    return Labelled(snapshot, *(frozenset(pairs[label]) for label in ("duplicate", "contradiction", "apart")))


def _event(
    agencies: dict[str, Agency], number: int, side: str, code: str, date: str, time: str, words: str
) -> ChronologyEvent:
    read = read_date(date)
    clock = re.fullmatch(r"(\d{1,2})[.:]?(\d\d)", time)
    if clock:
        read = replace(read, time=dt.time(int(clock[1]), int(clock[2])))
    ref = f"{code}-{number:03d}"
    return ChronologyEvent(uid=f"{number}{side}", ref=ref, agency=agencies[code].uid, date=read, event=words)
