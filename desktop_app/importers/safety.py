"""What a file really is, told from its bytes before anything parses it. Nothing in it is ever run or fetched."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from desktop_app.common.errors import Exit
from desktop_app.common.regular_file import read_regular
from desktop_app.importers.refusals import SAFE, refuse, unreadable

MAX_FILE = 100 * 1024 * 1024  # bytes on disk
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_FORMS = {".csv": "csv", ".tsv": "csv", ".tab": "csv", ".txt": "txt", ".text": "txt"}
_EXTENSIONS = {
    "docx": (".docx", ".docm", ".dotx"),
    "xlsx": (".xlsx", ".xlsm", ".xltx"),
    "ods": (".ods", ".ots"),
    "xls": (".xls",),
}
_NAMES = {"docx": "a Word document", "xlsx": "an Excel workbook", "ods": "an OpenDocument sheet", "xls": "an old Excel"}
_NEVER_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\f\r\x1a")  # a closing 1a ends text of old programs
_FOREIGN = (
    (b"%PDF", "a PDF", "Ask the sender for the Word or Excel file it was made from."),
    (b"{\\rtf", "a rich text file", "Open it and save it as .docx."),
    (b"\x89PNG", "a picture", "Ask the sender for the document itself."),
    (b"\xff\xd8\xff", "a picture", "Ask the sender for the document itself."),
    (b"GIF8", "a picture", "Ask the sender for the document itself."),
    (b"Rar!", "an archive", "Unpack it and choose the file inside."),
    (b"7z\xbc\xaf", "an archive", "Unpack it and choose the file inside."),
    (b"\x1f\x8b", "an archive", "Unpack it and choose the file inside."),
    (b"CANDOUR", "a review, not a return", "Open it instead of importing it."),
    (b"\x7fELF", "a program", "Ask the sender what they meant to send."),
    (b"MZ\x90", "a program", "Ask the sender what they meant to send."),
)


def read_bytes(path: Path) -> bytes:
    """The whole file, within `MAX_FILE`. Raises UserError: not-found, no-permission, not-a-file, too-large,
    empty-source.
    """
    name = path.name
    try:
        if path.is_dir():
            raise refuse(f"{name} is a folder.", "Choose a file inside it.", "not-a-table", Exit.OUTSIDE)
        data = read_regular(path, MAX_FILE, safe=SAFE)
    except FileNotFoundError:
        raise refuse(f"There is no file {name}.", "Check its name and folder.", "not-found", Exit.OUTSIDE) from None
    except OSError:
        do = "Check that you may open it and that nobody has it open."
        raise refuse(f"{name} could not be opened.", do, "no-permission", Exit.OUTSIDE) from None
    if len(data) > MAX_FILE:
        limit = f"{MAX_FILE // 1024 // 1024} MB"
        raise refuse(f"{name} is larger than {limit}.", "Split it, or take the pictures out of it.", "too-large")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refuse(f"{name} is empty.", "Ask the sender for the file again.", "empty-source")
    return data


def form_of(path: Path, data: bytes) -> str:
    """docx, xlsx, ods, xls, csv or txt, from the content; the extension must agree.

    Raises UserError: password-protected, wrong-extension, not-a-table, unreadable-source.
    """
    name, suffix = path.name, path.suffix.lower()
    for magic, kind, do in _FOREIGN:
        if data.startswith(magic):
            raise refuse(f"{name} is {kind}, not a table or text that can be read.", do, "not-a-table")
    if data.startswith(b"PK"):
        form = _form_of_zip(name, data)
    elif data.startswith(_OLE):
        form = _form_of_ole(name, data)
    else:
        return _form_of_text(name, suffix, data)
    if suffix not in _EXTENSIONS[form]:
        right = _EXTENSIONS[form][0]
        what = f"{name} is really {_NAMES[form]}{' workbook' if form == 'xls' else ''}."
        raise refuse(
            what, f"If that is what it should be, give it the ending {right} and try again.", "wrong-extension"
        )
    return form


def _form_of_zip(name: str, data: bytes) -> str:
    from io import BytesIO

    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
            mimetype = archive.read("mimetype")[:80] if "mimetype" in members else b""
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise unreadable(name) from None
    if "word/document.xml" in members:
        return "docx"
    if "xl/workbook.xml" in members:
        return "xlsx"
    if "xl/workbook.bin" in members:
        raise refuse(f"{name} is a binary Excel workbook.", "Open it and save it as .xlsx.", "not-a-table")
    if b"opendocument.spreadsheet" in mimetype:
        return "ods"
    if b"opendocument.text" in mimetype:
        raise refuse(f"{name} is an OpenDocument text.", "Open it and save it as .docx.", "not-a-table")
    raise refuse(f"{name} is an archive, not a table.", "Unpack it and choose the file inside.", "not-a-table")


def _form_of_ole(name: str, data: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        do = "Open it with its password and save a copy without one, or ask the sender for one."
        raise refuse(f"{name} is protected by a password.", do, "password-protected")
    if holds("WordDocument"):
        raise refuse(f"{name} is an old Word document.", "Open it and save it as .docx.", "not-a-table")
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise refuse(f"{name} is not a table or text that can be read.", "Ask the sender what it is.", "not-a-table")


def _is_text(data: bytes) -> bool:
    """Are there letters and line ends throughout, and no byte that text never holds?"""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not _NEVER_IN_TEXT.intersection(data)


def _form_of_text(name: str, suffix: str, data: bytes) -> str:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise refuse(f"{name} is a web page.", "Open it and save it as .docx or .xlsx.", "not-a-table")
    if suffix in _TEXT_FORMS:
        return _TEXT_FORMS[suffix]
    known = [form for form, endings in _EXTENSIONS.items() if suffix in endings]
    if known and _is_text(data):
        do = "If it is a table in plain text, give it the ending .csv and try again."
        raise refuse(f"{name} is really plain text.", do, "wrong-extension")
    if known:
        raise unreadable(name)
    do = "Send it as .docx, .xlsx, .ods, .csv, .tsv or .txt."
    raise refuse(f"{name} is not a kind of file that can be read.", do, "not-a-table")
