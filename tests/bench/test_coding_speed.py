"""Marking a theme in a review that has thousands of marks already. `-m bench`; figures in RESULTS.md.

The promise is in seconds: 3 ms a marking, in seconds of this process's own work. Its peer in the same run is the
least a marking can be: the same record put into the file, and nobody following what changed.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.coding import Coding, Theme
from desktop_app.services.coding.marking import mark
from desktop_app.services.coding.under import all_marked
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost

pytestmark = pytest.mark.bench

TEXT = "Callum was seen alone at school and said that things were all right, just boring. " * 4


def test_a_marking_takes_three_milliseconds_at_most(tmp_path: Path) -> None:
    file, _ = ReviewFile.create(tmp_path / "r.review", "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    events = [ChronologyEvent(ref=f"E-{n}", event=TEXT) for n in range(5_000)]
    theme = Theme(name="Voice", letter="V")
    before = [
        Coding(theme=theme.uid, family="events", of=events[n].uid, field="event", end=6, quote="Callum")
        for n in range(3_000)
    ]
    session.put("Set up", theme, *events, *before)
    assert len(session.snapshot.codings) == 3_000
    bare, marking = [], []
    for n in range(200):
        begun = time.process_time()
        with file.change("Bare") as change:
            change.put(Coding(theme=theme.uid, family="events", of=events[n].uid, field="event", start=7, end=10))
        bare.append(time.process_time() - begun)
    session.forget_snapshot()
    assert len(session.snapshot.codings) == 3_200
    for n in range(200):
        begun = time.process_time()
        mark(session, theme.uid, "events", events[n].uid, "event", 11, 21)
        marking.append(time.process_time() - begun)
    begun = time.process_time()
    found = all_marked(session)
    gathered = time.process_time() - begun
    assert len(found) == 3_400
    taken, least = median(marking), median(bare)
    print(
        f"a marking {taken * 1000:.2f} ms, the bare record {least * 1000:.2f} ms, ratio {taken / least:.1f}; ", end=""
    )
    print(f"slowest {max(marking) * 1000:.1f} ms; all 3,400 found again {gathered * 1000:.0f} ms")
    session.leave()
    assert taken <= 0.003
    assert taken <= 4 * least
