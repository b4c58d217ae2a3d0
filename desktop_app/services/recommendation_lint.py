"""What a careful reader asks of a recommendation's words: who, what, one thing at a time, and how we would know.

The phrases are data: resources/recommendations/lint.toml. Advice, never a rule: nothing is stopped.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.common.resources import resource

ONE_TOO_MANY = 3  # verbs of doing that make several asks of one sentence
_MODAL = re.compile(r"\b(?:will|should|must|shall|needs? to|may|could)\b")  # and not the month of May
_LEAD = re.compile(r"^(?:by|from|within|before|after|until) [^,]{3,40}, |^(?:by|from) \w+ \d{4} ", re.IGNORECASE)
_PARTS = re.compile(r"\((?:a|i|1)\).*\((?:b|ii|2)\)", re.IGNORECASE | re.DOTALL)
_JOINED = re.compile(r",| and | & |/")


@dataclass(frozen=True, slots=True)
class Lint:
    """`code`: weak, vague, measure, owners or asks. `phrase` is the stretch it is about, "" for the whole."""

    code: str
    say: str
    detail: str
    phrase: str = ""


def lint(text: str, bodies: Collection[str] = ()) -> tuple[Lint, ...]:
    """At most one of each code: owners, weak, vague, measure, asks. `bodies` are names with an "and" in them."""
    if not text.strip():
        return ()
    return tuple(found for rule in _RULES if (found := rule(text, bodies)) is not None)


@functools.cache
def _data() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = tomllib.loads(resource("recommendations", "lint.toml").read_text("utf-8"))
    return loaded


@functools.cache
def _pattern(code: str, key: str = "words") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()[code][key])})(?!\w)", re.IGNORECASE)


def _lint(code: str, phrase: str = "") -> Lint:
    data = _data()[code]
    return Lint(code, data["say"], f"“{phrase}”" if phrase else data["detail"], phrase)


def _owners(text: str, bodies: Collection[str]) -> Lint | None:
    subject = _subject(text)
    if everybody := _pattern("owners", "everybody").match(subject):
        return _lint("owners", everybody[0])
    for body in bodies:
        subject = re.sub(re.escape(body), "it", subject, flags=re.IGNORECASE)
    named = [part for part in _JOINED.split(subject) if part.strip()]
    return _lint("owners", _subject(text).strip()) if len(named) > 1 and all(map(_is_body, named)) else None


def _subject(text: str) -> str:
    """What comes before the first modal verb: who is asked. Empty when that is too long to be somebody."""
    modal = _MODAL.search(text)
    said = _LEAD.sub("", text[: modal.start()] if modal else "")
    return said if len(said.split()) <= 16 else ""


_BODY = re.compile(
    r"\b(?:police|probation|housing|health|education|services?|trust|council|authority|board|care|schools?|academy|college|gp"
    r"|practice|team|camhs|it|prison|courts?|fire|ambulance|hospital|partnership|charity|association)\b",
    re.IGNORECASE,
)


def _is_body(words: str) -> bool:
    return _BODY.search(words) is not None


def _weak(text: str, _bodies: Collection[str]) -> Lint | None:
    match = _pattern("weak").search(text)
    return _lint("weak", match[0]) if match else None


def _vague(text: str, _bodies: Collection[str]) -> Lint | None:
    match = _pattern("vague").search(text)
    return _lint("vague", match[0]) if match else None


def _measure(text: str, _bodies: Collection[str]) -> Lint | None:
    return None if _pattern("measure").search(text) else _lint("measure")


def _asks(text: str, _bodies: Collection[str]) -> Lint | None:
    also = _pattern("asks", "also").search(text)
    several = len(list(_asked(text))) >= ONE_TOO_MANY
    return _lint("asks", also[0] if also else "") if also or several or _PARTS.search(text) else None


def _asked(text: str) -> Iterator[str]:
    """The verbs of what is asked, each after the modal, a comma or an "and"."""
    verbs = "|".join(_data()["asks"]["verbs"])
    yield from re.findall(
        rf"(?:\b(?:will|should|must|shall)(?: (?:each|also))?|,(?: and)?|;| and) ({verbs})(?:s|es)?\b",
        text,
        re.IGNORECASE,
    )


_RULES = (_owners, _weak, _vague, _measure, _asks)
