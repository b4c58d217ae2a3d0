"""How long a document takes to make and to read back, against the bare library. `-m bench`; figures in RESULTS.md.

Processor time, for other work may run beside it; the machine's own clock decides nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.reader import READING
from desktop_app.services.output_bytes import make_and_read_back

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.bench
_SAID = (
    "Home visit. Boiler off four days, landlord told. Warm, lots of books. Stepfather up a ladder.",
    "The primary school rang: the younger child late eleven times since Easter. Head wanted advice, not a referral. "
    "Early help leaflet e-mailed to school; no consent to take details, so not logged as a referral.",
    "No access. Card left.",
    "Strategy discussion held by telephone. Two agencies recorded different decisions, and nobody compared them. "
    "The visit was planned for the next day and is not recorded by anybody.",
)
_HEADS = ("Ref", "Date", "Agency", "Source", "What happened", "Action, or why none", "Comment")
_SHARES = (0.8, 1.2, 1.2, 1.3, 4.0, 2.2, 2.2)


def _rows(count: int) -> list[tuple[str, ...]]:
    agencies = ("Children’s Social Care", "Eastmarch Police", "The secondary school", "Health Visiting")
    return [
        (
            f"CSC-{n:05d}",
            f"{n % 28 + 1} May {2015 + n % 10}",
            agencies[n % 4],
            "Contact record",
            _SAID[n % 4],
            _SAID[(n + 2) % 4][:70],
            "" if n % 3 else _SAID[(n + 1) % 4][:90],
        )
        for n in range(count)
    ]


def anonymised(count: int) -> Any:
    from desktop_app.anonymise.result import AnonymisedDocument
    from desktop_app.common.document import Cell, Document, Table, Text

    rows = tuple(tuple(Cell((Text(said),)) for said in row) for row in _rows(count))
    table = Table(tuple(Text(head) for head in _HEADS), rows, _SHARES)
    empty = Text("")
    document = Document("chronology", Text("Combined chronology"), empty, empty, empty, (table,), landscape=True)
    return AnonymisedDocument(document, "panel", frozenset(), 0, 0)


def _bare(count: int) -> bytes:
    """The same rows through ReportLab as its manual shows it: no tags, no structure, one long table."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    from desktop_app.exporters.pdf.fonts import REGULAR, register

    register()
    style = ParagraphStyle("cell", fontName=REGULAR, fontSize=9, leading=12.5)
    cells = [[Paragraph(escape(said), style) for said in row] for row in (_HEADS, *_rows(count))]
    width = (842 - 100) / sum(_SHARES)
    out = BytesIO()
    table = LongTable(cells, colWidths=[share * width for share in _SHARES], repeatRows=1)
    SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=50, rightMargin=50, topMargin=74, bottomMargin=62).build(
        [table]
    )
    return out.getvalue()


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_tagged_chronology_of_500_rows_against_bare_reportlab() -> None:
    from desktop_app.exporters.write import build

    made = anonymised(500)
    build(made, "pdf")
    _bare(20)
    pairs = [(_cpu(lambda: build(made, "pdf")), _cpu(lambda: _bare(500))) for _ in range(5)]
    ours, bare = min(a for a, _ in pairs), min(b for _, b in pairs)
    print(f"\ntagged, 500 rows / bare ReportLab: {ours / bare:.2f} ({ours:.2f} s / {bare:.2f} s)")
    assert ours / bare <= 1.5


_WHOLE = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from tests_bench_exports import anonymised
from desktop_app.exporters.write import build
made = anonymised(20_000)
start = time.process_time()
data = build(made, "pdf")
spent = time.process_time() - start
import pypdfium2
with pypdfium2.PdfDocument(data) as pdf:
    pages = len(pdf)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": spent, "bytes": len(data), "pages": pages, "peak": peak}))
