"""Leaks in files written by hand, as no library would write them: drawn apart, packed, cut in two, put aside."""

from __future__ import annotations

import base64
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest

Stopped = Callable[..., list[str]]
NAME, PHONE, NUMBER = "Callum Draycott", "07700 900123", "943 476 5919"
RAW = NAME.encode()
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 500 800]/Resources<</Font<</F1 5 0 R>>>>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def pdf(contents: bytes = b"", *more: bytes, root: bytes = b"", page: bytes = b"", font: bytes = HELVETICA) -> bytes:
    """Objects: 1 root, 2 pages, 3 page, 4 contents, 5 font, `more` from 6 on."""
    held = [
        b"<</Type/Catalog/Pages 2 0 R%b>>" % root,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>%b>>" % page,
        stream(b"BT /F1 12 Tf 72 700 Td (She came and was seen.) Tj ET\n" + contents),
        font,
        *more,
    ]
    out, table = bytearray(b"%PDF-1.7\n"), b"0000000000 65535 f \n"
    for number, body in enumerate(held, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = len(held) + 1
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return bytes(out) + b"xref\n0 %d\n" % size + table + tail


def apart(letters: str, gap: int = 30) -> bytes:
    return b"".join(b"BT /F1 12 Tf %d 600 Td (%b) Tj ET\n" % (20 + gap * n, c.encode()) for n, c in enumerate(letters))


def inline(data: bytes, entries: bytes = b"") -> bytes:
    return b"q BI /W %d /H 1 /CS /G /BPC 8 %b ID %b\nEI Q\n" % (len(data), entries, data)


def image(data: bytes, entries: bytes = b"") -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width %d/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray" % len(data)
    return stream(data, head + entries)


def face(tables: dict[bytes, bytes]) -> bytes:
    """An OpenType font with nothing but `tables`."""
    at, out, rest = 12 + 16 * len(tables), struct.pack(">I4H", 0x10000, len(tables), 0, 0, 0), b""
    for tag, data in tables.items():
        out += struct.pack(">4s3I", tag, 0, at + len(rest), len(data))
        rest += data
    return out + rest


def names(said: bytes) -> bytes:
    return struct.pack(">3H6H", 0, 1, 18, 3, 1, 0x809, 9, len(said), 0) + said


def font(program: bytes, key: bytes = b"FontFile2") -> bytes:
    return pdf(b"", b"<</Type/FontDescriptor/FontName/Body/Flags 32/%b 7 0 R>>" % key, stream(program))


def profile(said: bytes) -> bytes:
    tag = b"desc" + bytes(4) + struct.pack(">I", len(said) + 1) + said + b"\x00"
    return bytes(36) + b"acsp" + bytes(88) + struct.pack(">I4sII", 1, b"desc", 144, len(tag)) + tag


DIFFERENCES = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[1/D/r/a/y/c/o/t]>>>>"
CODES = b"BT /F2 12 Tf <0102030405060707> Tj ET"
CODED = stream(CODES, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F2 7 0 R>>>>")
TILE = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Font<</F1 5 0 R>>>>"
NOTICE = b"%!PS-AdobeFont-1.0: Body\n/Notice (Drawn by " + RAW + b") def\ncurrentfile eexec\n\x80\x81"
PDF: dict[str, tuple[bytes, str]] = {
    "letters far apart": (pdf(apart("Draycott", 60)), "Draycott"),
    "a short name's letters": (pdf(apart("Osei")), "Osei"),
    "letters drawn from the last": (pdf(b"".join(reversed(apart("Draycott").splitlines(keepends=True)))), "Draycott"),
    "figures apart": (pdf(apart("9434765919")), "9434765919"),
    "a telephone's figures apart": (pdf(apart("07700900123")), "07700900123"),
    "picture in the drawing, number": (pdf(inline(NUMBER.encode())), NUMBER),
    "picture in the drawing, telephone": (pdf(inline(PHONE.encode().hex().encode() + b">", b"/F/AHx")), PHONE),
    "picture in the drawing, packed": (pdf(inline(zlib.compress(RAW), b"/F/Fl")), NAME),
    "picture in the drawing, base 85": (pdf(inline(base64.a85encode(RAW) + b"~>", b"/F/A85")), NAME),
    "picture in a form": (pdf(b"", stream(inline(PHONE.encode()), FORM)), PHONE),
    "samples": (pdf(b"", image(NUMBER.encode())), NUMBER),
    "samples of a large picture": (
        pdf(b"", image(bytes(range(256)) * 20 + b" seen by " + RAW + bytes(range(256)) * 20)),
        NAME,
    ),
    "behind what is packed": (pdf(b"", stream(zlib.compress(b"q Q") + RAW, b"/Filter/FlateDecode")), NAME),
    "designer of a font": (font(face({b"name": names(NAME.encode("utf-16-be"))})), NAME),
    "a font's own table": (font(face({b"kept": b"kept for " + RAW})), NAME),
    "notice of an old font": (font(NOTICE, b"FontFile"), NAME),
    "name of a compact font": (font(b"\x01\x00\x04\x01\x00\x01\x01\x01\x10" + RAW, b"FontFile3"), NAME),
    "map of letters, a comment": (
        pdf(b"", stream(b"% " + RAW), font=HELVETICA[:-2] + b"/ToUnicode 6 0 R>>"),
        NAME,
    ),
    "map of letters, a code's": (
        pdf(
            b"",
            stream(b"1 beginbfchar <01> <" + NAME.encode("utf-16-be").hex().encode() + b"> endbfchar"),
            font=HELVETICA[:-2] + b"/ToUnicode 6 0 R>>",
        ),
        NAME,
    ),
    "colour profile": (pdf(b"", stream(profile(RAW), b"/N 3")), NAME),
    "form of codes": (pdf(b"", CODED, DIFFERENCES), "Draycott"),
    "note's appearance": (
        pdf(b"", CODED, DIFFERENCES, b"<</Type/Annot/Rect[0 0 9 9]/AP<</N 6 0 R>>>>", page=b"/Annots[8 0 R]"),
        "Draycott",
    ),
    "tile in pieces": (pdf(b"", stream(b"BT /F1 9 Tf [(D)9(r)9(a)9(y)9(c)9(o)9(t)9(t)] TJ ET", TILE)), "Draycott"),
    "letters as actual text": (
        pdf(b"".join(b"/Span<</ActualText(%c)>>BDC EMC\n" % c for c in b"Draycott")),
        "Draycott",
    ),
    "two strings of an array": (pdf(root=b"/Kept[(Callum Dray)(cott)]"), "Draycott"),
    "language inside a string": (
        pdf(root=b"/Kept<feff004400720061 0079001b656e001b 0063006f00740074>"),
        "Draycott",
    ),
    "script by codes": (
        pdf(root=b"/X<</JS(String.fromCharCode\\(" + ",".join(map(str, RAW)).encode() + b"\\))>>"),
        NAME,
    ),
    "letters of two lines in turns": (
        pdf(
            b"".join(
                b"BT /F1 12 Tf %d 600 Td (%c) Tj 0 -20 Td (%c) Tj ET\n" % (20 + 30 * n, *pair)
                for n, pair in enumerate(zip(b"Draycott", b"Nothing.", strict=True))
            )
        ),
        "Draycott",
    ),
    "comment behind an operator": (pdf(b"q Q % " + RAW + b"\n"), NAME),
    "operand of nobody's operator": (pdf(b"BX (" + RAW + b") foo EX\n"), NAME),
    "string that no operator takes": (pdf(b"<" + RAW.hex().encode() + b">\n"), NAME),
    "name of a mark": (pdf(b"/CallumDraycott BMC EMC\n"), NAME),
    "letters scaled to nothing": (pdf(b"BT /F1 9 Tf 0 Tz 9 9 Td (" + RAW + b") Tj ET"), NAME),
    "array of codes": (pdf(root=b"/Kept[" + " ".join(map(str, RAW)).encode() + b"]"), NAME),
    "set of a font's characters": (pdf(b"", b"<</FontName/A/CharSet(/Callum/Draycott)>>"), "Draycott"),
    "sum of nothing": (pdf(b"", b"<</CheckSum(" + RAW + b")>>"), NAME),
    "bookmarks of a letter each": (pdf(b"", *(b"<</Title(%c)>>" % c for c in b"Draycott")), "Draycott"),
    "fields of a figure each": (pdf(b"", *(b"<</FT/Tx/V(%c)>>" % c for c in b"9434765919")), "9434765919"),
    "label of pages cut in two": (pdf(root=b"/PageLabels<</Nums[0<</P(Dray)>>1<</P(cott)>>]>>"), "Draycott"),
    "picture of a kind that cannot be unpacked": (
        pdf(b"", image(bytes(9) + RAW, b"/Filter/JBIG2Decode")),
        NAME,
    ),
    "packet, a letter an element": (
        pdf(b"", stream(b"<x>" + b"".join(b"<a>%c</a>" % c for c in b"Draycott") + b"</x>", b"/Subtype/XML")),
        "Draycott",
    ),
}


@pytest.mark.parametrize("carrier", PDF)
def test_pdf_files(stopped: Stopped, carrier: str) -> None:
    data, leak = PDF[carrier]
    assert stopped(data, "brought.pdf", leak)


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(inside: str, **parts: str | bytes) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body>{inside}</w:body></w:document>"
    return zipped({"word/document.xml": body, **{name.replace("__", "/"): data for name, data in parts.items()}})


def book(row: str = "", after: str = "", styles: str = "", **parts: str) -> bytes:
    sheet = f"<worksheet><sheetData><row>{row}</row></sheetData>{after}</worksheet>"
    held = {"xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>"}
    return zipped({**held, **{name.replace("__", "/"): data for name, data in parts.items()}})


def behind() -> bytes:
    """A member with bytes behind its end, within the length that it is said to have."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packing.compress(b"<a/>") + packing.flush() + RAW
    sizes = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, zlib.crc32(b"<a/>"), len(packed), 4)
    head = b"PK\x03\x04" + sizes + struct.pack("<HH", 10, 0) + b"word/a.xml" + packed
    listed = b"PK\x01\x02\x14\x00" + sizes + struct.pack("<HHHHHII", 10, 0, 0, 0, 0, 0, 0) + b"word/a.xml"
    return head + listed + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), len(head), 0)


DAY = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
CELLS = "".join(f"<c t='inlineStr'><is><t>{c}</t></is></c>" for c in "9434765919")
OFFICE: dict[str, tuple[bytes, str]] = {
    "letters of a symbol font": (
        word(f"<w:p><w:r><w:t>{''.join(chr(0xF000 + c) for c in RAW)}</w:t></w:r></w:p>"),
        NAME,
    ),
    "names of two bookmarks": (
        word("<w:p><w:bookmarkStart w:name='Dray'/><w:bookmarkStart w:name='cott'/></w:p>"),
        "Draycott",
    ),
    "prefix of a namespace": (
        word("", customXml__item1="<?xml version='1.0'?><draycott:a xmlns:draycott='x'/>"),
        "Draycott",
    ),
    "in an old code page": (
        zipped({"word/a.xml": f"<?xml version='1.0' encoding='cp037'?><a>{NAME}</a>".encode("cp037")}),
        NAME,
    ),
    "behind the end of a member": (behind(), NAME),
    "figures in boxes": (book(CELLS), "9434765919"),
    "day as a number": (book("<c s='1'><v>40982</v></c>", styles=DAY), "2012-03-14"),
    "typeface of a page head": (
        book(after="<headerFooter><oddHeader>&amp;\"Draycott,Bold\"x</oddHeader></headerFooter>"),
        "Draycott",
    ),
    "joined codes": (book("<c><f>CONCAT(" + ",".join(f"UNICHAR({c})" for c in b"Draycott") + ")</f></c>"), "Draycott"),
    "points of a chart": (
        book(xl__charts__chart1="<?xml version='1.0'?><c>" + "".join(f"<v>{c}</v>" for c in "Draycott") + "</c>"),
        "Draycott",
    ),
    "names of two sheets": (
        zipped({"xl/workbook.xml": "<workbook><sheet name='Dray'/><sheet name='cott'/></workbook>"}),
        "Draycott",
    ),
    "words behind an element": (word(f"<w:p><w:r/>{NAME}</w:p>"), NAME),
    "deleted field code in pieces": (
        word("<w:p>" + "".join(f"<w:r><w:delInstrText>{c}</w:delInstrText></w:r>" for c in "Draycott") + "</w:p>"),
        "Draycott",
    ),
    "words behind a cell": (book(f"<c><v>1</v></c>{NAME}"), NAME),
    "deeper in a cell": (book(f"<c><x><v>{NAME}</v></x></c>"), NAME),
    "two values of a cell": (book(f"<c t='str'><v>{NAME}</v><v>x</v></c>"), NAME),
    "string and value of a cell": (book(f"<c t='inlineStr'><is><t>{NAME}</t></is><v>x</v></c>"), NAME),
    "a shared string's other element": (
        zipped({"xl/a": b"", "xl/sharedStrings.xml": f"<sst><si><x>{NAME}</x></si></sst>"}),
        NAME,
    ),
    "words of the workbook": (zipped({"xl/workbook.xml": f"<workbook><x>{NAME}</x></workbook>"}), NAME),
    "day of a filter": (book(after="<dateGroupItem year='2012' month='3' day='14'/>"), "2012-03-14"),
    "items of a filter, a letter each": (book(after="".join(f"<filter val='{c}'/>" for c in "Draycott")), "Draycott"),
    "number format, a telephone": (book(styles=f"<numFmt formatCode='&quot;{PHONE}&quot;'/>"), PHONE),
    "number format, letter by letter": (
        book(styles=f"<numFmt formatCode='{''.join(chr(92) + c for c in 'Draycott')}'/>"),
        "Draycott",
    ),
    "style of cells, a telephone": (book(styles=f"<cellStyle name='{PHONE}'/>"), PHONE),
    "note of a defined name": (
        zipped({"xl/workbook.xml": f"<workbook><definedName name='a' comment='{PHONE}'>1</definedName></workbook>"}),
        PHONE,
    ),
    "message of a validation": (book(after=f"<dataValidation errorTitle='{PHONE}'/>"), PHONE),
}  # fmt: skip


@pytest.mark.parametrize("carrier", OFFICE)
def test_office_files(stopped: Stopped, carrier: str) -> None:
    data, leak = OFFICE[carrier]
    assert stopped(data, "brought.docx", leak)


def chunked(*chunks: tuple[bytes, bytes]) -> bytes:
    told = ((b"IHDR", struct.pack(">IIBBBBB", 15, 1, 8, 0, 0, 0, 0)), *chunks, (b"IEND", b""))
    parts = (struct.pack(">I", len(data)) + kind + data + bytes(4) for kind, data in told)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


ALONE: dict[str, tuple[str, bytes, str]] = {
    "pixels": ("png", chunked((b"IDAT", zlib.compress(b"\x00" + RAW))), NAME),
    "behind packed pixels": ("png", chunked((b"IDAT", zlib.compress(bytes(16)) + RAW)), NAME),
    "size of a pixel": ("png", chunked((b"pHYs", RAW)), NAME),
    "palette": ("png", chunked((b"PLTE", RAW)), NAME),
    "figures along a row": ("csv", b"n\n" + b",".join(b"%c" % c for c in b"9434765919") + b"\n", "9434765919"),
}


@pytest.mark.parametrize("carrier", ALONE)
def test_files_by_themselves(stopped: Stopped, carrier: str) -> None:
    extension, data, leak = ALONE[carrier]
    assert stopped(data, f"brought.{extension}", leak)


def test_the_same_files_without_a_leak_are_clean(stopped: Stopped) -> None:
    plain = face({b"name": names("Body Regular".encode("utf-16-be"))})
    for data in (pdf(apart("x")), pdf(inline(bytes(99))), font(plain), pdf(b"", stream(profile(b"sRGB"), b"/N 3"))):
        assert stopped(data, "a.pdf", "Draycott") == []
    assert stopped(book("<c s='1'><v>12</v></c>", styles=DAY), "a.xlsx", "Draycott") == []
