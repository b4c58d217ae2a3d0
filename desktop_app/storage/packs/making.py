"""Making a pack from the review's side, and reading one that comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.common.ids import new_uid
from desktop_app.domain.room import RoomBrief, RoomEntry, RoomPack
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.packs import refusals
from desktop_app.storage.packs.frames import Frame, Kind, read_frames, write_pack
from desktop_app.storage.packs.sealing import (
    Json,
    Opener,
    UnknownHandError,
    UnsealedError,
    digest,
    new_hand,
    opener,
    seal_brief,
    unseal,
)
from desktop_app.storage.packs.values import brief_json, entry_of
from desktop_app.storage.refusals import exists
from desktop_app.storage.secrets import MODERATE, KdfCost


def make_pack(
    path: Path, brief: RoomBrief, passphrase: str, review_secret: bytes, workshop: str, cost: KdfCost = MODERATE
) -> RoomPack:
    """Write a pack at `path` and return what the review must keep to know it again. Raises UserError, e.g. "exists"."""
    if not passphrase.strip():
        raise refusals.empty_passphrase()
    hand = new_hand(new_uid(), review_secret)
    inside: Json = {
        "pack": hand.pack,
        "seed": hand.seed.hex(),
        "review": hand.review.hex(),
        "brief": brief_json(brief),
    }
    payload = seal_brief(inside, passphrase, cost)
    with outside_refusals(path):
        try:
            write_pack(path, [Frame(Kind.BRIEF, payload)], new=True)
        except FileExistsError:
            raise exists(path) from None
    return RoomPack(uid=hand.pack, workshop=workshop, verify=hand.verify, brief=digest(payload))


@dataclass(frozen=True, slots=True)
class Returned:
    """What a pack brings. `ended`: the room was closed. `cut`: the file's end is missing, and there may be more."""

    pack: str
    entries: tuple[RoomEntry, ...]
    ended: bool
    cut: bool


def read_returned(path: Path, review_secret: bytes, known: Iterable[RoomPack]) -> Returned:
    """All or nothing. Raises UserError "pack-altered", "pack-unknown", "pack-other", "pack-damaged" and the like."""
    packs = {pack.verify: pack for pack in known}
    ids = {verify: pack.uid for verify, pack in packs.items()}
    found = read_frames(path)
    brief = digest(found.frames[0].payload)
    sealed = [frame for frame in found.frames if frame.kind in (Kind.NOTE, Kind.END)]
    mine = next((pack for pack in packs.values() if pack.brief == brief), None)
    box = opener(review_secret)
    opened = [(frame, *_opened(path, frame, box, ids, known_brief=mine is not None)) for frame in sealed]
    names = {pack for _, pack, _ in opened}
    if mine is None:
        raise refusals.altered(path) if names else refusals.other_review(path)
    if names - {mine.uid}:
        raise refusals.altered(path)
    entries, walls, listed = _parts(path, opened)
    wall = {digest(frame.payload) for frame in found.frames if frame.kind is Kind.WALL}
    if wall - walls:
        raise refusals.altered(path)
    if listed is not None and listed != sorted(digest(f.payload) for f in sealed if f.kind is Kind.NOTE):
        raise refusals.altered(path)
    return Returned(mine.uid, tuple(entries), listed is not None, found.cut)


def _opened(path: Path, frame: Frame, box: Opener, ids: dict[str, str], *, known_brief: bool) -> tuple[str, Json]:
    try:
        return unseal(frame.payload, box, ids)
    except UnknownHandError:
        raise refusals.unknown_hand(path) from None
    except UnsealedError:
        raise (refusals.altered(path) if known_brief else refusals.other_review(path)) from None


def _parts(path: Path, opened: list[tuple[Frame, str, Json]]) -> tuple[list[RoomEntry], set[str], list[str] | None]:
    """Entries, digests of the wall copies they came with, and what the end lists (None without an end)."""
    entries: list[RoomEntry] = []
    walls: set[str] = set()
    listed: list[str] | None = None
    try:
        for frame, _, value in opened:
            if frame.kind is Kind.END:
                notes = value["notes"]
                if not isinstance(notes, list):
                    raise UnsealedError
                listed = sorted(str(note) for note in notes)
                continue
            walls.add(str(value["wall"]))
            entry = value["entry"]
            if not isinstance(entry, dict):
                raise UnsealedError
            entries.append(entry_of(entry))
    except (KeyError, UnsealedError):
        raise refusals.altered(path) from None
    return entries, walls, listed