"""


def test_20_000_rows_in_a_process_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "tests_bench_exports.py").write_text(Path(__file__).read_text("utf-8"), encoding="utf-8")
    command = [sys.executable, "-c", _WHOLE, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    found = json.loads(done.stdout)
    print(
        f"\n20,000 rows: {found['seconds']:.1f} s, {found['pages'] / found['seconds']:.0f} pages a second, "
        f"{found['bytes'] / 2**20:.1f} MB, peak {found['peak']:.0f} MB"
    )
    assert found["pages"] / found["seconds"] >= 60
    assert found["bytes"] < 8 * 2**20
    assert found["peak"] <= 400


_FIRST = ("Xanthe", "Ottoline", "Peregrine", "Isolde", "Barnaby", "Cosima", "Leopold", "Tamsin", "Ptolemy", "Ursula")
_LAST = ("Quillfeather", "Brackenbury", "Thistlewood", "Merriweather")
_ABOUT = (
    "{p} was seen alone and said that {q} had shouted",
    "{p}'s mother told the worker that {q} no longer lives there",
    "{q} did not attend, and nobody asked why",
    "The worker spoke with {p} about the bruise on the left arm",
)
_AFTER = ("No further action was agreed.", "A referral was made by {d}.", "Advice given about sleep; {q} listened.")


def _large_review(count: int) -> Snapshot:
    """A review of `count` events, hardly two alike, about forty registered people."""
    chance = random.Random(3)
    people = tuple(
        Person(uid=f"{n:032x}", name=f"{_FIRST[n % 10]} {_LAST[n // 10]}", pseudonym=f"Person {n + 1}")
        for n in range(40)
    )
    names = ("Children's Social Care", "Eastmarch Police", "The secondary school", "Health Visiting")
    agencies = tuple(Agency(uid=f"{n:032x}", code=name[:1], name=name, order=n) for n, name in enumerate(names, 1))

    def event(number: int) -> ChronologyEvent:
        day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(3_000))
        one, other = chance.sample(people, 2)

        def said(shapes: tuple[str, ...]) -> str:
            return chance.choice(shapes).format(p=one.name, q=other.name, d=f"{day.day} {day:%B %Y}")

        return ChronologyEvent(
            uid=f"{number:032x}",
            ref=f"A-{number:05}",
            agency=chance.choice(agencies).uid,
            date=PartialDate(day, day, Precision.DAY, f"{day:%d/%m/%Y}"),
            source="Case note",
            event=f"Home visit. {said(_ABOUT)}. {said(_ABOUT)}. {chance.randrange(2, 60)} minutes. {said(_AFTER)}",
            action=said(_AFTER),
            comment=said(_ABOUT) if chance.random() < 0.4 else "",
        )

    events = tuple(event(number) for number in range(count))
    return Snapshot(reviews=(Review(working_title="Large"),), people=people, agencies=agencies, events=events)


@pytest.mark.parametrize("file_format", ["pdf", "docx", "xlsx"])
def test_reading_back_against_making(file_format: str) -> None:
    """Making is what an export does before: composed, names looked for and replaced, set. All words are new to it."""
    from desktop_app.anonymise.renderer import _detected
    from desktop_app.services.ladders import reader_profile, reader_register
    from desktop_app.services.outputs import composed, rendered

    snapshot, reader, kind = _large_review(500), ProfileName.PANEL, OutputKind.CHRONOLOGY

    def rendering() -> Any:
        _detected.cache_clear()
        document = composed(snapshot, kind, reader, dt.date(2026, 5, 1))
        return rendered(snapshot, reader, document, reader_register(snapshot, reader))

    register, profile = reader_register(snapshot, reader), reader_profile(snapshot, reader)
    marks: list[tuple[float, str]] = []

    class Watching:
        def step(self, done: int, total: int, what: str) -> None:
            marks.append((time.process_time(), what))

    ratios = []
    for _ in range(4):
        marks.clear()
        start = time.process_time()
        anonymised = rendering().anonymised
        made = make_and_read_back(anonymised, file_format, register, profile, "Version 1", Watching())
        end = time.process_time()
        assert made.leaks == ()
        read_from = next(at for at, what in marks if what == READING)
        ratios.append(((end - read_from) / (read_from - start), end - read_from, read_from - start))
    ratio, reading, making = min(ratios)
    print(f"\n{file_format} read back and checked / made, 500 rows: {ratio:.2f} ({reading:.2f} s / {making:.2f} s)")
    assert ratio <= 0.5


def test_a_word_file_of_5_000_rows() -> None:
    from desktop_app.exporters.write import build

    made = anonymised(5_000)
    build(anonymised(10), "docx")
    spent = min(_cpu(lambda: build(made, "docx")) for _ in range(3))
    print(f"\nDOCX, 5,000 rows: {spent:.2f} s")
    assert spent <= 1.0
