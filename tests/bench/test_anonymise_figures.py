"""Figures of the recognisers on the development sets, when they are beside the checkout: `pytest -m bench tests/bench`.

The sets were tuned on, so the figures flatter; what is asserted is only that they do not fall.
"""

from __future__ import annotations

import collections
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.anonymise.detect import detect

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.bench
SMALL = re.compile(r"\b(?:the|of|and|in|on|at|to|for|by|an?|or|from|with|mrs?|ms|nos?|s)\b\.?", re.IGNORECASE)
NOTHING = re.compile("$^")
SMALL_IN_ORGANISATIONS = re.compile(r"\b(?:[Tt]he|of|and|&|de|House|at)\b")


def load(name: str) -> list[dict[str, Any]]:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    return json.loads(path.read_text("utf-8"))


def marks(text: str) -> bytearray:
    marked = bytearray(len(text) + 1)
    for span in detect(text):
        marked[span.start : span.end] = b"\x01" * (span.end - span.start)
    return marked


def covered(text: str, marked: bytearray, start: int, end: int, ignore: re.Pattern[str]) -> bool:
    small = {i for word in ignore.finditer(text, start, end) for i in range(word.start(), word.end())}
    return all(marked[i] for i in range(start, end) if text[i].isalnum() and i not in small)


def test_recall_by_kind_on_made_up_notes(capsys: pytest.CaptureFixture[str]) -> None:
    total: collections.Counter[str] = collections.Counter()
    found: collections.Counter[str] = collections.Counter()
    false = words = 0
    for case in load("uk_dev.json"):
        text = case["text"]
        marked, gold = marks(text), bytearray(len(text) + 1)
        for start, end, kind, _ in case["gold"]:
            total[kind] += 1
            found[kind] += covered(
                text, marked, start, end, SMALL_IN_ORGANISATIONS if kind == "ORG" else re.compile("$^")
            )
            gold[start:end] = b"\x01" * (end - start)
        false += sum(1 for s in detect(text) if not any(gold[s.start : s.end]))
        words += len(text.split())
    recall = sum(found.values()) / sum(total.values())
    with capsys.disabled():
        print(f"\nmade-up UK notes: recall {recall:.4f} of {sum(total.values())}")
        print(f"false findings in 1,000 words: {1000 * false / words:.1f}")
        print({kind: f"{found[kind]}/{total[kind]}" for kind in total if found[kind] < total[kind]})
    structured = "NHS UPN NINO VRM POSTCODE PHONE EMAIL CRIMEREF CASENO DATE TIME ADDRESS"
    kinds = structured.split()
    assert [found[kind] for kind in kinds] == [total[kind] for kind in kinds]
    assert recall >= 0.992


def test_entity_recall_on_court_judgments(capsys: pytest.CaptureFixture[str]) -> None:
    """An entity counts when every mention of it is covered, as in the Text Anonymization Benchmark."""
    tally = {"DIRECT": [0, 0], "QUASI": [0, 0]}
    right = wrong = 0
    for case in load("tab/dev21.json"):
        text = case["text"]
        marked, gold = marks(text), bytearray(len(text) + 1)
        for annotator in case["annotations"].values():
            entities: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
            for mention in annotator["entity_mentions"]:
                entities[mention["entity_id"]].append(mention)
            for mentions in entities.values():
                kind = mentions[0]["identifier_type"]
                if kind == "NO_MASK":
                    continue
                places = [(m["start_offset"], m["end_offset"]) for m in mentions]
                for start, end in places:
                    gold[start:end] = b"\x01" * (end - start)
                tally[kind][0] += all(covered(text, marked, start, end, SMALL) for start, end in places)
                tally[kind][1] += 1
        for word in re.finditer(r"\w+", text):
            if marked[word.start()]:
                right, wrong = right + gold[word.start()], wrong + (not gold[word.start()])
    direct, quasi = (tally[kind][0] / tally[kind][1] for kind in ("DIRECT", "QUASI"))
    with capsys.disabled():
        print(
            f"\njudgments: direct {direct:.3f} of {tally['DIRECT'][1]}, quasi {quasi:.3f} of {tally['QUASI'][1]}, "
            f"token precision {right / (right + wrong):.3f}"
        )
    assert direct >= 0.99
    assert quasi >= 0.86


def test_characters_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [case["text"] for case in load("uk_dev.json")]
    detect(texts[0])
    started = time.perf_counter()
    for text in texts:
        detect(text)
    with capsys.disabled():
        print(f"\ndetect: {sum(map(len, texts)) / (time.perf_counter() - started):,.0f} characters a second")
