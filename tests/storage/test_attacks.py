"""What a disk, a stick or somebody with a hex editor can do to a file: each is found, and named for what it is."""

from __future__ import annotations

import json
import os
import random
import struct
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.people import Person
from desktop_app.storage import header, opening
from desktop_app.storage.header import SIZE
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, RecoveryKey

Open = Callable[..., ReviewFile]
PAGE = 4096
LONG = pytest.mark.long


@pytest.fixture
def target(path: Path) -> tuple[Path, RecoveryKey]:
    """A review of a few dozen pages; its recovery key spares each attempt the key derivation."""
    made, key = ReviewFile.create(path, "correct horse battery", cost=LOWEST)
    with made.change("Add") as change:
        change.put_all(Person(uid=f"p{n}", name=f"{n} " + "x" * 300) for n in range(300))
    made.close()
    return path, RecoveryKey(key)


def found_on(path: Path, key: RecoveryKey, opened: Open) -> str:
    """The code under which an attack is found, or "repaired"; "" when nobody was told of anything."""
    try:
        review = opened(path, key)
    except UserError as error:
        refusal = error
    else:
        return found_in(review)
    assert refusal.exit_code in (Exit.SECRET, Exit.FILE), refusal.code
    assert refusal.safe
    assert refusal.do
    return refusal.code


def found_in(review: ReviewFile) -> str:
    try:
        assert len(review.snapshot().people) == 300, "what opens is whole"
        assert review.check() == []
        return "repaired" if review.header_repaired else ""
    finally:
        review.close(save=False)


