"""Files that are not documents, are broken, locked, or made to harm: a plain sentence each, never a traceback."""

from __future__ import annotations

import contextlib
import random
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.errors import Exit, UserError
from desktop_app.exporters.reader import read_back, refusals
from desktop_app.exporters.write import write


def _refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_back(path)
    assert path.name in caught.value.message
    return caught.value


@pytest.fixture(scope="module")
def whole(briefing: AnonymisedDocument, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    for format_ in ("pdf", "docx", "xlsx"):
        write(briefing, folder / f"a.{format_}", format_)
    return {path.suffix[1:]: path.read_bytes() for path in folder.iterdir()}


def _zip(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00" * 4000, b"\x89PNG\r\n", _zip(a=b"x"), _zip()])
def test_not_a_document(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "thing.pdf"
    path.write_bytes(data)
    error = _refused(path)
    assert (error.code, error.exit_code) == ("foreign", Exit.FILE)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.pdf").exit_code is Exit.OUTSIDE
    assert _refused(tmp_path).exit_code is Exit.OUTSIDE


@pytest.mark.parametrize("format_", ["pdf", "docx", "xlsx"])
def test_cut_short(tmp_path: Path, whole: dict[str, bytes], format_: str) -> None:
    path = tmp_path / f"a.{format_}"
    path.write_bytes(whole[format_][:400])
    error = _refused(path)
    assert (error.code, error.exit_code) == ("damaged", Exit.FILE)


def test_locked_pdf(tmp_path: Path, whole: dict[str, bytes]) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.open(BytesIO(whole["pdf"])) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="secret", user="secret"))
    assert _refused(path).code == "encrypted"


def test_zip_that_unpacks_enormously(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(_zip(**{"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    monkeypatch.setattr("desktop_app.exporters.reader.package.LARGEST_WHOLE", 1_000_000)
    assert _refused(path).code == "too-large"


def test_zip_that_lies_about_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(_zip(**{"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    at = data.rfind(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(data))
    monkeypatch.setattr("desktop_app.exporters.reader.package.LARGEST_PART", 1_000_000)
    assert _refused(path).code in {"too-large", "damaged"}


def test_pdf_stream_that_unpacks_enormously(
    tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.open(BytesIO(whole["pdf"])) as pdf:
        bomb = pdf.make_stream(b"")
        bomb.write(zlib.compress(b" " * 5_000_000), filter=pikepdf.Name.FlateDecode)
        pdf.Root.Bomb = bomb
        pdf.save(path)
    monkeypatch.setattr("desktop_app.exporters.reader.pdf_objects.LARGEST_PART", 1_000_000)
    assert _refused(path).code == "too-large"


def test_too_large_to_begin_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.exporters.reader.read.LARGEST_FILE", 10)
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 and more")
    assert _refused(path).code == "too-large"


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'
    path = tmp_path / "a.docx"
    path.write_bytes(_zip(**{"word/document.xml": bomb}))
    seen = read_back(path)
    assert "unreadable-part" in seen.findings
    assert not any("haha" in part.text for part in seen.parts)


def test_limits_are_what_a_machine_can_bear() -> None:
    assert refusals.LARGEST_PART < refusals.LARGEST_WHOLE < 2**30


@pytest.mark.parametrize("format_", ["pdf", "docx", "xlsx"])
def test_any_damage_is_read_or_refused(tmp_path: Path, whole: dict[str, bytes], format_: str) -> None:
    path = tmp_path / f"damaged.{format_}"
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole[format_])
        for _ in range(chance.randrange(1, 12)):
            at = chance.randrange(len(data))
            if chance.random() < 0.3:
                del data[at : at + chance.randrange(1, 2000)]
            else:
                data[at] = chance.randrange(256)
        path.write_bytes(bytes(data))
        with contextlib.suppress(UserError):  # anything else is our bug, and fails here
            read_back(path)
