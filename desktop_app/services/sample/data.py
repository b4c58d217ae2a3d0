"""Reading the sample's data files. They ship with the program, so a fault in them is our bug, not a user's problem."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

from desktop_app.common.resources import resource

Item = dict[str, Any]


def load(name: str) -> Item:
    with resource("sample", name).open("rb") as file:
        return tomllib.load(file)


def items(data: Item, key: str) -> list[Item]:
    """The tables `[[key]]`, or the one table `[key]`, as a list."""
    found = data.get(key, [])
    return [found] if isinstance(found, dict) else list(found)


def text(item: Item, key: str) -> str:
    """A text; a list of texts is joined by "; "."""
    value = item.get(key, "")
    return "; ".join(str(v) for v in value) if isinstance(value, list) else str(value).strip()


def date(item: Item, key: str) -> dt.date | None:
    value = item.get(key)
    if isinstance(value, str):
        return dt.date.fromisoformat(value) if value else None
    return value


def numbers(item: Item, key: str) -> list[str]:
    """A list of numbers or labels, as texts: ["2", "11a"]."""
    return [str(value) for value in item.get(key, [])]
