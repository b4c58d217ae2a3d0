"""Reading and storing a hundred thousand rows, against the bare reader and the bare table in the same run."""

from __future__ import annotations

import datetime as dt
import gc
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.importing import apply_import, prepare_import
from desktop_app.services.session import create_review

pytestmark = pytest.mark.bench
ROWS = 100_000
WORDS = ["visit", "call", "home", "school", "letter", "police", "referral", "strategy", "meeting", "seen", "alone"]
WORDS += ["mother", "said", "concern", "plan", "review", "health", "nurse", "duty", "team", "agreed"]
SHAPES = ("{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "{d} {mon} {y}", "{d:02}/{m:02}/{yy:02}")


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half its dates are real ones, half written in four shapes; texts of 15 words, as returns have."""
    path = tmp_path_factory.mktemp("sheet") / "return.xlsx"
    chance = random.Random(7)
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet("Return")
        for column, text in enumerate(["Date", "Time", "Source of information", "Event", "Action taken", "Comment"]):
            page.write_string(0, column, text)
        for row in range(1, ROWS + 1):
            day = dt.date(2019, 1, 1) + dt.timedelta(chance.randrange(2200))
            if chance.random() < 0.5:
                page.write_datetime(row, 0, dt.datetime.combine(day, dt.time()))
            else:
                shape = chance.choice(SHAPES)
                mon, short = day.strftime("%b"), day.year % 100
                page.write_string(row, 0, shape.format(d=day.day, m=day.month, y=day.year, yy=short, mon=mon))
            if chance.random() < 0.6:
                page.write_string(row, 1, f"{chance.randrange(24):02}:{chance.randrange(60):02}")
            page.write_string(row, 2, chance.choice(["Case note", "SystmOne", "Log 4", "Letter on file"]))
            page.write_string(row, 3, " ".join(chance.choices(WORDS, k=15)) + f" {row}")
            for column, share in ((4, 0.5), (5, 0.2)):
                if chance.random() < share:
                    page.write_string(row, column, " ".join(chance.choices(WORDS, k=8)))
    return path


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_a_hundred_thousand_rows_are_judged_within_three_bare_readings(sheet: Path) -> None:
    from python_calamine import CalamineWorkbook

    def bare() -> object:
        return CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python()

    def judged() -> object:
        return prepare_import(Snapshot(), sheet, None, "Health Visiting")

    bare(), judged()
    pairs = [(seconds(judged), seconds(bare)) for _ in range(5)]
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"\n100,000-row .xlsx into a plan / bare reading: {ratio:.2f} ({min(a for a, _ in pairs):.2f} s)")
    assert ratio <= 3.0


def test_storing_them_against_a_bare_insert_into_the_same_table(sheet: Path, tmp_path: Path) -> None:
    """The peer is one executemany of the same finished rows into the same encrypted table and its index."""
    session, _ = create_review(tmp_path / "case.review", "otter velvet cumulus brig")
    plan = prepare_import(session.snapshot, sheet, None, "Health Visiting")
    stored = seconds(lambda: apply_import(session, plan))
    with session.file._access.reading() as db:
        columns = [row[1] for row in db.conn.execute("PRAGMA table_info(events)")]
        rows = db.conn.execute("SELECT * FROM events").fetchall()
    other, _ = create_review(tmp_path / "peer.review", "otter velvet cumulus brig")
    with other.file._access.transaction():
        bare = other.file._access.db.conn
        for what in ("insert", "update", "delete"):  # undo is ours to pay for; the chronology's index is both's
            bare.execute(f"DROP TRIGGER temp.history_events_{what}")
        sql = f"INSERT INTO events VALUES ({', '.join('?' * len(columns))})"
        peer = seconds(lambda: bare.executemany(sql, rows))
    other.leave()
    session.leave()
    print(
        f"\nstoring 100,000 rows / bare executemany into the table: {stored / peer:.1f} ({stored:.1f} / {peer:.1f} s)"
    )
    assert stored / peer <= 2.0