def flips(target: tuple[Path, RecoveryKey], opened: Open, count: int) -> dict[str, int]:
    path, key = target
    whole, chance, codes = path.read_bytes(), random.Random(11), dict[str, int]()
    # A tenth of them where the keys are, which is a small part of the file.
    for number in range(count):
        at = chance.randrange(SIZE if number % 10 == 0 else len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        code = found_on(path, key, opened)
        assert code, f"a flipped bit at {at} was not found"
        codes[code] = codes.get(code, 0) + 1
    assert set(codes) <= {"damaged", "repaired"}
    return codes


def test_flipped_bits(target: tuple[Path, RecoveryKey], opened: Open) -> None:
    flips(target, opened, 60)


def test_flipped_bits_in_the_macs(target: tuple[Path, RecoveryKey], opened: Open) -> None:
    """The one place where a single bit once kept a review shut, though the other copy of the header was whole."""
    path, key = target
    whole = path.read_bytes()
    _, length, _ = struct.unpack_from(">8sII", whole)
    for copy in (0, 4096):
        for at in range(copy + 16 + length, copy + 48 + length):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
            assert found_on(path, key, opened) == "repaired"


@LONG
def test_flipped_bits_by_the_thousand(target: tuple[Path, RecoveryKey], opened: Open) -> None:
    print(f"\nflipped bits: {flips(target, opened, 2000)}, none unseen")


def test_truncations(target: tuple[Path, RecoveryKey], opened: Open) -> None:
    path, key = target
    whole, chance = path.read_bytes(), random.Random(12)
    cuts = {1, 7, 8, 4095, 4096, SIZE - 1, SIZE, SIZE + 1, len(whole) - 1, len(whole) - PAGE}
    for keep in sorted(cuts | {chance.randrange(len(whole)) for _ in range(30)}):
        path.write_bytes(whole[:keep])
        assert found_on(path, key, opened) == ("damaged" if keep > 7 else "foreign"), keep


def test_swapped_and_replayed_pages(target: tuple[Path, RecoveryKey], opened: Open) -> None:
    path, key = target
    older = path.read_bytes()
    review = opened(path, key)
    with review.change("Edit") as change:
        change.put_all(Person(uid=f"p{n}", name="y" * 300) for n in range(0, 300, 3))
    review.close()
    newer, chance = path.read_bytes(), random.Random(13)
    pages = min(len(older), len(newer) - SIZE) // PAGE - 2
    for _ in range(30):
        a, b = (SIZE + PAGE * n for n in chance.sample(range(pages), 2))
        swapped = bytearray(newer)
        swapped[a : a + PAGE], swapped[b : b + PAGE] = newer[b : b + PAGE], newer[a : a + PAGE]
        path.write_bytes(swapped)
        assert found_on(path, key, opened) == "damaged"
        if newer[a : a + PAGE] != older[a : a + PAGE]:
            path.write_bytes(newer[:a] + older[a : a + PAGE] + newer[a + PAGE :])
            assert found_on(path, key, opened) == "damaged", "an older page in its own place"
    path.write_bytes(older[:SIZE] + newer[SIZE:])
    assert found_on(path, key, opened) == "damaged"


def leaves(plain: object, place: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    items = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    found = [inner for name, value in items for inner in leaves(value, (*place, name))]
    return found or [place]


def edited(value: object) -> list[object]:
    """Values that somebody might put there instead."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, -value - 1, 2**63, str(value)]
    text = str(value)
    return [text[:-1], text[::-1] + "0", ("1" if text[:1] == "0" else "0") + text[1:], None, [], {"a": 1}]


def test_every_field_of_the_header_edited(target: tuple[Path, RecoveryKey], opened: Open) -> None:
    """With the CRC made to fit, as a person with a hex editor and some patience would."""
    path, key = target
    whole = path.read_bytes()
    _, length, _ = struct.unpack_from(">8sII", whole)
    plain = json.loads(whole[16 : 16 + length])
    tried = 0
    for place in leaves(plain):
        *way, last = place
        inside = plain
        for name in way:
            inside = inside[name]
        before = inside[last]
        for value in edited(before):
            if value == before:
                continue
            inside[last] = value
            text = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
            signed = header.MAGIC + struct.pack(">II", len(text), zlib.crc32(text)) + text
            path.write_bytes((signed + whole[16 + length : 48 + length]).ljust(4096, b"\0") * 2 + whole[SIZE:])
            assert found_on(path, key, opened) in ("altered", "wrong-secret", "newer"), (place, value)
            tried += 1
        inside[last] = before
    assert tried > 80


def refused(path: Path, opened: Open, code: str) -> None:
    with pytest.raises(UserError) as caught:
        opened(path, Passphrase("x"))
    assert (caught.value.code, caught.value.exit_code) == (code, Exit.FILE)


def test_a_hundred_gigabytes_of_nothing(tmp_path: Path, opened: Open, work_home: Path) -> None:
    path = tmp_path / "sparse.review"
    with path.open("wb") as file:
        file.truncate(100 << 30)
    refused(path, opened, "foreign")
    assert not any(work_home.rglob("*.*"))


if hasattr(os, "symlink"):

    def test_a_link_that_leads_to_itself(tmp_path: Path, opened: Open) -> None:
        (tmp_path / "a.review").symlink_to(tmp_path / "b.review")
        (tmp_path / "b.review").symlink_to(tmp_path / "a.review")
        refused(tmp_path / "a.review", opened, "foreign")

    def test_a_link_to_a_review_is_that_review(target: tuple[Path, RecoveryKey], opened: Open) -> None:
        link = target[0].with_name("link.review")
        link.symlink_to(target[0])
        review = opened(link, target[1])
        review.save()
        assert link.is_symlink()
        assert review.path == target[0]


def canaries_left(rounds: int, folder: Path, opened: Open) -> int:
    """Canaries typed, kept, backed up, drilled, purged, rekeyed and left by a crash; how many any file gives away."""
    path, chance, said = folder / "c.review", random.Random(14), []
    made, _ = ReviewFile.create(path, "canary seed", cost=LOWEST)
    made.close()
    secret = Passphrase("canary seed")
    for number in range(rounds):
        words = [f"canary{chance.randrange(1 << 60):016x}" for _ in range(10)]
        said += words
        review = opened(path, secret)
        with review.change(words[0]) as change:
            change.put_all(Person(uid=f"{number}-{n}", name=word, aliases=(word,)) for n, word in enumerate(words[1:8]))
        review.save_draft(words[8], words[9])
        review.drill(review.back_up())
        with review.change("Delete") as change:
            change.delete(Person, f"{number}-1")
        review.purge([(Person, f"{number}-1")])
        secret = Passphrase(words[9] + " passphrase")
        review.rekey(secret.text, cost=LOWEST)
        review.log("x", "y")
        review.close(save=number % 2 == 0)
        forms = [form for word in words for form in map(word.encode, ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"))]
        for place in (folder, Path(tempfile.gettempdir()) / "candour"):
            for file in place.rglob("*"):
                assert not any(word in file.name for word in words)
                if file.is_file():
                    held = file.read_bytes()
                    assert not [form for form in forms if form in held], file
    return len(said)


def test_canaries(tmp_path: Path, opened: Open) -> None:
    assert canaries_left(2, tmp_path, opened) == 20


@LONG
def test_two_hundred_canaries(tmp_path: Path, opened: Open) -> None:
    print(f"\ncanaries: {canaries_left(20, tmp_path, opened)} typed, 0 found in files")


def test_a_damaged_copy_of_the_header_where_nothing_can_be_repaired(
    target: tuple[Path, RecoveryKey], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, key = target
    whole = path.read_bytes()
    path.write_bytes(whole[:200] + b"\xff" + whole[201:])

    def read_only(*_: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(opening, "rewrite_in_place", read_only)
    review = opened(path, key)
    assert not review.header_repaired
    assert [problem.code for problem in review.check()] == ["header-copy"]
