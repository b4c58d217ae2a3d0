"""Returns in and templates out, as a script does it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

HEAD = "Date,Source,Event,Action taken\n"
FIRST = HEAD + (
    "3 May 2024,Case note,Home visit and the child was seen alone,Referred\n"
    "4 May 2024,Case note,Telephone call to the school,None\n31/02/2024,Log,Letter about housing,\n"
)


@pytest.fixture
def review(candour) -> Path:
    assert candour("new", "case.review", "--recovery-to", "key.txt", secret=True).code == 0
    return Path(candour.folder)


def test_a_corrected_return_is_told_row_by_row_and_never_doubles(candour, review: Path) -> None:
    sent = review / "hv.csv"
    bring = ("import", "case.review", "hv.csv", "--agency", "Health Visiting", "--json")
    sent.write_text(FIRST, encoding="utf-8")
    first = candour(*bring, secret=True)
    assert (first.code, first.json["added"], len(first.json["needs_decision"])) == (1, 2, 1)
    again = candour(*bring, secret=True).json
    assert (again["duplicates"], again["added"], again["changed"], again["missing"]) == (3, 0, [], [])
    corrected = FIRST.replace("seen alone", "seen with the mother").replace("31/02/2024", "29/02/2024")
    sent.write_text(corrected.replace("4 May 2024,Case note,Telephone call to the school,None\n", ""), encoding="utf-8")
    tried = candour(*bring, "--dry-run", secret=True).json
    done = candour(*bring, secret=True)
    report = done.json
    assert done.code == 1  # a row is gone: somebody should look
    assert tried["changed"][0]["fields"] == report["changed"][0]["fields"]
    assert {(c["ref"], f["field"]) for c in report["changed"] for f in c["fields"]} == {
        ("HV-001", "event"),
        ("HV-003", "date"),
    }
    assert [m["ref"] for m in report["missing"]] == ["HV-002"]
    assert report["rows_read"] == report["added"] + report["duplicates"] + len(report["needs_decision"]) + len(
        report["refused"]
    )
    events = candour("list", "case.review", "events", secret=True).lines
    assert sorted(e["ref"] for e in events) == ["HV-001", "HV-002", "HV-003"]


def test_one_answer_settles_the_dates_of_a_file(candour, review: Path) -> None:
    (review / "us.csv").write_text(HEAD + "05/13/2024,Log,A call,\n05/03/2024,Log,A visit,\n", encoding="utf-8")
    bring = ("import", "case.review", "us.csv", "--agency", "CAMHS", "--json")
    asked = candour(*bring, "--dry-run", secret=True)
    assert asked.code == 1
    assert [(q["about"], q["rows"]) for q in asked.json["questions"]] == [("day-order", 2)]
    told = candour(*bring, "--dates", "month-first", secret=True)
    assert (told.code, told.json["added"], told.json["questions"]) == (0, 2, [])
    starts = [e["start"] for e in candour("list", "case.review", "events", secret=True).lines]
    assert starts == ["2024-05-03", "2024-05-13"]


def test_a_list_of_dates_settles_its_order_itself_or_is_told(candour) -> None:
    settled = candour("dates", stdin="03/04/05\n22/03/2024\n").lines
    assert [line["decision"] for line in settled] == ["exact", "exact"]
    assert settled[0]["start"] == "2005-04-03"
    assert candour("dates", stdin="03/04/05\n").lines[0]["decision"] == "decide"
    told = candour("dates", "--order", "month-first", stdin="03/04/2005\n").lines
    assert (told[0]["start"], told[0]["decision"]) == ("2005-03-04", "exact")


def test_a_template_goes_out_and_comes_back(candour, review: Path) -> None:
    made = candour("template", "case.review", "--agency", "Police", "--to", "t.docx", "--json", secret=True)
    assert (made.code, made.json["written"]) == (0, True)
    document = docx.Document(str(review / "t.docx"))
    for column, text in enumerate(["1", "3 May 2024", "10:00", "Niche", "Welfare check", "None needed", "Yes", ""]):
        document.tables[1].cell(1, column).text = text
    document.save(str(review / "t.docx"))
    back = candour("import", "case.review", "t.docx", "--agency", "Police", "--json", secret=True)
    assert (back.code, back.json["added"], back.json["questions"]) == (0, 1, [])
    wrong = candour("template", "case.review", "--agency", "Police", "--to", "t.pdf", secret=True)
    assert wrong.code == 2


@pytest.mark.parametrize("after", [0, 0.3])
def test_stopping_an_import_leaves_nothing_half_done(candour, own_home: Path, review: Path, after: float) -> None:
    """Two files, stopped somewhere on the way once the review is open: nothing of either is there, or both are."""
    # Nothing alike, or the second would be taken for a corrected first.
    for name, row in (("a.csv", "3 May 2024,Log,Contact {},None"), ("b.csv", "1 July 2025,Register,Absent {} days,")):
        rows = "".join(row.format(n) + "\n" for n in range(1500))
        (review / name).write_text(HEAD + rows, encoding="utf-8")
    words = ["import", "case.review", "a.csv", "b.csv", "--agency", "HV", "--passphrase-file", str(candour.secret)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    opened = {*own_home.rglob("*")}
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *words], cwd=review, env=environment, stderr=subprocess.PIPE
    )
    while process.poll() is None and {*own_home.rglob("*")} <= opened:
        time.sleep(0.02)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert b"Traceback" not in told
    events = candour("list", "case.review", "events", secret=True).lines
    assert len(events) in (0, 3_000)
    assert candour("check", "case.review", "--json", secret=True).json["ok"]
