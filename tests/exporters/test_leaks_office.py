"""A name hidden in every place a Word or Excel file has for one is found again."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.exporters.docx import write_docx
from desktop_app.exporters.reader import ReadBack, read_back
from desktop_app.exporters.xlsx import write_xlsx

LEAK = "Callum Draycott"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
Members = dict[str, bytes]


@pytest.fixture(scope="module")
def files(briefing: AnonymisedDocument, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("clean")
    write_docx(briefing, folder / "a.docx")
    write_xlsx(briefing, folder / "a.xlsx")
    return {"docx": (folder / "a.docx").read_bytes(), "xlsx": (folder / "a.xlsx").read_bytes()}


def _members(data: bytes) -> Members:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(members: Members) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _read(data: bytes, folder: Path, format_: str) -> ReadBack:
    path = folder / f"out.{format_}"
    path.write_bytes(data)
    seen = read_back(path)
    assert seen.format == format_
    return seen


def _has_leak(seen: ReadBack) -> bool:
    return any(LEAK in part.text for part in seen.parts)


@pytest.mark.parametrize("format_", ["docx", "xlsx"])
def test_our_own_files_hold_their_words_and_nothing_else(files: dict[str, bytes], tmp_path: Path, format_: str) -> None:
    seen = _read(files[format_], tmp_path, format_)
    assert seen.findings == ()
    assert seen.properties == {"title": "Learning review: Rowan", "language": "en-GB"}
    expected = {
        "docx": {"title property", "word/document.xml, tblCaption val", "document text", "header1", "footer1"},
        "xlsx": {
            "title property", "sheet name", "xl/workbook.xml, sheet name", "sheet 1", "sheet 2",
            "sheet 1, page head or foot", "sheet 2, page head or foot",
        },
    }  # fmt: skip
    assert {part.where for part in seen.parts} == expected[format_]


_BODY = "word/document.xml"
_RUN = f"<w:r><w:t>{LEAK}</w:t></w:r>"
_WORD_INSERTS = {
    "deleted": (f'<w:p><w:del w:author="a"><w:r><w:delText>{LEAK}</w:delText></w:r></w:del></w:p>', "tracked-changes"),
    "inserted": (f'<w:p><w:ins w:author="a">{_RUN}</w:ins></w:p>', "tracked-changes"),
    "change author": (f'<w:p><w:ins w:author="{LEAK}"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', "tracked-changes"),
    "vanished": (f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{LEAK}</w:t></w:r></w:p>", "hidden-text"),
    "white": (f'<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{LEAK}</w:t></w:r></w:p>', "hidden-text"),
    "tiny": (f'<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>{LEAK}</w:t></w:r></w:p>', "hidden-text"),
    "split runs": (
        "<w:p><w:r><w:t>Callum Dr</w:t></w:r><w:r><w:t>ayco</w:t></w:r><w:r><w:t>tt</w:t></w:r></w:p>",
        None,
    ),
    "split by a hidden run": (
        "<w:p><w:r><w:t>Callum Dr</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ZZ</w:t></w:r>"
        "<w:r><w:t>aycott</w:t></w:r></w:p>",
        "hidden-text",
    ),
    "field code": (f"<w:p><w:r><w:instrText>AUTHOR {LEAK}</w:instrText></w:r></w:p>", None),
    "split field code": (
        "<w:p><w:r><w:instrText>A Callum </w:instrText></w:r><w:r><w:instrText>Draycott</w:instrText></w:r></w:p>",
        None,
    ),
    "simple field": (f'<w:p><w:fldSimple w:instr="QUOTE {LEAK}"/></w:p>', None),
    "bookmark": (f'<w:p><w:bookmarkStart w:id="1" w:name="{LEAK}"/></w:p>', None),
    "content control": (f'<w:sdt><w:sdtPr><w:alias w:val="{LEAK}"/></w:sdtPr><w:sdtContent/></w:sdt>', "form-field"),
    "picture description": (
        f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" name="p" descr="{LEAK}"/></w:drawing></w:r></w:p>',
        "picture",
    ),
    "text box": (f"<w:p><w:r><w:pict><w:txbxContent><w:p>{_RUN}</w:p></w:txbxContent></w:pict></w:r></w:p>", None),
    "xml comment": (f"<!-- {LEAK} -->", None),
    "processing instruction": (f"<?note {LEAK}?>", None),
    "loose text": (f"<w:p>{LEAK}</w:p>", None),
}


@pytest.mark.parametrize("carrier", _WORD_INSERTS)
def test_planted_in_the_body_of_a_word_file(files: dict[str, bytes], tmp_path: Path, carrier: str) -> None:
    insert, finding = _WORD_INSERTS[carrier]
    members = _members(files["docx"])
    members[_BODY] = members[_BODY].replace(b"<w:sectPr>", insert.encode() + b"<w:sectPr>")
    seen = _read(_packed(members), tmp_path, "docx")
    assert _has_leak(seen)
    if finding is not None:
        assert finding in seen.findings


_RELATION = (
    '<Relationship Id="rId90" Type="x" Target="https://example.invalid/Callum Draycott" TargetMode="External"/></Rel'
)
_WORD_PARTS: dict[str, tuple[str, str, str | None]] = {
    "comments": ("word/comments.xml", f"<w:comments {_W}><w:p>{_RUN}</w:p></w:comments>", "comments"),
    "comment author": (
        "word/comments.xml",
        f'<w:comments {_W}><w:comment w:author="{LEAK}"/></w:comments>',
        "comments",
    ),
    "footnotes": ("word/footnotes.xml", f"<w:footnotes {_W}><w:p>{_RUN}</w:p></w:footnotes>", None),
    "second header": ("word/header2.xml", f"<w:hdr {_W}><w:p>{_RUN}</w:p></w:hdr>", None),
    "custom xml": ("customXml/item1.xml", f"<a><b>{LEAK}</b></a>", "custom-xml"),
    "custom property": (
        "docProps/custom.xml",
        f'<Properties><property name="Child"><v>{LEAK}</v></property></Properties>',
        "extra-property",
    ),
    "company": ("docProps/app.xml", f"<Properties><Company>{LEAK}</Company></Properties>", "author-property"),
    "author": (
        "docProps/core.xml",
        f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{LEAK}</dc:creator></cp>',
        "author-property",
    ),
    "document variable": (
        "word/settings.xml",
        f'<w:settings {_W}><w:docVars><w:docVar w:name="x" w:val="{LEAK}"/></w:docVars></w:settings>',
        "document-variable",
    ),
    "style name": ("word/styles.xml", f'<w:styles {_W}><w:style><w:name w:val="{LEAK}"/></w:style></w:styles>', None),
    "people": ("word/people.xml", f'<w:people {_W}><w:person w:author="{LEAK}"/></w:people>', "comments"),
    "picture bytes": ("word/media/image1.jpeg", f"\x89Exif {LEAK}", "picture"),
    "picture bytes in another code": ("word/media/image2.png", "\0".join(LEAK) + "\0", "picture"),
    "thumbnail": ("docProps/thumbnail.jpeg", f"xxxx {LEAK}", "thumbnail"),
    "embedded object": ("word/embeddings/oleObject1.bin", f"....{LEAK}....", "embedded-object"),
    "macro": ("word/vbaProject.bin", f"Attribute {LEAK}", "macro"),
    "member name": (f"word/{LEAK}.xml", "<a/>", None),
    "broken xml": ("word/footnotes.xml", f"<w:footnotes><w:p>{LEAK}", "unreadable-part"),
    "document type": ("word/endnotes.xml", f'<!DOCTYPE a [<!ENTITY b "{LEAK}">]><a>&b;</a>', "unreadable-part"),
}


@pytest.mark.parametrize("carrier", _WORD_PARTS)
def test_planted_in_a_part_of_a_word_file(files: dict[str, bytes], tmp_path: Path, carrier: str) -> None:
    member, words, finding = _WORD_PARTS[carrier]
    members = _members(files["docx"])
    members[member] = words.encode("latin-1" if "\x89" in words else "utf-8")
    seen = _read(_packed(members), tmp_path, "docx")
    assert _has_leak(seen)
    if finding is not None:
        assert finding in seen.findings


def test_planted_in_a_relation(files: dict[str, bytes], tmp_path: Path) -> None:
    members = _members(files["docx"])
    name = "word/_rels/document.xml.rels"
    members[name] = members[name].replace(b"</Rel", _RELATION.encode())
    seen = _read(_packed(members), tmp_path, "docx")
    assert _has_leak(seen)
    assert "external-link" in seen.findings


def test_planted_in_a_document_inside_the_document(files: dict[str, bytes], tmp_path: Path) -> None:
    inner = _members(files["docx"])
    inner[_BODY] = inner[_BODY].replace(b"<w:sectPr>", f"<w:p>{_RUN}</w:p><w:sectPr>".encode())
    members = _members(files["docx"])
    members["word/embeddings/a.docx"] = _packed(inner)
    seen = _read(_packed(members), tmp_path, "docx")
    assert _has_leak(seen)
    assert "embedded-object" in seen.findings


def test_editing_history_is_a_finding(files: dict[str, bytes], tmp_path: Path) -> None:
    members = _members(files["docx"])
    members[_BODY] = members[_BODY].replace(b"<w:p>", b'<w:p w:rsidR="00AB12CD">', 1)
    assert "editing-history" in _read(_packed(members), tmp_path, "docx").findings


_SHEET = "xl/worksheets/sheet2.xml"
_SHEET_EDITS: dict[str, tuple[str, bytes, str, str | None]] = {
    "formula": (_SHEET, b"</sheetData>", f'<row r="99"><c r="A99"><f>"{LEAK}"</f></c></row></sheetData>', "formula"),
    "inline string": (
        _SHEET,
        b"</sheetData>",
        f'<row r="99"><c r="A99" t="inlineStr"><is><t>{LEAK}</t></is></c></row></sheetData>',
        None,
    ),
    "hidden row": (
        _SHEET,
        b"</sheetData>",
        f'<row r="99" hidden="1"><c r="A99" t="str"><v>{LEAK}</v></c></row></sheetData>',
        "hidden-row",
    ),
    "page head": (_SHEET, b"<oddHeader>", f"<oddHeader>&amp;C{LEAK}", None),
    "validation prompt": (
        _SHEET,
        b"</sheetData>",
        f'</sheetData><dataValidations><dataValidation prompt="{LEAK}"/></dataValidations>',
        None,
    ),
    "extension": (_SHEET, b"</worksheet>", f"<extLst><ext><f>{LEAK}</f><g>{LEAK}</g></ext></extLst></worksheet>", None),
    "unused string": ("xl/sharedStrings.xml", b"</sst>", f"<si><t>{LEAK}</t></si></sst>", "unused-string"),
    "unused string in runs": (
        "xl/sharedStrings.xml",
        b"</sst>",
        "<si><r><t>Callum </t></r><r><t>Draycott</t></r></si></sst>",
        "unused-string",
    ),
    "defined name": (
        "xl/workbook.xml",
        b"</definedNames>",
        f'<definedName name="x">"{LEAK}"</definedName></definedNames>',
        "defined-name",
    ),
    "hidden sheet": (
        "xl/workbook.xml",
        b"</sheets>",
        f'<sheet name="{LEAK}" sheetId="9" state="veryHidden"/></sheets>',
        "hidden-sheet",
    ),
    "cell style": ("xl/styles.xml", b"</cellStyles>", f'<cellStyle name="{LEAK}"/></cellStyles>', None),
}


@pytest.mark.parametrize("carrier", _SHEET_EDITS)
def test_planted_in_a_workbook(files: dict[str, bytes], tmp_path: Path, carrier: str) -> None:
    member, before, after, finding = _SHEET_EDITS[carrier]
    members = _members(files["xlsx"])
    assert before in members[member]
    members[member] = members[member].replace(before, after.encode(), 1)
    seen = _read(_packed(members), tmp_path, "xlsx")
    assert _has_leak(seen)
    if finding is not None:
        assert finding in seen.findings


_BOOK_PARTS = {
    "comments": ("xl/comments1.xml", f"<comments {_S}><text><t>{LEAK}</t></text></comments>", "comments"),
    "comment authors": ("xl/comments1.xml", f"<comments {_S}><author>{LEAK}</author></comments>", "comments"),
    "threaded comment": ("xl/threadedComments/threadedComment1.xml", f"<T><text>{LEAK}</text></T>", "comments"),
    "persons": ("xl/persons/person.xml", f'<p><person displayName="{LEAK}"/></p>', "comments"),
    "external link": ("xl/externalLinks/externalLink1.xml", f"<e><v>{LEAK}</v></e>", "external-link"),
    "drawing": ("xl/drawings/drawing1.xml", f'<d><cNvPr descr="{LEAK}"/></d>', None),
    "printer settings": ("xl/printerSettings/printerSettings1.bin", LEAK, "printer-settings"),
    "custom view": ("xl/customData.xml", f'<c name="{LEAK}"/>', None),
}


@pytest.mark.parametrize("carrier", _BOOK_PARTS)
def test_planted_in_a_part_of_a_workbook(files: dict[str, bytes], tmp_path: Path, carrier: str) -> None:
    member, words, finding = _BOOK_PARTS[carrier]
    members = _members(files["xlsx"])
    members[member] = words.encode()
    seen = _read(_packed(members), tmp_path, "xlsx")
    assert _has_leak(seen)
    if finding is not None:
        assert finding in seen.findings


def test_hidden_columns_are_a_finding(files: dict[str, bytes], tmp_path: Path) -> None:
    members = _members(files["xlsx"])
    members[_SHEET] = members[_SHEET].replace(b"<col ", b'<col hidden="1" ', 1)
    assert "hidden-column" in _read(_packed(members), tmp_path, "xlsx").findings


def test_numbers_in_cells_are_read_too(files: dict[str, bytes], tmp_path: Path) -> None:
    members = _members(files["xlsx"])
    row = b'<row r="99"><c r="A99"><v>9434765919</v></c></row></sheetData>'
    members[_SHEET] = members[_SHEET].replace(b"</sheetData>", row)
    assert any("9434765919" in part.text for part in _read(_packed(members), tmp_path, "xlsx").parts)


def _zip_comment(data: bytes) -> bytes:
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = LEAK.encode()
    return out.getvalue()


def _after(data: bytes) -> bytes:
    return data + LEAK.encode()


def _before(data: bytes) -> bytes:
    return LEAK.encode() + data


def _twice(data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.writestr("docProps/app.xml", f"<a>{LEAK}</a>")
        for name in (name for name in old.namelist() if name != "docProps/app.xml"):
            new.writestr(name, old.read(name))
        with pytest.warns(UserWarning, match="Duplicate name"):
            new.writestr("docProps/app.xml", old.read("docProps/app.xml"))
    return out.getvalue()


@pytest.mark.parametrize("format_", ["docx", "xlsx"])
@pytest.mark.parametrize("plant", [_zip_comment, _after, _before, _twice])
def test_planted_around_the_parts(files: dict[str, bytes], tmp_path: Path, format_: str, plant: object) -> None:
    assert callable(plant)
    assert _has_leak(_read(plant(files[format_]), tmp_path, format_))
