"""Welsh in an English text is found, and marked in a Word file."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from desktop_app.common.document import Document, Paragraph, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.docx.build import build_docx
from desktop_app.exporters.welsh import welsh


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Bwrdd Iechyd Tŷ Ŵyn asked Heddlu Dyfed.", ["Bwrdd Iechyd Tŷ Ŵyn", "Heddlu Dyfed"]),
        ("a letter from Iechyd a Gofal Cymdeithasol, and a reply", ["Iechyd a Gofal Cymdeithasol"]),
        ("Heddlu De Cymru", ["Heddlu De Cymru"]),
        ("(Ysgol)", ["Ysgol"]),
        ("Plant hire in Bangor, to a Pen y Fan guide", []),
        ("y Bwrdd a’r plentyn", ["Bwrdd"]),
        ("", []),
    ],
)
def test_runs_of_welsh_are_found_and_english_is_left(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in welsh(text)] == runs


def test_a_word_file_says_which_words_are_welsh() -> None:
    empty = Text("")
    document = Document("briefing", Text("t"), empty, empty, empty, (Paragraph(Text("To Bwrdd Iechyd Tŷ Ŵyn & back")),))
    with zipfile.ZipFile(BytesIO(build_docx(document, "", NoProgress()))) as archive:
        body = archive.read("word/document.xml").decode()
    (words,) = re.findall(r'<w:lang w:val="cy-GB"/></w:rPr><w:t xml:space="preserve">([^<]*)</w:t>', body)
    assert words == "Bwrdd Iechyd Tŷ Ŵyn"
    assert "To " in body
    assert " &amp; back" in body
