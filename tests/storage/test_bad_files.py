"""Everything that is not a whole review is refused with a code of its own, and left as it is."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.storage import header, keyslots
from desktop_app.storage.driver import open_keyed
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import MIB, KdfCost, Passphrase

Open = Callable[..., ReviewFile]


def refused(opened: Open, path: Path, code: str, exit_code: Exit = Exit.FILE) -> UserError:
    before = path.read_bytes() if path.is_file() and path.stat().st_size < 10_000_000 else None
    with pytest.raises(UserError) as caught:
        opened(path)
    error = caught.value
    assert (error.code, error.exit_code) == (code, exit_code), error.message
    assert error.what
    assert error.safe
    assert error.do
    assert before is None or path.read_bytes() == before
    return error


def test_a_file_that_is_not_there(path: Path, opened: Open) -> None:
    refused(opened, path, "not-found", Exit.OUTSIDE)


@pytest.mark.parametrize(
    "content",
    [
        b"SQLite format 3\0" + b"\0" * 9000,
        b"\xff\xd8\xff\xe0" + b"\0" * 9000,
        b"Dear all, the notes of Tuesday",
        b"C",
        b"CANDOU",
        b"PK\x03\x04" + b"\0" * 100,
        b"\0" * 20000,
    ],
)
def test_files_of_other_kinds(path: Path, opened: Open, content: bytes) -> None:
    path.write_bytes(content)
    refused(opened, path, "foreign")


def test_an_empty_file(path: Path, opened: Open) -> None:
    path.touch()
    refused(opened, path, "empty")


def test_a_folder(path: Path, opened: Open) -> None:
    path.mkdir()
    assert "folder" in refused(opened, path, "foreign").what


if hasattr(os, "mkfifo"):

    def test_a_pipe_does_not_hang(path: Path, opened: Open) -> None:
        os.mkfifo(path)
        refused(opened, path, "foreign")


if Path("/dev/zero").exists():

    def test_a_device_is_not_read(opened: Open) -> None:
        refused(opened, Path("/dev/zero"), "foreign")


def test_a_huge_sparse_file_costs_nothing(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    with closed[0].open("r+b") as file:
        file.truncate(1 << 40)
    refused(opened, closed[0], "damaged")
    assert not list(work_home.rglob("*.arriving"))


@pytest.mark.parametrize("keep", [9, 100, 4095, 4096, 5000, 8192, 9000, -1])
def test_a_file_that_is_cut_short(closed: tuple[Path, str], opened: Open, keep: int) -> None:
    path, _ = closed
    path.write_bytes(path.read_bytes()[:keep])
    assert ".bak" in refused(opened, path, "damaged").safe


def test_a_flipped_bit_anywhere_in_the_database(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    whole = path.read_bytes()
    for at in range(header.SIZE, len(whole), 37_003):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        refused(opened, path, "damaged")


def test_one_bad_copy_of_the_header_does_no_harm(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    whole = path.read_bytes()
    for start in (0, header.COPY):
        for junk in (
            b"\0" * header.COPY,
            whole[start : start + 100] + b"\xff" + whole[start + 101 : start + header.COPY],
        ):
            path.write_bytes(whole[:start] + junk + whole[start + header.COPY :])
            review = opened(path)
            assert review.snapshot().people
            review.save()
            assert path.read_bytes()[: header.COPY] == path.read_bytes()[header.COPY : header.SIZE]
            review.close()


def test_both_copies_of_the_header_bad(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    whole = bytearray(path.read_bytes())
    whole[100] ^= 1
    whole[header.COPY + 100] ^= 1
    path.write_bytes(whole)
    refused(opened, path, "damaged")


def test_an_older_database_under_a_newer_header(closed: tuple[Path, str], opened: Open) -> None:
    """SQLCipher alone cannot see pages put back from an older version; the seal does."""
    path, _ = closed
    older = path.read_bytes()
    review = opened(path)
    review.log("x", "y")
    review.close()
    newer = path.read_bytes()
    assert len(newer) == len(older)
    path.write_bytes(newer[: header.SIZE] + older[header.SIZE :])
    refused(opened, path, "damaged")


def rewritten(path: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Edit the JSON of the header as somebody without the key could: CRC made to fit, MAC left over."""
    whole = path.read_bytes()
    _, length, _ = struct.unpack_from(">8sII", whole)
    plain = json.loads(whole[16 : 16 + length])
    change(plain)
    text = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    copy = header.MAGIC + struct.pack(">II", len(text), zlib.crc32(text)) + text + whole[16 + length : 48 + length]
    path.write_bytes(copy.ljust(header.COPY, b"\0") * 2 + whole[header.SIZE :])


