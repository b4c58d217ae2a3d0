"""Small files that unpack, draw or repeat without end: refused in words, before they are read; dull ones are not."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.exporters.reader import ReadBack, read_bytes

DULL = bytes(5 * 2**20)
NAME = "Callum Draycott"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def pdf(objects: dict[int, bytes] | None = None, contents: bytes = b"", *, page: bytes = b"", kids: int = 1) -> bytes:
    """Object 3 is the page, 4 what it draws; `objects` from 5 on."""
    held = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * kids, kids),
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R%b>>" % page,
        4: stream(contents),
        **(objects or {}),
    }
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in sorted(held.items()):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    tail = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(held) + 1, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(held) + 1) + table + tail


def drawing(calls: bytes, number: int) -> bytes:
    inner = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number
    return stream(calls, inner)


def office(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def shared() -> bytes:
    row = b"<row>" + b"<c t='s'><v>0</v></c>" * 2_000 + b"</row>"
    strings = b"<sst><si><t>" + b"".join(b"%d words " % n for n in range(9_000)) + b"</t></si></sst>"
    sheet = b"<worksheet><sheetData>" + row + b"</sheetData></worksheet>"
    return office({"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings})


X = b"/Resources<</XObject<</X 5 0 R>>>>"
DOUBLED = {number: drawing(b"/X Do /X Do", number + 1) for number in range(5, 25)}
BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a stream": ("pdf", lambda: pdf({5: stream(zlib.compress(DULL), b"/Filter/FlateDecode")})),
    "packed twice": (
        "pdf",
        lambda: pdf({5: stream(zlib.compress(zlib.compress(DULL * 14)), b"/Filter[/FlateDecode/FlateDecode]")}),
    ),
    "run lengths": ("pdf", lambda: pdf({5: stream(b"\x81a" * 600_000, b"/Filter/RunLengthDecode")})),
    "what a page draws": ("pdf", lambda: pdf({4: stream(zlib.compress(b"q Q\n" * 2**21), b"/Filter/FlateDecode")})),
    "one page many times": ("pdf", lambda: pdf(kids=5_000)),
    "a drawing of itself": ("pdf", lambda: pdf({5: drawing(b"/X Do", 5)}, b"/X Do " * 1_001, page=X)),
    "drawings doubled": ("pdf", lambda: pdf(DOUBLED | {25: drawing(b"", 25)}, b"/X Do", page=X)),
    "saved and saved": ("pdf", lambda: pdf() + b"9 0 obj endobj\n%%EOF\n" * 200),
    "packed, and packed again": ("docx", lambda: office({"word/a.bin": gzip.compress(gzip.compress(DULL))})),
    "a member": ("docx", lambda: office({"word/document.xml": b"<a>" + DULL.replace(b"\0", b" ") + b"</a>"})),
    "a string in every cell": ("xlsx", shared),
}


@pytest.mark.parametrize("what", BOMBS)
def test_bombs_are_refused_in_words(what: str) -> None:
    extension, made = BOMBS[what]
    with pytest.raises(UserError) as caught:
        read_bytes(made(), f"brought.{extension}")
    assert (caught.value.code, caught.value.exit_code) == ("too-large", Exit.FILE)


def _said(seen: ReadBack) -> bool:
    return any(NAME in part.text for part in seen.parts)


def test_a_blank_page_that_was_scanned_is_read() -> None:
    samples = zlib.compress(b"\xff" * 6 * 2**20 + NAME.encode() + b"\xff" * 99)
    entries = b"/Subtype/Image/Width 2480/Height 3508/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    seen = read_bytes(pdf({5: stream(samples, entries)}), "scan.pdf")
    assert "picture" in seen.findings
    assert _said(seen)


def test_a_drawing_used_on_every_page_is_read() -> None:
    data = pdf({5: stream(b"q Q", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")}, b"/X Do " * 5_000, page=X, kids=3)
    assert read_bytes(data, "a.pdf").format == "pdf"


def test_end_marks_behind_which_nothing_was_saved_are_no_saves() -> None:
    assert "too-large" not in read_bytes(pdf() + b"%%EOF\n" * 200, "a.pdf").findings


def test_what_stands_behind_the_end_of_a_packed_stream_is_read() -> None:
    behind = zlib.compress(b"q Q") + NAME.encode()
    seen = read_bytes(pdf({5: stream(behind, b"/Filter/FlateDecode")}), "a.pdf")
    assert _said(seen)
    assert "hidden-data" in seen.findings
