"""Figures of the recognisers on the held-out texts: `pytest -m bench -s tests/bench/test_anonymise_figures.py`.

`figures.py` beside this file measures peers and the Text Anonymization Benchmark with the same code.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.anonymise.detect import detect

HERE = Path(__file__).parent
WORD = re.compile(r"\w+")
pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, HERE / "figures.py", "--json"], capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)["candour"]


def other(of: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, HERE / "figures.py", "--json", of], capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)["candour"]


def rate(counts: list[int]) -> float:
    return counts[0] / counts[1]


def test_recall_and_false_findings_on_held_out_texts(row: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + "\n".join(f"{what}: {value}" for what, value in row.items()))
    assert rate(row["direct"]) >= 0.95
    assert rate(row["quasi"]) >= 0.92
    assert row["false in 1,000 words, with identifiers"] <= 10
    assert row["false in 1,000 words, with none"] <= 6


def test_biographies(capsys: pytest.CaptureFixture[str]) -> None:
    found = other("--biographies")
    with capsys.disabled():
        print("\n" + "\n".join(f"biographies, {what}: {value}" for what, value in found.items()))
    assert rate(found["direct"]) >= 0.93
    assert rate(found["quasi"]) >= 0.82
    assert rate(found["token precision"]) >= 0.85


def test_texts_in_another_manner_say_more_than_they_promise(capsys: pytest.CaptureFixture[str]) -> None:
    """What is promised (.96 and .92) is not met here, and is written down so in RESULTS.md; false findings are."""
    found = other("--varied")
    with capsys.disabled():
        print("\n" + "\n".join(f"varied, {what}: {value}" for what, value in found.items()))
    assert rate(found["direct"]) >= 0.85
    assert rate(found["quasi"]) >= 0.8
    assert found["false in 1,000 words, with identifiers"] <= 10


def test_memory_and_start(row: dict[str, Any]) -> None:
    assert row["memory, MB"] <= 100
    assert row["start, s"] <= 0.3


def test_pace_beside_looking_up_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    """The peer does the least that any recogniser does: it parts the text in words and looks each up once."""
    text = (HERE.parent / "anonymise" / "data" / "held_out.txt").read_text("utf-8") * 6
    known = frozenset(WORD.findall(text.lower()))
    detect(text)

    def least(words: str) -> int:
        return sum(word.lower() in known for word in WORD.findall(words))

    spent = {}
    for name, work in (("peer", least), ("detect", detect)):
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            work(text)
            best = min(best, time.process_time() - started)
        spent[name] = best
    with capsys.disabled():
        print(f"\ndetect: {len(text) / spent['detect']:,.0f} characters a second of CPU; ", end="")
        print(f"{spent['detect'] / spent['peer']:.0f} times the peer")
    assert spent["detect"] <= 100 * spent["peer"]
