"""The timeline with 50,000 events: first painting, panning, memory. `-m bench`; figures in RESULTS.md.

Two promises are in seconds: a first painting in 100 ms, 50 frames a second while panning. Both are measured in seconds
of this process's own work (the offscreen platform paints in it), so that what else the machine does is not counted.
Beside panning stands a peer of the same run: the same events drawn one by one, which is what clusters are for.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import statistics
import time
from array import array
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.event_query import PRECISIONS, SIGNIFICANCES, EventSpans, LaneKind
from desktop_app.domain.partial_date import Precision
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.timeline_lanes import lanes_of
from desktop_app.services.timeline_marks import Marks
from desktop_app.services.timeline_source import Laned, TimelineSource, Told
from desktop_app.services.timeline_spans import MINUTES, columns, minute_of
from desktop_app.ui.pages.chronology.timeline import TimelinePanel
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch

pytestmark = pytest.mark.bench
EVENTS, LANES, FRAMES, FIRST = 50_000, 10, 200, dt.date(2014, 1, 1)
ZOOMS = (4_000, 1_500, 700, 182, 60, 14, 3)  # days shown


def many() -> EventSpans:
    """Ten agencies over eleven years: days, times, ranges, parts of months, months and seasons."""
    chance = random.Random(4)
    rows = []
    for number in range(EVENTS):
        day = FIRST.toordinal() + min(max(int(chance.gauss(2_500, 600)), 0), 3_999)
        if chance.random() < 0.4:
            day = FIRST.toordinal() + chance.randrange(4_000)
        kind = chance.random()
        days, precision = next(
            (days, precision)
            for share, days, precision in (
                (0.80, 0, Precision.DAY),
                (0.85, chance.randrange(1, 12), Precision.RANGE),
                (0.93, 9, Precision.PART_MONTH),
                (0.98, 29, Precision.MONTH),
                (1.00, 90, Precision.SEASON),
            )
            if kind < share
        )
        minute = chance.randrange(MINUTES) if kind > 0.45 and not days else -1
        rows.append((day, day + days, number, minute, PRECISIONS.index(precision), chance.randrange(LANES)))
    rows.sort()
    return EventSpans(
        keys=tuple(f"a{n}" for n in range(LANES)),
        ids=array("q", [row[2] for row in rows]),
        lanes=array("i", [row[5] for row in rows]),
        first=array("i", [row[0] for row in rows]),
        last=array("i", [row[1] for row in rows]),
        minutes=array("h", [row[3] for row in rows]),
        significance=array("b", [chance.randrange(len(SIGNIFICANCES)) for _ in rows]),
        precision=array("b", [row[4] for row in rows]),
        vague=array("b", bytes(len(rows))),
    )


class Ready(TimelineSource):
    """Columns that were read already: reading the file is the index's own figure."""

    def __init__(self, laned: Laned) -> None:
        self._laned = laned
        self.days = (None, None)

    def laned(self, kind: LaneKind) -> Laned:
        return self._laned

    def told(self, number: int) -> Told:
        return Told(str(number), f"X-{number}", "a day", "an agency", "something")

    def number_of(self, uid: str) -> int:
        return int(uid)


def laned(spans: EventSpans) -> Laned:
    agencies = tuple(Agency(uid=f"a{n}", code=str(n), name=f"Agency {n}", order=n + 1) for n in range(LANES))
    snapshot = Snapshot(reviews=(Review(uid="r"),), agencies=agencies)
    lanes, places = lanes_of(snapshot, spans.keys, LaneKind.AGENCY)
    made = columns(spans, places, [lane + 1 for lane in spans.lanes])
    return Laned(lanes, made, Marks(scope=(minute_of(FIRST), None)))


class Plain(QWidget):
    """The peer: every event of the stretch is drawn."""

    def __init__(self, made: Laned) -> None:
        super().__init__()
        self.columns = made.columns
        self.stretch = Stretch(0, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#17576F"))
        given = zip(self.columns.lanes, self.columns.starts, self.columns.ends, strict=True)
        for lane, start, end in given:
            if self.stretch.holds(start, end):
                left, right = (self.stretch.x(minute, 188.0, 680.0) for minute in (start, end))
                painter.drawRoundedRect(QRectF(left, 42 + 28 * lane + 7, max(right - left, 10), 14), 2, 2)
        painter.end()


def resident() -> float:
    """MB of this process in memory."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096 / 2**20


@pytest.fixture(scope="module")
def spans() -> EventSpans:
    return many()


@pytest.fixture
def panel(qapp: Any) -> Any:
    made = TimelinePanel()
    made.resize(880, 480)
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()


def test_fifty_thousand_events_are_first_painted_in_a_tenth_of_a_second(panel: Any, spans: EventSpans) -> None:
    took, reading = [], []
    for _ in range(7):
        gc.collect()
        start = time.process_time()
        made = laned(spans)
        ready = time.process_time()
        panel.show_source(Ready(made))
        panel.lanes.viewport().repaint()
        panel.strip.repaint()
        took.append(time.process_time() - ready)
        reading.append(ready - start)
    first = statistics.median(took)
    print(f"\nfirst painting of {EVENTS}: {first * 1e3:.0f} ms, columns {statistics.median(reading) * 1e3:.0f} ms")
    assert first <= 0.1


@pytest.mark.parametrize("days", ZOOMS)
def test_panning_is_fifty_frames_a_second(qapp: Any, panel: Any, spans: EventSpans, days: int) -> None:
    made = laned(spans)
    panel.show_source(Ready(made))
    middle = minute_of(FIRST + dt.timedelta(days=2_000))
    panel.show_stretch(Stretch(middle, middle + days * MINUTES).moved(0, panel._whole))
    panel.lanes.viewport().repaint()
    step = panel._shown.length / 100
    start = time.process_time()
    for frame in range(FRAMES):
        panel.show_stretch(panel._shown.moved(step if frame % 40 < 20 else -step, panel._whole))
        panel.lanes.viewport().repaint()
        panel.strip.repaint()
    rate = FRAMES / (time.process_time() - start)
    peer = Plain(made)
    peer.resize(880, 360)
    peer.stretch = panel._shown
    peer.show()
    qapp.processEvents()
    start = time.process_time()
    for _ in range(3):
        peer.repaint()
    plain = 3 / (time.process_time() - start)
    peer.close()
    peer.deleteLater()
    print(f"\npanning, {days} days shown: {rate:.0f} frames a second; every event drawn {plain:.1f}")
    assert rate >= 50


def test_what_fifty_thousand_events_take_in_memory(panel: Any, spans: EventSpans) -> None:
    gc.collect()
    before = resident()
    made = laned(spans)
    panel.show_source(Ready(made))
    panel.lanes.viewport().repaint()
    gc.collect()
    more = resident() - before
    print(f"\n{EVENTS} events on the timeline: {more:.1f} MB")
    assert more <= 15
