"""Themes, what is marked with them, and the boards beside three findings, in the sample."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from desktop_app.domain.board import BoardCard, Side
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.learning import Finding
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.coding.sources import CODABLE
from desktop_app.services.findings import FIELDS
from desktop_app.services.sample.data import Item, items, load, numbers, text

# how an item names a record -> its family, and the field that is named; True: by how that begins
_NAMED = {
    "event": ("events", "ref", False),
    "reflection": ("reflections", "text", True),
    "family": ("family_points", "text", True),
    "passage": ("narratives", "key", False),
    "episode": ("episodes", "number", False),
}


def analysis_records(snapshot: Snapshot) -> list[Record]:
    data = load("themes.toml")
    themes: dict[str, Theme] = {}
    by_name: dict[str, Theme] = {}
    for item in items(data, "theme"):
        parent = by_name[text(item, "under")].uid if text(item, "under") else ""
        theme = Theme(name=text(item, "name"), letter=text(item, "letter"), colour=int(item["colour"]), parent=parent,
                      definition=text(item, "definition"))  # fmt: skip
        themes[theme.letter] = by_name[theme.name] = theme
    codings = [_coding(snapshot, themes, item) for item in items(data, "mark")]
    boards = [record for item in items(data, "board") for record in _board(snapshot, codings, item)]
    return [*themes.values(), *codings, *boards]


def _record(snapshot: Snapshot, item: Item) -> tuple[str, Any]:
    for key, (family, field, begins) in _NAMED.items():
        if key in item:
            wanted = str(item[key])
            for record in getattr(snapshot, family):
                held = str(getattr(record, field))
                if held == wanted or (begins and held.startswith(wanted)):
                    return family, record
            raise KeyError(wanted)
    raise KeyError(str(item))


def _coding(snapshot: Snapshot, themes: dict[str, Theme], item: Item) -> Coding:
    """Words are looked for in the text that is named, else in each; `field` without words marks all of that text."""
    family, record = _record(snapshot, item)
    made = Coding(theme=themes[text(item, "theme")].uid, family=family, of=record.uid, memo=text(item, "memo"))
    words, named = text(item, "words"), text(item, "field")
    if not words and not named:
        return made
    for field in (named,) if named else CODABLE[family]:
        held: str = getattr(record, field)
        at = held.find(words or held)
        if at >= 0:
            quote = words or held
            return replace(made, field=field, start=at, end=at + len(quote), quote=quote)
    raise KeyError(words)


def _board(snapshot: Snapshot, codings: list[Coding], item: Item) -> list[Record]:
    """The finding as it then is, and its cards; what lies for it is what it rests on."""
    finding = next(held for held in snapshot.findings if held.number == item["finding"])
    held: dict[str, tuple[str, ...]] = {field: getattr(finding, field) for field in FIELDS.values()}
    cards: list[Record] = []
    orders: dict[Side, int] = defaultdict(int)
    for card in item["cards"]:
        side = Side(card["side"])
        if "mark" in card:
            family, uid = "codings", next(coding.uid for coding in codings if coding.quote == card["mark"])
        else:
            family, record = _record(snapshot, card)
            uid = record.uid
        kept = tuple(other for other in held[family] if other != uid)
        held[family] = (*kept, uid) if side is Side.FOR else kept
        orders[side] += 1
        cards.append(
            BoardCard(
                finding=finding.uid, family=family, of=uid, side=side, order=orders[side], note=text(card, "note")
            )
        )
    changes: dict[str, Any] = {**held, "factors": tuple(numbers(item, "factors"))}
    changed: Finding = replace(finding, **changes)
    return [changed, *cards]
