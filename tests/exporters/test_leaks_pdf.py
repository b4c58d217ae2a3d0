"""A name hidden in every place a PDF has for one is found again, and the place is called what it is."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Document, Paragraph, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.pdf import write_pdf
from desktop_app.exporters.pdf.build import build_pdf
from desktop_app.exporters.reader import ReadBack, read_back

LEAK = "Callum Draycott"
_HEX = b"<" + LEAK.encode().hex().encode() + b">"


@pytest.fixture(scope="module")
def clean(briefing: AnonymisedDocument, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("clean") / "clean.pdf"
    write_pdf(briefing, target)
    return target.read_bytes()


def _read(data: bytes, folder: Path) -> ReadBack:
    path = folder / "out.pdf"
    path.write_bytes(data)
    return read_back(path)


def _has_leak(seen: ReadBack) -> bool:
    return any(LEAK in part.text.replace("\n", " ") for part in seen.parts)


def test_our_own_file_holds_its_words_and_nothing_else(
    clean: bytes, briefing: AnonymisedDocument, tmp_path: Path
) -> None:
    seen = _read(clean, tmp_path)
    assert seen.format == "pdf"
    assert seen.findings == ()
    assert seen.properties == {"Title": "Learning review: Rowan"}
    assert not _has_leak(seen)
    headings = {"Overview", "Background", "Who took part", "A caveat", "Next steps", "Learning review: Rowan"}
    for part in seen.parts:
        if not part.where.startswith(("page ", "text from page ")) and not part.text.startswith("Page "):
            assert part.text in headings | {"The 11 recommendations, and action so far"}, part


def _draw(pdf: Pdf, operators: bytes) -> None:
    page = pdf.pages[0]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    page.Resources.Font["/Leak"] = pdf.make_indirect(font)
    page.contents_add(b"q BT " + operators + b" ET Q")


def _annotate(pdf: Pdf, **entries: object) -> None:
    page = pdf.pages[0]
    base = {"Type": Name.Annot, "Rect": Array([10, 10, 20, 20])}
    annotation = pdf.make_indirect(Dictionary(**(base | entries)))
    page.Annots = Array([*page.get("/Annots", []), annotation])


def _author(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = LEAK


def _own_property(pdf: Pdf) -> None:
    pdf.docinfo["/Reviewer"] = LEAK


def _packet_creator(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:creator"] = [LEAK]


def _packet_attribute(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b'rdf:about=""', b'rdf:about="' + LEAK.encode() + b'"')
    pdf.Root.Metadata.write(data)


def _packet_comment(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b"</rdf:RDF>", b"<!-- " + LEAK.encode() + b" --></rdf:RDF>")
    pdf.Root.Metadata.write(data)


def _note(pdf: Pdf) -> None:
    _annotate(pdf, Subtype=Name.Text, Contents=String(LEAK))


def _note_author(pdf: Pdf) -> None:
    _annotate(pdf, Subtype=Name.Highlight, T=String(LEAK))


def _web_link(pdf: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://example.invalid/" + LEAK))
    _annotate(pdf, Subtype=Name.Link, A=action)


def _attachment_bytes(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = f"about {LEAK}".encode()


def _attachment_name(pdf: Pdf) -> None:
    pdf.attachments[f"{LEAK}.txt"] = b"x"


def _attached_utf16(pdf: Pdf) -> None:
    pdf.attachments["notes.bin"] = b"\x00\x01" + LEAK.encode("utf-16-le")


def _javascript(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{LEAK}')"))


def _bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(LEAK, 0))


def _page_label(pdf: Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(LEAK), S=Name.D)]))


def _alternative_text(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].Alt = String(LEAK)


def _structure_actual_text(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[1].ActualText = String(LEAK)


def _marked_actual_text(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"/Span <</ActualText " + _HEX + b">> BDC EMC")


def _invisible(pdf: Pdf) -> None:
    _draw(pdf, b"/Leak 9 Tf 3 Tr 100 100 Td (" + LEAK.encode() + b") Tj")


def _white(pdf: Pdf) -> None:
    _draw(pdf, b"/Leak 9 Tf 1 1 1 rg 100 100 Td (" + LEAK.encode() + b") Tj")


def _tiny(pdf: Pdf) -> None:
    _draw(pdf, b"/Leak 0.5 Tf 100 100 Td (" + LEAK.encode() + b") Tj")


def _off_page(pdf: Pdf) -> None:
    _draw(pdf, b"/Leak 9 Tf 2000 100 Td (" + LEAK.encode() + b") Tj")


def _layer(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(LEAK)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())


def _form_field(pdf: Pdf) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("f"), V=String(LEAK), Rect=Array([0, 0, 0, 0])))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def _private_data(pdf: Pdf) -> None:
    pdf.Root.PieceInfo = Dictionary(Tool=Dictionary(Private=String(LEAK)))


def _private_stream(pdf: Pdf) -> None:
    pdf.Root.PieceInfo = Dictionary(Tool=Dictionary(Private=pdf.make_stream(f"x {LEAK} y".encode())))


def _named_destination(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(LEAK), Array([pdf.pages[0].obj, Name.Fit])])))


def _picture(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"\xff\xd8\xff\xe1\x00Exif" + LEAK.encode())
    stream.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Filter": Name.DCTDecode})
    pdf.pages[0].Resources.XObject["/Im9"] = stream


def _unused_form(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"BT /F1 9 Tf (" + LEAK.encode() + b") Tj ET")
    stream.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 1, 1])})
    pdf.pages[0].Resources.XObject["/Fm9"] = stream


def _annotation_appearance(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"BT /F1 9 Tf [(Callum) -20 ( Draycott)] TJ ET")
    stream.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 1, 1])})
    _annotate(pdf, Subtype=Name.FreeText, AP=Dictionary(N=stream))


def _thumbnail(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"xxxx" + LEAK.encode())
    stream.update({"/Subtype": Name.Image})
    pdf.pages[0].Thumb = stream


def _dictionary_key(pdf: Pdf) -> None:
    pdf.Root[f"/{LEAK}"] = 1


_PLANTS: list[tuple[Callable[[Pdf], None], str | None]] = [
    (_author, "author-property"),
    (_own_property, "extra-property"),
    (_packet_creator, "author-property"),
    (_packet_attribute, None),
    (_packet_comment, None),
    (_note, "comments"),
    (_note_author, "comments"),
    (_web_link, "external-link"),
    (_attachment_bytes, "attachment"),
    (_attachment_name, "attachment"),
    (_attached_utf16, "attachment"),
    (_javascript, "javascript"),
    (_bookmark, None),
    (_page_label, None),
    (_alternative_text, None),
    (_structure_actual_text, None),
    (_marked_actual_text, None),
    (_invisible, "hidden-text"),
    (_white, "hidden-text"),
    (_tiny, "hidden-text"),
    (_off_page, "hidden-text"),
    (_layer, "optional-content"),
    (_form_field, "form-field"),
    (_private_data, "private-data"),
    (_private_stream, "private-data"),
    (_named_destination, None),
    (_picture, "picture"),
    (_unused_form, None),
    (_annotation_appearance, "comments"),
    (_thumbnail, "thumbnail"),
    (_dictionary_key, None),
]


@pytest.mark.parametrize(("plant", "finding"), _PLANTS, ids=lambda value: getattr(value, "__name__", ""))
def test_planted_in_an_object(clean: bytes, tmp_path: Path, plant: Callable[[Pdf], None], finding: str | None) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(clean)) as pdf:
        plant(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    seen = _read(out.getvalue(), tmp_path)
    assert _has_leak(seen)
    if finding is not None:
        assert finding in seen.findings


def _bytes_after_the_end(data: bytes) -> bytes:
    return data + b"\n" + LEAK.encode()


def _bytes_before_the_start(data: bytes) -> bytes:
    return LEAK.encode() + b"\n" + data


def _comment(data: bytes) -> bytes:
    return data.replace(b"\nstartxref", b"\n% " + LEAK.encode() + b"\nstartxref", 1)


def _lost_object(data: bytes) -> bytes:
    return data.replace(b"\nstartxref", b"\n9999 0 obj <</Note (" + LEAK.encode() + b")>> endobj\nstartxref", 1)


def _lost_hexadecimal(data: bytes) -> bytes:
    return data.replace(b"\nstartxref", b"\n9999 0 obj <</Note " + _HEX + b">> endobj\nstartxref", 1)


def _earlier_save(data: bytes) -> bytes:
    """The title was a name; a later save put another in its place."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Title"] = LEAK
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    first = out.getvalue()
    with pikepdf.open(BytesIO(first)) as pdf:
        number, size, root = pdf.trailer.Info.objgen[0], int(pdf.trailer.Size), pdf.trailer.Root.objgen[0]
    previous = int(first.rpartition(b"startxref")[2].split()[0])
    at = len(first)
    update = b"%d 0 obj <</Title (Harmless)>> endobj\n" % number
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer <</Size %d /Root %d 0 R /Info %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    )
    return first + update + table % (number, at, size, root, number, previous, at + len(update))


