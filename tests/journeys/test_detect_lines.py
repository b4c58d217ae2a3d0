"""`candour detect` on lines of somebody else's program: offsets, empty and long texts, lines that are wrong."""

from __future__ import annotations

import json

import pytest

NAME = "Zofia Wilczek"


def marked(line: dict, text: str) -> set[str]:
    return {text[span["start"] : span["end"]] for span in line["spans"]}


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME} rang.",
        f"\U0001f600\U0001d4d0 {NAME} rang.",  # outside the basic plane: two units in UTF-16, one index here
        f"e\u0301e\u0301 {NAME} rang.",
        f"\u2028{NAME} rang.",
        f"{NAME} rang.\r\nIt was late.",
        f"\ufeff{NAME} rang.",
        f"\x00{NAME} rang.",
    ],
)
def test_offsets_are_python_string_indices(candour, text) -> None:
    (line,) = candour("detect", stdin=json.dumps({"id": 1, "text": text}) + "\n").lines
    assert NAME in marked(line, text)


def test_lines_keep_their_order_and_their_ids_whatever_those_are(candour) -> None:
    ids = ["a", 7, None, {"part": 2}, 0]
    sent = "".join(json.dumps({"id": ident, "text": f"{NAME} rang."}) + "\n\n" for ident in ids)
    assert [line["id"] for line in candour("detect", stdin=sent).lines] == ids


def test_an_empty_text_has_no_findings_and_a_line_without_id_has_its_number(candour) -> None:
    done = candour("detect", stdin='{"id": "e", "text": ""}\n{"text": "It rained.", "more": [1]}\n')
    assert done.lines == [{"id": "e", "spans": []}, {"id": 2, "spans": []}]


def test_a_line_of_a_megabyte_is_one_text(candour) -> None:
    text = "It rained and nobody came to the door. " * 25_000 + NAME
    (line,) = candour("detect", stdin=json.dumps({"id": "long", "text": text}) + "\n").lines
    assert marked(line, text) == {NAME}


@pytest.mark.parametrize(
    "bad",
    ["not json", '{"id": "x"}', '{"id": "x", "text": 5}', '["text"]', '"text"', '{"text": "a', "[" * 100_000, "null"],
)
def test_a_wrong_line_is_named_and_nothing_is_a_traceback(candour, bad) -> None:
    done = candour("detect", stdin=json.dumps({"id": 1, "text": "It rained."}) + "\n" + bad + "\n")
    assert done.code == 2
    assert "Line 2 " in done.err
    assert "Traceback" not in done.err
