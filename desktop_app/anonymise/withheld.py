"""What of the record a reader is not given at all, from resources/profiles/withheld.toml."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from typing import Any

from desktop_app.common.resources import resource
from desktop_app.domain.output import OutputKind, ProfileName


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing left out: all records of a family, a field of them, or the passage under a key."""

    family: str
    field: str = ""
    key: str = ""


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("profiles", "withheld.toml").read_text("utf-8"))


@functools.cache
def withheld(reader: ProfileName, kind: OutputKind) -> tuple[Withheld, ...]:
    """What this reader's copy of this output goes without."""
    found: list[Withheld] = []
    for rule in _table()["withheld"]:
        if reader.value in rule["readers"] and kind.value in rule.get("outputs", [kind.value]):
            found += [_read(what) for what in rule["what"]]
    return tuple(found)


def reads_explicit(reader: ProfileName) -> bool:
    """Is this reader given explicit accounts in full?"""
    return reader.value in _table()["explicit"]["readers"]


def explicit_words() -> str:
    """What is printed for an explicit account that nobody has abridged."""
    return str(_table()["explicit"]["words"])


def _read(what: str) -> Withheld:
    family, colon, key = what.partition(":")
    if colon:
        return Withheld(family, key=key)
    family, _, field = what.partition(".")
    return Withheld(family, field=field)
