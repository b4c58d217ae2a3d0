"""Cells that hold a list as `candour list` prints it: the JSON that a script puts into one cell of a table."""

from __future__ import annotations

import datetime as dt
import json

_NONE = frozenset({"null", "none"})


def plain(text: str) -> str:
    """A cell's text, "" for what a script writes where nothing is."""
    return "" if text.strip().casefold() in _NONE else text


def listed_texts(text: str) -> list[str] | None:
    """`["Cal", "Calum"]` as its texts; None when the cell is not such a list."""
    held = _list(text)
    return None if held is None or not all(isinstance(one, str) for one in held) else [str(one) for one in held]


def listed_objects(text: str) -> list[dict[str, object]] | None:
    """A list of objects; None when the cell is not one."""
    held = _list(text)
    objects = [one for one in held or () if isinstance(one, dict)]
    return None if held is None or len(objects) < len(held) else objects


def said(held: dict[str, object], key: str) -> str:
    """A text of an object, "" where there is none."""
    value = held.get(key)
    return value if isinstance(value, str) else ""


def dated_texts(held: dict[str, object], key: str) -> list[tuple[dt.date | None, str]]:
    """`[{"as_at": "2026-03-04", "text": …}]` as (day or None, text), those without words left out."""
    listed = held.get(key)
    found = []
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and (text := said(one, "text")):
            found.append((_day(said(one, "as_at")), text))
    return found


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _list(text: str) -> list[object] | None:
    if not text.lstrip().startswith("["):
        return None
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return None  # words in brackets
    return held if isinstance(held, list) else None
