"""Sixty leaks in every place a PDF has for one: each is found, and the file is refused."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

Plant = Callable[[Pdf, str], None]
Stopped = Callable[..., list[str]]


def annotated(**entries: object) -> Plant:
    """An annotation; the value LEAK stands for the leak."""

    def plant(pdf: Pdf, leak: str) -> None:
        held = {key: String(leak) if value is LEAK else value for key, value in entries.items()}
        rect = {"Type": Name.Annot, "Rect": Array([10, 10, 20, 20])}
        note = pdf.make_indirect(Dictionary(**(rect | held)))
        pdf.pages[0].Annots = Array([*pdf.pages[0].get("/Annots", []), note])

    return plant


LEAK = object()


def linked(kind: str, key: str) -> Plant:
    def plant(pdf: Pdf, leak: str) -> None:
        action = Dictionary(S=Name(f"/{kind}"))
        action[f"/{key}"] = String(leak)
        annotated(Subtype=Name.Link, A=action)(pdf, leak)

    return plant


def layered(pdf: Pdf, leak: str) -> Dictionary:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(leak)))
    return Dictionary(OCGs=Array([group]), D=Dictionary())


def named(pdf: Pdf, leak: str) -> Dictionary:
    return Dictionary(Dests=Dictionary(Names=Array([String(leak), Array([pdf.pages[0].obj, Name.Fit])])))


def forms(pdf: Pdf, leak: str) -> Dictionary:
    return Dictionary(Fields=Array([]), XFA=stream(pdf, f"<x>{leak}</x>".encode()))


def scripted(pdf: Pdf, leak: str) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=stream(pdf, leak.encode()))


def rooted(key: str, made: Callable[[Pdf, str], object]) -> Plant:
    return lambda pdf, leak: pdf.Root.__setitem__(f"/{key}", made(pdf, leak))


def stream(pdf: Pdf, data: bytes, **entries: object) -> object:
    made = pdf.make_stream(data)
    made.update({f"/{key}": value for key, value in entries.items()})
    return made


def drawn(operators: str) -> Plant:
    """Words on a page by codes that only a ToUnicode map says the meaning of; {codes} is a string of them."""

    def plant(pdf: Pdf, leak: str) -> None:
        letters = sorted(set(leak))
        pairs = "\n".join(f"<{n + 1:02x}> <{c.encode('utf-16-be').hex()}>" for n, c in enumerate(letters))
        table = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
            f"1 begincodespacerange <00> <ff> endcodespacerange {len(letters)} beginbfchar\n{pairs}\nendbfchar "
            "endcmap end end"
        )
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
        face.ToUnicode = pdf.make_stream(table.encode())
        page = pdf.pages[0]
        page.Resources.Font["/Leak"] = pdf.make_indirect(face)
        codes = "".join(f"{letters.index(c) + 1:02x}" for c in leak)
        apart = " ".join(f"<{codes[at : at + 2]}> -30" for at in range(0, len(codes), 2))
        said = operators.replace("{codes}", f"<{codes}>").replace("{apart}", f"[{apart}]")
        page.contents_add(f"q BT {said} ET Q".encode())

    return plant


def packet(template: str) -> Plant:
    def plant(pdf: Pdf, leak: str) -> None:
        data = pdf.Root.Metadata.read_bytes().replace(
            b"</rdf:RDF>", template.replace("{t}", leak).encode() + b"</rdf:RDF>"
        )
        pdf.Root.Metadata.write(data)

    return plant


def outlined(pdf: Pdf, leak: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(leak, 0))


def pictured(data: Callable[[str], bytes], filter_: Name) -> Plant:
    def plant(pdf: Pdf, leak: str) -> None:
        made = stream(pdf, data(leak), Type=Name.XObject, Subtype=Name.Image, Filter=filter_)
        pdf.pages[0].Resources.XObject["/Im9"] = made

    return plant


def field(pdf: Pdf, leak: str) -> Dictionary:
    held = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("f"), V=String(leak), Rect=Array([0, 0, 0, 0])))
    return Dictionary(Fields=Array([held]))


def attached(pdf: Pdf, leak: str) -> None:
    pdf.attachments["notes.txt"] = f"about {leak}".encode()


def attached_name(pdf: Pdf, leak: str) -> None:
    pdf.attachments[f"{leak}.txt"] = b"x"


def attached_pdf(pdf: Pdf, leak: str) -> None:
    inner, out = Pdf.new(), BytesIO()
    inner.docinfo["/Title"] = leak
    inner.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    pdf.attachments["a.pdf"] = out.getvalue()


def structured(key: str) -> Plant:
    return lambda pdf, leak: pdf.Root.StructTreeRoot.K.K[0].__setitem__(f"/{key}", String(leak))


def marked(pdf: Pdf, leak: str) -> None:
    words = ("\ufeff" + leak).encode("utf-16-be").hex()
    pdf.pages[0].contents_add(f"/Span <</ActualText <{words}>>> BDC EMC".encode())


CARRIERS: dict[str, Plant] = {
    "title": lambda pdf, leak: pdf.docinfo.__setitem__("/Title", leak),
    "author": lambda pdf, leak: pdf.docinfo.__setitem__("/Author", leak),
    "keywords": lambda pdf, leak: pdf.docinfo.__setitem__("/Keywords", leak),
    "own property": lambda pdf, leak: pdf.docinfo.__setitem__("/Reviewer", leak),
    "packet": packet("<rdf:Description><x xmlns='urn:x'>{t}</x></rdf:Description>"),
    "packet's comment": packet("<!-- {t} -->"),
    "text by codes": drawn("/Leak 9 Tf 100 100 Td {codes} Tj"),
    "text a letter at a time": drawn("/Leak 9 Tf 100 100 Td {apart} TJ"),
    "invisible text": drawn("/Leak 9 Tf 3 Tr 100 100 Td {codes} Tj"),
    "white text": drawn("/Leak 9 Tf 1 1 1 rg 100 100 Td {codes} Tj"),
    "tiny text": drawn("/Leak 0.5 Tf 100 100 Td {codes} Tj"),
    "off the page": drawn("/Leak 9 Tf 2000 100 Td {codes} Tj"),
    "note": annotated(Subtype=Name.Text, Contents=LEAK),
    "author of a note": annotated(Subtype=Name.Highlight, T=LEAK),
    "subject of a note": annotated(Subtype=Name.Text, Subj=LEAK),
    "rich text of a note": annotated(Subtype=Name.FreeText, RC=LEAK),
    "name of a note": annotated(Subtype=Name.Text, NM=LEAK),
    "link": linked("URI", "URI"),
    "file of a link": linked("GoToR", "F"),
    "bookmark": outlined,
    "page label": rooted("PageLabels", lambda _, w: Dictionary(Nums=Array([0, Dictionary(P=String(w), S=Name.D)]))),
    "alternative text": structured("Alt"),
    "actual text": structured("ActualText"),
    "expansion": structured("E"),
    "title of an element": structured("T"),
    "marked content": marked,
    "layer": rooted("OCProperties", layered),
    "form field": rooted("AcroForm", field),
    "form of forms": rooted("AcroForm", forms),
    "script": rooted("OpenAction", lambda _, w: Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{w}')"))),
    "script in a stream": rooted("OpenAction", scripted),
    "attachment": attached,
    "name of an attachment": attached_name,
    "PDF inside": attached_pdf,
    "private data": rooted("PieceInfo", lambda _, w: Dictionary(Tool=Dictionary(Private=String(w)))),
    "destination": rooted("Names", named),
    "camera data": pictured(lambda w: b"\xff\xd8\xff\xe1\x00\x00Exif\x00\x00MM\x00*" + w.encode(), Name.DCTDecode),
    "pixels' bytes": pictured(lambda w: zlib.compress(w.encode()), Name.FlateDecode),
    "thumbnail": lambda pdf, leak: pdf.pages[0].__setitem__(
        "/Thumb", stream(pdf, b"xxxx\x00" + leak.encode() + b"\x00", Subtype=Name.Image)
    ),
    "object of nobody's": rooted("Kept", lambda pdf, w: pdf.make_indirect(Dictionary(Note=String(w)))),
    "threads": rooted("Threads", lambda _, w: Array([Dictionary(I=Dictionary(Title=String(w)))])),
    "intent": rooted("OutputIntents", lambda _, w: Array([Dictionary(S=Name.GTS_PDFA1, Info=String(w))])),
}  # fmt: skip


def planted(data: bytes, carrier: str, leak: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        CARRIERS[carrier](pdf, leak)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def earlier_save(data: bytes, leak: str) -> bytes:
    """The title was the leak; a later save put another in its place."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Title"] = leak
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    first = out.getvalue()
    with pikepdf.open(BytesIO(first)) as pdf:
        number, size, root = pdf.trailer.Info.objgen[0], int(pdf.trailer.Size), pdf.trailer.Root.objgen[0]
    previous, at = int(first.rpartition(b"startxref")[2].split()[0]), len(first)
    update = b"%d 0 obj <</Title (Harmless)>> endobj\n" % number
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer <</Size %d /Root %d 0 R /Info %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    )
    return first + update + table % (number, at, size, root, number, previous, at + len(update))


