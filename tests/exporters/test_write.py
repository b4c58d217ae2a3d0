"""The one way out, and the picture of a page."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.errors import Exit, UserError
from desktop_app.exporters.page_image import page_image
from desktop_app.exporters.reader import read_back
from desktop_app.exporters.write import FORMATS, write


@pytest.mark.parametrize("format_", FORMATS)
def test_each_format_says_the_same(briefing: AnonymisedDocument, tmp_path: Path, format_: str) -> None:
    target = tmp_path / "without-an-ending"
    write(briefing, target, format_, footer_note="Ledger 12")
    seen = read_back(target)
    assert seen.format == format_
    words = " ".join(" ".join(part.text for part in seen.parts).split())
    for wanted in ("Learning review: Rowan", "Bwrdd Iechyd Tŷ Ŵyn", "Ledger 12", "Draft, not for circulation", "11"):
        assert wanted in words


def test_unknown_format(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(briefing, tmp_path / "out.odt", "odt")
    assert caught.value.exit_code is Exit.USAGE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_nowhere_to_write(briefing: AnonymisedDocument, tmp_path: Path, format_: str) -> None:
    with pytest.raises(UserError) as caught:
        write(briefing, tmp_path / "no" / "out", format_)
    assert (caught.value.code, caught.value.exit_code) == ("not-found", Exit.OUTSIDE)


def test_nothing_heavy_is_imported_until_it_is_needed() -> None:
    code = (
        "import sys, desktop_app.exporters.write, desktop_app.exporters.reader, desktop_app.exporters.page_image\n"
        "heavy = {'reportlab', 'xlsxwriter', 'pikepdf', 'pypdfium2', 'docx', 'PIL', 'pymupdf_fonts', 'zipfile'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)\n"
    )
    root = Path(__file__).parent.parent.parent
    subprocess.run([sys.executable, "-S", "-c", code], check=True, cwd=root)


def test_page_as_a_picture(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write(briefing, target, "pdf")
    picture, total = page_image(target.read_bytes(), 0, 300)
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    assert abs(width - 300) <= 1
    assert height > width
    assert page_image(target.read_bytes(), 999, 300) == page_image(target.read_bytes(), total - 1, 300)
    with pytest.raises(UserError):
        page_image(b"not a pdf", 0, 300)