_BYTE_PLANTS: list[tuple[Callable[[bytes], bytes], str | None]] = [
    (_bytes_after_the_end, "trailing-data"),
    (_bytes_before_the_start, "leading-data"),
    (_comment, None),
    (_lost_object, "lost-object"),
    (_lost_hexadecimal, "lost-object"),
    (_earlier_save, "incremental-update"),
]


@pytest.mark.parametrize(("plant", "finding"), _BYTE_PLANTS, ids=lambda value: getattr(value, "__name__", ""))
def test_planted_in_the_bytes(
    clean: bytes, tmp_path: Path, plant: Callable[[bytes], bytes], finding: str | None
) -> None:
    seen = _read(plant(clean), tmp_path)
    assert _has_leak(seen)
    if finding is not None:
        assert finding in seen.findings


def test_a_password_that_anyone_may_leave_out_is_a_finding(clean: bytes, tmp_path: Path) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(clean)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert "encrypted" in _read(out.getvalue(), tmp_path).findings


def test_a_number_of_its_own_is_no_lost_object(clean: bytes, tmp_path: Path) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(clean)) as pdf:
        pdf.Root.Count = pdf.make_indirect(pikepdf.Object.parse(b"123456"))
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert "lost-object" not in _read(out.getvalue(), tmp_path).findings


@pytest.mark.parametrize("in_table", [False, True])
def test_a_name_on_both_sides_of_a_page_break(tmp_path: Path, in_table: bool) -> None:
    words = Text(" ".join([LEAK] * 900))
    cell = Cell((words,))
    table = Table((Text("Head"), Text("Other")), ((cell, Cell((Text("beside"),))),), (3, 1))
    block = table if in_table else Paragraph(words)
    empty = Text("Running head")
    document = Document("briefing", empty, empty, empty, empty, (block,))
    seen = _read(build_pdf(document, "", NoProgress()), tmp_path)
    whole = [part.text for part in seen.parts if part.where.startswith("text from page 1 to page ")]
    assert whole == [words.words]
