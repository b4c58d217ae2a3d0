"""Leaks as another hand planted them, who had not seen how files are read: written in another form, or put aside."""

from __future__ import annotations

import base64
import gzip
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
import pytest

Stopped = Callable[..., list[str]]
NAME = "Callum Draycott"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f'xmlns:w="{NS}"'


def zipped(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(inside: str = "", **parts: bytes) -> bytes:
    document = f"<w:document {W}><w:body><w:p><w:r><w:t>She came.</w:t></w:r></w:p>{inside}</w:body></w:document>"
    return zipped({"word/document.xml": document.encode(), **{k.replace("__", "/"): v for k, v in parts.items()}})


def custom(words: str) -> bytes:
    return word(customXml__item1=b"<?xml version='1.0'?><r>" + escape(words).encode() + b"</r>")


def book(row: str = "", after: str = "", **parts: bytes) -> bytes:
    sheet = f"<worksheet><sheetData><row>{row}</row></sheetData>{after}</worksheet>"
    return zipped({"xl/worksheets/sheet1.xml": sheet.encode(), **{k.replace("__", "/"): v for k, v in parts.items()}})


def unlisted() -> bytes:
    """A member whose entry was taken out of the list at the end of the file, and nothing else."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}/>")
        archive.writestr("word/notes.xml", f"<r>{NAME} and more words about her, more words about her</r>")
        archive.filelist = archive.filelist[:1]
    return out.getvalue()


def symbols(first: int) -> str:
    drawn = "".join(f'<w:sym w:font="Arial" w:char="{first + ord(c):04X}"/>' for c in NAME)
    return f"<w:p><w:r>{drawn}</w:r></w:p>"


def mail(encoding: str, body: bytes) -> bytes:
    return b"Content-Type: text/html\nContent-Transfer-Encoding: " + encoding.encode() + b"\n\n" + body


OFFICE = {
    "symbols": word(symbols(0)),
    "symbols of a symbol font": word(symbols(0xF000)),
    "reading aid": word(
        f"<w:p><w:r><w:ruby><w:rt><w:r><w:t>{NAME}</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r></w:p>"
    ),
    "field's data": word(f"<w:fldData>{base64.b64encode(NAME.encode('utf-16-le')).decode()}</w:fldData>"),
    "right to left": word(f"<w:p><w:r><w:t>\u202e{NAME[::-1]}\u202c</w:t></w:r></w:p>"),
    "name of an element": word(customXml__item1=b"<?xml version='1.0'?><r><Draycott/></r>"),
    "name of an attribute": word(customXml__item1=b"<?xml version='1.0'?><r Draycott='x'/>"),
    "namespace": word(customXml__item1=b"<?xml version='1.0'?><r xmlns='urn:Draycott'/>"),
    "small letters as a value": word('<w:x w:val="callumdraycott"/>'),
    "base64": custom(base64.b64encode(NAME.encode()).decode()),
    "hexadecimal": custom(NAME.encode().hex()),
    "link in a link": custom("https://x.example/?to=" + "".join(f"%25{ord(c):02X}" for c in NAME)),
    "escaped twice": custom("".join(f"&#{ord(c)};" for c in NAME)),
    "archive as base64": custom(base64.b64encode(b"\x00\x00" + zipped({"a.txt": NAME.encode()})).decode()),
    "mail as quoted-printable": word(
        word__a=mail("quoted-printable", "".join(f"={ord(c):02X}" for c in NAME).encode())
    ),
    "mail as base64": word(word__a=mail("base64", base64.b64encode(f"<p>{NAME}</p>".encode()))),
    "rich text": word(word__a=b"{\\rtf1 " + "".join(f"\\u{ord(c)}?" for c in NAME).encode() + b"}"),
    "web page": word(word__a="".join(f"&#{ord(c)};" for c in NAME).encode()),
    "four bytes a letter": word(word__a=NAME.encode("utf-32")),
    "packed picture": word(word__media__a=gzip.compress(f"<svg>{NAME}</svg>".encode())),
    "packed bytes": word(word__a=zlib.compress(NAME.encode())),
    "member no longer listed": unlisted(),
    "escaped in a sheet": book(f"<c t='inlineStr'><is><t>{''.join(f'_x{ord(c):04X}_' for c in NAME)}</t></is></c>"),
    "formula": book(f"<c><f>{escape('&'.join(f'CHAR({ord(c)})' for c in NAME))}</f></c>"),
    "rule of a later version": book(after=f'<ext><cfRule><f>"{NAME}"</f></cfRule></ext>'),
    "old note in pieces": book(xl__a=b"<?xml version='1.0'?><x><div><f>Dray</f><f>cott</f></div></x>"),
}


@pytest.mark.parametrize("carrier", OFFICE)
def test_office_files(stopped: Stopped, carrier: str) -> None:
    assert stopped(OFFICE[carrier], "brought.docx", "Draycott")


def pdf_of(plant: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        plant(pdf)
        pdf.save(out, compress_streams=False)
    return out.getvalue()


def told(pdf: pikepdf.Pdf, data: bytes, **entries: object) -> pikepdf.Object:
    return pdf.make_indirect(pikepdf.Stream(pdf, data, **entries))


def drawn(pdf: pikepdf.Pdf, data: bytes, font: pikepdf.Object | None = None) -> None:
    pdf.pages[0].Contents = told(pdf, data)
    if font is not None:
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))


def disguised(pdf: pikepdf.Pdf) -> None:
    copied = told(pdf, b"begincmap 1 beginbfrange <41> <7a> <0030> endbfrange endcmap")
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    font.Encoding, font.ToUnicode = pikepdf.Name.WinAnsiEncoding, copied
    drawn(pdf, b"BT /F1 12 Tf 72 72 Td (Callum Draycott) Tj ET", pdf.make_indirect(font))


def removed_page(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 500, 500])
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = told(pdf, b"BT /F1 12 Tf 72 72 Td [(Call) -20 (um) -250 (Dray) 20 (cott)] TJ ET")
    pdf.Root.Old = pdf.make_indirect(page)


def object_stream(data: bytes) -> bytes:
    held = zlib.compress(b"99 0 (" + NAME.encode() + b")")
    extra = b"98 0 obj <</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>>\nstream\n" % len(held)
    return data.replace(b"xref\n", extra + held + b"\nendstream endobj\nxref\n", 1)


PDF: dict[str, bytes] = {
    "untyped attachment": pdf_of(lambda pdf: pdf.Root.__setitem__("/X", told(pdf, zipped({"a.txt": NAME.encode()})))),
    "packed attachment": pdf_of(lambda pdf: pdf.Root.__setitem__("/X", told(pdf, gzip.compress(NAME.encode())))),
    "comment among the drawing": pdf_of(lambda pdf: drawn(pdf, b"q\n% " + NAME.encode() + b"\nQ")),
    "name of a property": pdf_of(lambda pdf: drawn(pdf, b"/OC /CallumDraycott BDC EMC")),
    "name of a face": pdf_of(
        lambda pdf: pdf.Root.__setitem__("/X", pikepdf.Dictionary(BaseFont=pikepdf.Name("/ABC+CallumDraycott")))
    ),
    "identifier": pdf_of(lambda pdf: pdf.Root.__setitem__("/X", pikepdf.Dictionary(ID=pikepdf.String(NAME)))),
    "letters that copy as others": pdf_of(disguised),
    "page no longer counted": pdf_of(removed_page),
    "script": pdf_of(
        lambda pdf: pdf.Root.__setitem__("/JS", pikepdf.String("".join(f"\\x{ord(c):02x}" for c in NAME)))
    ),
    "between objects": pdf_of(lambda pdf: None).replace(b"xref\n", NAME.encode() + b"\nxref\n", 1),
    "packed after the end": pdf_of(lambda pdf: None) + zlib.compress(NAME.encode()),
    "archive after the end": pdf_of(lambda pdf: None) + zipped({"a.txt": NAME.encode()}),
    "object stream nobody reads": object_stream(pdf_of(lambda pdf: None)),
}


@pytest.mark.parametrize("carrier", PDF)
def test_pdf_files(stopped: Stopped, carrier: str) -> None:
    assert stopped(PDF[carrier], "brought.pdf", "Draycott")


def test_the_same_files_without_a_leak_are_clean(stopped: Stopped) -> None:
    assert stopped(word(), "a.docx", "Draycott") == []
    assert stopped(book(), "a.xlsx", "Draycott") == []
    assert stopped(pdf_of(lambda pdf: drawn(pdf, b"q Q")), "a.pdf", "Draycott") == []
