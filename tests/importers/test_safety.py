"""Hostile and broken files: each refused in words, with its own code, before a parser is harmed."""

from __future__ import annotations

import contextlib
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.errors import Exit, UserError
from desktop_app.importers.read import read_tables

ROWS = [["Date", "Event"], ["3/5/24", "Visit"]]


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_tables(path)
    assert caught.value.what
    assert caught.value.safe
    assert caught.value.do
    return caught.value


def rezip(path: Path, out: Path, change: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, change.get(member, old.read(member)))
        for member in change.keys() - set(old.namelist()):
            new.writestr(member, change[member])
    return out


def test_missing_file_and_folder_are_outside_problems(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.docx").code == "not-found"
    assert refusal(tmp_path / "none.docx").exit_code is Exit.OUTSIDE
    assert refusal(tmp_path).exit_code is Exit.OUTSIDE


def test_devices_and_pipes_are_refused_unopened(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):  # on Windows neither has a path like a file's
        os.mkfifo(tmp_path / "pipe.csv")
        (tmp_path / "link.csv").symlink_to("/dev/zero")
        for path in (Path("/dev/urandom"), Path("/dev/null"), tmp_path / "pipe.csv", tmp_path / "link.csv"):
            error = refusal(path)
            assert (error.code, error.exit_code) == ("not-a-file", Exit.OUTSIDE)


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    real.write_text("Date,Event\n3/5/24,Visit\n", encoding="utf-8")
    (tmp_path / "good.csv").symlink_to(real)
    assert len(read_tables(tmp_path / "good.csv").tables[0].rows) == 2


def test_text_under_an_office_name_is_told_what_to_be_called(make_text) -> None:
    error = refusal(make_text("Date,Event\n3/5/24,Visit\n", "return.xlsx"))
    assert "plain text" in error.what
    assert ".csv" in error.do


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("e.csv", b"", "empty-source"),
        ("e.txt", b"\xef\xbb\xbf \r\n", "empty-source"),
        ("a.pdf", b"%PDF-1.7 ...", "not-a-table"),
        ("a.csv", b"%PDF-1.7 ...", "not-a-table"),
        ("a.png", b"\x89PNG\r\n", "not-a-table"),
        ("a.doc", b"{\\rtf1 hello}", "not-a-table"),
        ("a.xls", b"<html><table></table></html>", "not-a-table"),
        ("a.docx", b"just words", "wrong-extension"),
        ("a.xlsx", b"Date,Source,Event\n3/5/24,Log,Caf\xe9 visit\n", "wrong-extension"),
        ("a.xlsx", b"\x01\x02\x03 not words", "unreadable-source"),
        ("a.bin", b"just words", "not-a-table"),
        ("a.csv", bytes(range(256)) * 20 + b"\x00" * 3000, "not-a-table"),
        ("a.docx", b"PK\x03\x04 cut short", "unreadable-source"),
    ],
)
def test_files_that_are_something_else(make_text, name: str, data: bytes, code: str) -> None:
    error = refusal(make_text(data, name))
    assert error.code == code
    assert error.exit_code is Exit.FILE
    assert name in error.what


def test_wrong_extension_is_told_apart(make_docx, make_xlsx, tmp_path: Path) -> None:
    for made, wrong in ((make_docx(ROWS), "a.csv"), (make_xlsx(ROWS), "a.docx"), (make_xlsx(ROWS), "a.txt")):
        renamed = tmp_path / wrong
        renamed.write_bytes(made.read_bytes())
        assert refusal(renamed).code == "wrong-extension"


def test_password_protected_office_files_are_told_apart(make_text) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    assert refusal(make_text(ole + "EncryptedPackage".encode("utf-16-le"), "a.docx")).code == "password-protected"
    assert "old Word" in refusal(make_text(ole + "WordDocument".encode("utf-16-le"), "a.doc")).what
    assert (
        refusal(make_text(ole + "Workbook".encode("utf-16-le") + b"\x00" * 2000, "a.xls")).code == "unreadable-source"
    )


def test_a_zip_that_grows_enormously(make_docx, make_xlsx, tmp_path: Path) -> None:
    bomb = rezip(make_docx(ROWS), tmp_path / "bomb.docx", {"word/media/x.xml": b"\x00" * 40_000_000})
    assert refusal(bomb).code == "zip-bomb"
    many = {f"word/p{n}.xml": b"<a/>" for n in range(6000)}
    assert refusal(rezip(make_docx(ROWS), tmp_path / "many.docx", many)).code == "zip-bomb"
    assert refusal(rezip(make_xlsx(ROWS), tmp_path / "p.xlsx", {"../../etc/x": b"a"})).code == "zip-path"


def test_a_size_that_lies_is_caught(make_xlsx, tmp_path: Path) -> None:
    path = rezip(
        make_xlsx(ROWS), tmp_path / "lie.xlsx", {"xl/worksheets/sheet9.xml": b"<a>" + b"b" * 100_000 + b"</a>"}
    )
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/worksheets/sheet9.xml"))
    data[at + 24 : at + 28] = (50).to_bytes(4, "little")
    path.write_bytes(data)
    assert refusal(path).code == "unreadable-source"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_are_refused(make_docx, make_xlsx, make_ods, tmp_path: Path, encoding: str) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'.encode(encoding)
    for made, member in (
        (make_docx(ROWS), "word/document.xml"),
        (make_xlsx(ROWS), "xl/sharedStrings.xml"),
        (make_ods(ROWS), "content.xml"),
    ):
        assert refusal(rezip(made, tmp_path / f"x{made.suffix}", {member: laughs})).code == "xml-entities"


