"""A brief and an entry as JSON, and back. What cannot be read as one is refused, never guessed at."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, cast

from desktop_app.domain.room import EntryKind, RoomBrief, RoomEntry, RoomMoment, RoomPrompt, RoomValue
from desktop_app.storage.packs.sealing import Json, UnsealedError

MOST_TEXT = 1 << 20  # characters of one value


def brief_json(brief: RoomBrief) -> Json:
    return dataclasses.asdict(brief)


def brief_of(value: Json) -> RoomBrief:
    """Raises UnsealedError."""
    try:
        return RoomBrief(
            title=_text(value["title"]),
            prompts=tuple(RoomPrompt(**row) for row in _rows(value["prompts"])),
            moments=tuple(RoomMoment(**row) for row in _rows(value["moments"])),
            people=_texts(value["people"]),
            groups=tuple((_text(name), int(str(count))) for name, count in _pairs(value["groups"])),
            factors=_texts(value["factors"]),
            ground_rules=_text(value["ground_rules"]),
            confidentiality=_text(value["confidentiality"]),
            support=_text(value["support"]),
            columns=_texts(value["columns"]),
            wider=tuple((_text(group), _text(above)) for group, above in _pairs(value.get("wider", []))),
        )
    except (KeyError, TypeError, ValueError):
        raise UnsealedError from None


def entry_json(entry: RoomEntry) -> Json:
    return {
        "uid": entry.uid,
        "n": entry.n,
        "kind": entry.kind.value,
        "gone": entry.gone,
        "values": {name: list(value) if isinstance(value, tuple) else value for name, value in entry.values},
    }


def entry_of(value: Json) -> RoomEntry:
    """Raises UnsealedError."""
    try:
        values = value["values"]
        n = value["n"]
        if not isinstance(values, Mapping) or type(n) is not int or n < 0 or type(value["gone"]) is not bool:
            raise UnsealedError
        held = tuple(sorted((_text(name), _value(item)) for name, item in values.items()))
        return RoomEntry(_uid(value["uid"]), n, EntryKind(_text(value["kind"])), held, value["gone"])
    except (KeyError, TypeError, ValueError):
        raise UnsealedError from None


def _uid(value: object) -> str:
    text = _text(value)
    if len(text) != 32 or set(text) - set("0123456789abcdef"):
        raise UnsealedError
    return text


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise UnsealedError
    return value


def _value(value: object) -> RoomValue:
    if isinstance(value, list):
        return _texts(value)
    if isinstance(value, bool | int):
        return value
    return _text(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UnsealedError
    return tuple(_text(item) for item in value)


def _rows(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise UnsealedError
    return cast("list[dict[str, Any]]", value)


def _pairs(value: object) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) and len(row) == 2 for row in value):
        raise UnsealedError
    return value
