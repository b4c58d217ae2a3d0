"""What everybody writes and that names nobody: abbreviations, shouted words, numbered paragraphs, brands."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect

LEFT = """
The EHO came, and the FLO rang back after two FTAs.
MGM says the SGO was granted. The EWO's file was closed.
DP replied and was told of his rights. AA scheme called.
She used FaceTime, then TikTok, and took Calpol.
Yh, said one of them, defo.
Officers activate Body Worn Video before entry.
The Detective Inspector will agree the wording.
"""
FOUND = """
CHILD ELSA ASLEEP UPSTAIRS. NOBODY ELSE WAS PRESENT. | ELSA
Elsa was seen at home. | Elsa
I spoke to PT about it. | PT
"""


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text)]


@pytest.mark.parametrize("text", LEFT.strip().splitlines())
def test_what_names_nobody_is_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_what_looks_the_same_and_names_somebody_is_found(line: str) -> None:
    text, wanted = line.rsplit(" | ", 1)
    assert any(wanted in words for words in found(text)), found(text)
