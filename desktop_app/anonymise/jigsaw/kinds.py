"""The kinds of indirect fact and the words that are signs of them, from resources/jigsaw/facts.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass

from desktop_app.common.resources import resource

NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
NUMBER = rf"\d{{1,3}}|{NUMBER_WORDS}"


@dataclass(frozen=True, slots=True)
class FactKind:
    """`coarser`: what may be printed instead, from finer to coarser. `source`: why it counts."""

    name: str
    label: str
    coarser: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Sign:
    kind: str
    rare: bool
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None  # what must stand before it


@functools.cache
def _table() -> dict[str, list[dict[str, object]]]:
    loaded: dict[str, list[dict[str, object]]] = tomllib.loads(resource("jigsaw", "facts.toml").read_text("utf-8"))
    return loaded


@functools.cache
def kinds() -> dict[str, FactKind]:
    """By name, in the order the data gives them."""
    found = {}
    for row in _table()["kind"]:
        coarser = row["coarser"]
        words = tuple(str(rung) for rung in coarser) if isinstance(coarser, list) else ()
        found[str(row["name"])] = FactKind(str(row["name"]), str(row["label"]), words, str(row["source"]))
    return found


@functools.cache
def signs() -> tuple[Sign, ...]:
    """Patterns match whole words, whatever the case."""
    return tuple(
        Sign(
            str(row["kind"]),
            bool(row.get("rare", False)),
            re.compile(rf"(?<![\w’'-])(?:{str(row['words']).replace('{number}', NUMBER)})(?![\w])", re.IGNORECASE),
            re.compile(rf"(?:{row['after']})$", re.IGNORECASE) if "after" in row else None,
        )
        for row in _table()["sign"]
    )
