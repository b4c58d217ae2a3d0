"""References from one recommendation's words to another, kept alive when recommendations move.

Token grammar, in stored text:

    token    = "{rec:" uid "}"                   32 hexadecimal characters
    mention  = word " " token { joint token } [ " " side ]
    word     = "Recommendation" | "Recommendations" | "Rec" | "Recs", in any case, kept as written
    joint    = ", " | " and " | " or " | " to " | " & " | "-" and their like, kept as written
    side     = "above" | "below"

A token prints as its target's number, so "Recommendation {rec:UID} above" prints "Recommendation 2 above". A token
with no word before it prints as "Recommendation 2". The side is worked out anew from the numbers each time; where the
targets lie on both sides each gets its own. Everything else is printed exactly as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = r"\b(?:recommendations?|recs?)\b\.?(?:\s+(?:no\.?|numbers?|nos\.?))?\s+"
_NUMBER = r"[1-9]\d?(?!\d|[.%/]\d)"
_JOINT = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+|\s*&\s*|\s*[-–]\s*)"
_SIDE = r"(?:\s+(?P<side>above|below)\b)?"
_MENTION = re.compile(rf"{_WORD}(?P<list>{_NUMBER}[a-z]?\b(?:{_JOINT}{_NUMBER}[a-z]?\b)*){_SIDE}", re.I)
_TYPED = re.compile(rf"\{{rec:({_NUMBER})\}}")
_TOKEN = re.compile(r"\{rec:([0-9a-f]{32})\}")
_T = r"\{rec:[0-9a-f]{32}\}[a-z]?"
_GROUP = re.compile(
    rf"(?P<word>{_WORD})?(?P<list>{_T}(?:{_JOINT}{_T})*)(?P<gap>\s+)?(?P<side>(?<=\s)(?:above|below)\b)?", re.I
)
GONE = "[a recommendation that is no longer there]"


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names the recommendations `numbers`; `direction` is "above", "below" or ""."""

    start: int
    end: int
    numbers: tuple[int, ...]
    direction: str


def find_mentions(text: str) -> list[Mention]:
    """Recommendations named by number, in order."""
    return [
        Mention(m.start(), m.end(), tuple(int(n) for n in re.findall(r"\d+", m["list"])), (m["side"] or "").lower())
        for m in _MENTION.finditer(text)
    ]


def tokenise(text: str, uid_of_number: Mapping[int, str]) -> str:
    """Text with the number of each known target as a token; unknown numbers stay as they are written.

    A token typed with a number, "{rec:2}", becomes one with a uid.
    """

    def token(match: re.Match[str]) -> str:
        uid = uid_of_number.get(int(match[0]))
        return f"{{rec:{uid}}}" if uid else match[0]

    def mention(match: re.Match[str]) -> str:
        start, end = match.start("list") - match.start(), match.end("list") - match.start()
        whole = match[0]
        return whole[:start] + re.sub(r"\d+", token, match["list"]) + whole[end:]

    def typed(match: re.Match[str]) -> str:
        uid = uid_of_number.get(int(match[1]))
        return f"{{rec:{uid}}}" if uid else match[0]

    return _MENTION.sub(mention, _TYPED.sub(typed, text))


def render(text: str, number_of_uid: Mapping[str, int], own_number: int = 0) -> str:
    """Text with tokens as numbers, and "above" or "below" as the numbers now say.

    `own_number` is the recommendation the text belongs to; 0 (the text stands elsewhere) leaves sides as written.
    """
    return _GROUP.sub(lambda match: _printed(match, number_of_uid, own_number), text) if "{rec:" in text else text


def _printed(match: re.Match[str], number_of_uid: Mapping[str, int], own_number: int) -> str:
    uids = _TOKEN.findall(match["list"])
    word = match["word"] or ("Recommendations " if len(uids) > 1 else "Recommendation ")
    gap, side = match["gap"] or "", match["side"] or ""
    numbers = [number_of_uid.get(uid) for uid in uids]
    sides = {_side(n, own_number) for n in numbers if n is not None and n != own_number}
    if side and own_number and len(sides) == 2:
        listed = _TOKEN.sub(lambda t: _with_side(number_of_uid.get(t[1]), own_number, gap), match["list"])
        return word + listed
    listed = _TOKEN.sub(lambda t: str(number_of_uid.get(t[1], GONE)), match["list"])
    if side and own_number and len(sides) == 1:
        new = sides.pop()
        side = new.capitalize() if side[0].isupper() else new
    return word + listed + gap + side


def _side(number: int, own_number: int) -> str:
    return "above" if number < own_number else "below"


def _with_side(number: int | None, own_number: int, gap: str) -> str:
    if number is None:
        return GONE
    return f"{number}{gap}{_side(number, own_number)}" if number != own_number else str(number)


def cites(text: str) -> tuple[str, ...]:
    """Uids of the recommendations a stored text refers to, each once, in order."""
    return tuple(dict.fromkeys(_TOKEN.findall(text)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of stored text. `uid` is the recommendation a reference leads to, "" for plain words."""

    stored: str
    printed: str
    uid: str = ""


def pieces(text: str, number_of_uid: Mapping[str, int], own_number: int = 0) -> list[Piece]:
    """`text` cut into plain words and references; the `stored` of all, joined, is `text` again."""
    found: list[Piece] = []
    end = 0
    for match in _GROUP.finditer(text):
        # A blank after the token belongs to the reference only when "above" or "below" follows it.
        stop = match.end() if match["side"] else match.end("list")
        if match.start() > end:
            found.append(Piece(text[end : match.start()], text[end : match.start()]))
        stored = text[match.start() : stop]
        found.append(Piece(stored, render(stored, number_of_uid, own_number), _TOKEN.findall(match["list"])[0]))
        end = stop
    return [*found, Piece(text[end:], text[end:])] if end < len(text) else found
