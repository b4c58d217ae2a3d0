"""What can be recorded: each kind with its fields and what a field holds, read from the record types themselves."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop_app.domain.snapshot import family_types

# Kinds that are forms in the window. What is append-only, sealed or made by the program is not among them.
KINDS = (
    *("involvements", "family_points", "decisions", "terms", "panel", "parallel_processes", "agency_requests"),
    *("quotes", "publication_decisions", "abbreviations", "kloes", "clocks", "milestones", "themes", "findings"),
    *("meetings", "reviews", "people", "bodies"),
    *("workshops", "agenda_items", "prompts", "participants", "reflections", "recall_feedback", "concerns"),
)
# Fields that the program keeps, or that another command changes with what goes with it.
_KEPT = {
    "reviews": ("updates_head", "legal_hold", "retention_rule", "type", "regime"),
    "reflections": ("room_n", "room_digest"),
    "concerns": ("room_n", "room_digest"),
    "people": ("key",),
    "bodies": ("key",),
}
_HOLDS: dict[object, str] = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    dt.date: "day, as 2026-03-04",
    dt.time: "time of day, as 09:30",
}


def settable(kind: str) -> dict[str, Any]:
    """Field -> its type, in the order of the record; `uid` apart, for it chooses the record."""
    record_type = family_types()[kind]
    hints = get_type_hints(record_type)
    kept = ("uid", *_KEPT.get(kind, ()))
    return {field.name: hints[field.name] for field in fields(record_type) if field.name not in kept}


def inner_type(hint: Any) -> tuple[Any, bool]:
    """(the type without None, whether None was allowed)."""
    optional = get_origin(hint) in (Union, types.UnionType)
    return (next(arg for arg in get_args(hint) if arg is not type(None)) if optional else hint), optional


def described(kinds: Iterable[str]) -> list[dict[str, object]]:
    """`{"kind", "fields": {field: what it holds}}` for each of `kinds`."""
    return [{"kind": kind, "fields": {name: _holds(h) for name, h in settable(kind).items()}} for kind in kinds]


def _holds(hint: Any) -> str:
    inner, optional = inner_type(hint)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        said = "one of " + ", ".join(inner)
    else:
        said = _HOLDS.get(inner, "list of texts or uids")
    return f"{said}; or null" if optional else said