def test_macros_are_left_alone_and_the_text_still_read(make_docx, make_xlsx, tmp_path: Path) -> None:
    for made, member in ((make_docx(ROWS), "word/vbaProject.bin"), (make_xlsx(ROWS), "xl/vbaProject.bin")):
        source = read_tables(rezip(made, tmp_path / f"m{made.suffix}", {member: b"Sub AutoOpen()"}))
        assert source.tables[0].rows[1].text(1) == "Visit"
        assert any("macros" in note for note in source.notes)


def test_outside_references_are_told_and_never_fetched(make_docx, tmp_path: Path) -> None:
    rels = (
        b'<Relationships xmlns="x"><Relationship Id="r1" Type="http://o/attachedTemplate" '
        b'Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    source = read_tables(rezip(make_docx(ROWS), tmp_path / "t.docx", {"word/_rels/settings.xml.rels": rels}))
    assert any("Nothing was fetched" in note for note in source.notes)


def test_sheets_that_span_everything_are_refused(make_xlsx, make_ods, tmp_path: Path) -> None:
    sheet = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>'
    )
    assert refusal(rezip(make_xlsx(ROWS), tmp_path / "v.xlsx", {"xl/worksheets/sheet1.xml": sheet})).code == "too-large"
    assert refusal(make_ods(ROWS, row_attributes='table:number-rows-repeated="90000000"')).code == "too-large"


def test_an_honest_empty_tail_of_an_ods_is_not_refused(make_ods) -> None:
    tail = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert len(read_tables(make_ods(ROWS, tail=tail)).tables[0].rows) >= 2


def test_deep_nesting_is_refused(make_docx, tmp_path: Path) -> None:
    with zipfile.ZipFile(make_docx(ROWS)) as archive:
        xml = archive.read("word/document.xml")
    deep = xml.replace(b"<w:body>", b"<w:body>" + b"<w:p>" * 50_000 + b"</w:p>" * 50_000)
    assert refusal(rezip(make_docx(ROWS), tmp_path / "d.docx", {"word/document.xml": deep})).code == "unreadable-source"


def test_a_cell_beyond_all_sense_is_refused(make_text) -> None:
    assert refusal(make_text("Date,Event\n3/5/24," + "x" * 2_000_000, "a.csv")).code == "too-large"
    assert refusal(make_text("x" * 2_000_000, "a.txt")).code == "too-large"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0.05, 0.999), flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), max_size=4))
@pytest.mark.parametrize("maker", ["make_docx", "make_xlsx", "make_ods"])
def test_damage_never_ends_in_a_traceback(maker, request, tmp_path, cut: float, flips) -> None:
    path = request.getfixturevalue(maker)(ROWS)
    data = bytearray(path.read_bytes())
    for where, xor in flips:
        data[int(where * len(data))] ^= xor
    damaged = tmp_path / f"damaged{path.suffix}"
    damaged.write_bytes(data if flips else data[: int(cut * len(data))])
    with contextlib.suppress(UserError):  # anything else is a traceback that a person would see
        read_tables(damaged)


FAR_APART = {
    "attributes in single quotes": "<row r='1'><c r='XFD1'/></row><row r='1048576'><c r='A1048576'/></row>",
    "spaces around the sign": '<row r = "1"><c r = "XFD1"/></row><row r = "1048576"><c r = "A1048576"/></row>',
    "another order": '<row r="1"><c t="n" r="XFD1"/></row><row r="1048576"><c t="n" r="A1048576"/></row>',
    "small letters": '<row r="1"><c r="xfd1"/></row><row r="1048576"><c r="a1048576"/></row>',
    "cells without a number": "<row r='1'>" + "<c/>" * 20_000 + '</row><row r="999999"><c r="A999999"/></row>',
    "rows without a number": "<row><c><v>1</v></c></row>" * 1_100_000,
    "names with a prefix": '<x:row xmlns:x="urn:x" r="1"><x:c r="XFD1"/></x:row><x:row xmlns:x="urn:x" r="1048576"/>',
}


@pytest.mark.parametrize("cells", FAR_APART.values(), ids=FAR_APART)
def test_two_cells_far_apart_are_refused_however_they_are_written(make_xlsx, tmp_path: Path, cells: str) -> None:
    """The reader would hold everything between them, and ends the program when it cannot."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'.encode()
    path = rezip(make_xlsx(ROWS), tmp_path / "far.xlsx", {"xl/worksheets/sheet1.xml": sheet})
    assert refusal(path).code in ("too-large", "zip-bomb")


def test_a_sheet_in_utf_16_is_not_guessed_at(make_xlsx, tmp_path: Path) -> None:
    sheet = '<worksheet><sheetData><row r="1"><c r="XFD1"/></row></sheetData></worksheet>'.encode("utf-16")
    path = rezip(make_xlsx(ROWS), tmp_path / "wide.xlsx", {"xl/worksheets/sheet1.xml": sheet})
    assert refusal(path).code == "unreadable-source"


@pytest.mark.parametrize("line", ["x" * 2_500_000, "x," * 1_500_000])
def test_an_endless_line_is_refused(make_text, line: str) -> None:
    assert refusal(make_text(f"Date,Source,Event\n3 May 2024,Log,{line}\n")).code == "too-large"