def passphrase_slot(plain: dict[str, object]) -> dict[str, object]:
    slots = plain["slots"]
    assert isinstance(slots, list)
    return next(slot for slot in slots if slot["kind"] == "passphrase")


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(generation=99),
        lambda plain: plain.update(seal="0" * 64),
        lambda plain: plain.update(head="0" * 32),
        lambda plain: plain.update(vault="../../../../tmp/escape"),
        lambda plain: plain.update(vault="f" * 32),
        lambda plain: plain.update(size="many"),
        lambda plain: plain.update(size=-1),
        lambda plain: plain.update(slots=[]),
        lambda plain: plain.update(slots=plain["slots"] * 5),
        lambda plain: plain.update(slots={"a": 1}),
        lambda plain: plain.pop("salt"),
        lambda plain: plain.update(v="1"),
        lambda plain: passphrase_slot(plain).update(id="other"),
        lambda plain: passphrase_slot(plain).update(kdf="pbkdf2"),
        lambda plain: passphrase_slot(plain).update(salt="AAAA"),
        lambda plain: passphrase_slot(plain).update(wrapped="not base 64"),
    ],
)
def test_an_altered_header(
    closed: tuple[Path, str], opened: Open, change: Callable[[dict[str, object]], object]
) -> None:
    rewritten(closed[0], change)
    refused(opened, closed[0], "altered")


@pytest.mark.parametrize(
    ("memory", "passes"),
    [(19 * MIB - 1, 1), (8, 1), (0, 1), (-1, 1), (2048 * MIB + 1, 1), (2**62, 1), (19 * MIB, 0), (19 * MIB, 51)],
)
def test_derivation_costs_out_of_limits_are_refused_before_any_work(
    closed: tuple[Path, str], opened: Open, memory: int, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyslots, "crypto_pwhash_alg", lambda *_: pytest.fail("the key derivation was begun"))
    rewritten(closed[0], lambda plain: passphrase_slot(plain).update(m=memory, t=passes))
    refused(opened, closed[0], "altered")
    with pytest.raises(ValueError, match="out of range"):
        keyslots.wrap(b"k" * 32, Passphrase("x"), KdfCost(memory, passes))


@pytest.mark.parametrize("value", ["262144", 262144.0, True, None])
def test_derivation_costs_are_whole_numbers(closed: tuple[Path, str], opened: Open, value: object) -> None:
    rewritten(closed[0], lambda plain: passphrase_slot(plain).update(m=value))
    refused(opened, closed[0], "altered")


@pytest.mark.parametrize("cost", [KdfCost(19 * MIB, 1), KdfCost(2048 * MIB, 50), KdfCost(19 * MIB, 50)])
def test_the_limits_themselves_are_allowed(cost: KdfCost) -> None:
    assert cost.within_limits


def test_deeply_nested_json_is_refused(closed: tuple[Path, str], opened: Open) -> None:
    text = b"[" * 3900
    copy = header.MAGIC + struct.pack(">II", len(text), zlib.crc32(text)) + text + b"\0" * 32
    closed[0].write_bytes(copy.ljust(header.COPY, b"\0") * 2)
    refused(opened, closed[0], "altered")


def test_a_newer_header_version(closed: tuple[Path, str], opened: Open) -> None:
    rewritten(closed[0], lambda plain: plain.update(v=2))
    refused(opened, closed[0], "newer")


def test_a_newer_magic(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    whole = bytearray(path.read_bytes())
    whole[7] = whole[header.COPY + 7] = 2
    path.write_bytes(whole)
    refused(opened, path, "newer")


def test_a_newer_schema_inside(closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.storage import migrations

    review = opened(closed[0])
    newer = migrations.SCHEMA_MAJOR + 1
    review._vault.db.execute(f"PRAGMA user_version = {newer}")
    review.log("x", "y")
    review.close()
    refused(opened, closed[0], "newer")
    monkeypatch.setattr(migrations, "SCHEMA_MAJOR", newer)
    assert opened(closed[0]).snapshot().people, "and the newer Candour opens it"


def test_a_value_that_this_version_does_not_know(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with review._access.transaction():
        review._access.history._note(77, 0)
        review._vault.db.execute("UPDATE people SET kind = 'robot'")
    with pytest.raises(UserError) as caught:
        review.snapshot()
    assert caught.value.code == "newer"


def test_too_little_memory_for_the_key(closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> bytes:
        raise keyslots.exceptions.RuntimeError("Unexpected failure in key derivation")

    monkeypatch.setattr(keyslots, "crypto_pwhash_alg", no_memory)
    refused(opened, closed[0], "no-memory", Exit.OUTSIDE)


def test_a_plain_database_with_our_header_in_front(closed: tuple[Path, str], opened: Open, tmp_path: Path) -> None:
    """Only who has the data key can seal something; what is sealed and yet no database is damaged, not a traceback."""
    path, _ = closed
    review = opened(path)
    key = review._vault.data_key
    review.close()
    read = header.read_header(path).header
    body = b"\x01" * 8192
    hasher = hashlib.blake2b(body, key=keyslots.subkey(key, "seal"), digest_size=32)
    forged = dataclasses.replace(read, size=len(body), seal=hasher.hexdigest())
    path.write_bytes(header.pack(forged, key) + body)
    refused(opened, path, "damaged")


def test_a_malformed_key_is_never_taken_for_a_passphrase(tmp_path: Path) -> None:
    for key, salt in ((b"k" * 31, b"s" * 16), (b"k" * 32, b"s" * 15), (b"", b"")):
        with pytest.raises(ValueError, match="malformed"):
            open_keyed(tmp_path / "x.db", key, salt, create=True)