def test_the_file_itself_may_leave(clean: dict[str, bytes], stopped: Stopped) -> None:
    assert stopped(clean["pdf"], "out.pdf") == []
    assert len(CARRIERS) >= 25


@pytest.mark.parametrize("at", range(len(CARRIERS)), ids=list(CARRIERS))
def test_each_carrier(clean: dict[str, bytes], stopped: Stopped, leaks: tuple[str, ...], at: int) -> None:
    for leak in (leaks[0], leaks[(at * 2) % len(leaks)], leaks[(at * 2 + 1) % len(leaks)]):
        assert stopped(planted(clean["pdf"], list(CARRIERS)[at], leak), "out.pdf", leak), leak


def test_what_a_later_save_left_behind(clean: dict[str, bytes], stopped: Stopped, leaks: tuple[str, ...]) -> None:
    for leak in leaks[::9]:
        assert stopped(earlier_save(clean["pdf"], leak), "out.pdf", leak), leak


@pytest.mark.long
@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_leak_in_every_carrier(
    clean: dict[str, bytes], stopped: Stopped, leaks: tuple[str, ...], carrier: str
) -> None:
    missed = [leak for leak in leaks if not stopped(planted(clean["pdf"], carrier, leak), "out.pdf", leak)]
    assert missed == []
