"""Slips of the pen that reach print: rules on plain text, nothing of any review in them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping

_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")
# Not abbreviations of bodies or terms that a reader needs written out.
_COMMON = frozenset({"UK", "OK", "PDF", "TV", "AM", "PM", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})
_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_PROMISE = re.compile(
    r"\b(?:will|to be|(?:is|are|remains?) (?:due|planned|expected) (?:to|for|by|in))\b[^.;]*?"
    r"\b(?:by|in|during|from|before|on)\s+(?:the\s+)?(?:end of\s+|autumn\s+|summer\s+|spring\s+|winter\s+)?"
    rf"(?:(\d{{1,2}})\s+)?((?:{'|'.join(_MONTHS)})\s+)?(20\d\d)\b"
)


def unbalanced_quotes(texts: Iterable[str]) -> list[str]:
    """The words around the mark that has no partner, of each text whose curly or straight double quotes do not pair."""
    return [_around(text, at) for text in texts if (at := _lone_quote(text)) is not None]


def _lone_quote(text: str) -> int | None:
    """Where a double quotation mark stands alone: a straight one is taken to pair with the one before it."""
    if text.count("“") == text.count("”") and not text.count('"') % 2:
        return None
    open_at: list[int] = []
    for at, mark in enumerate(text):
        if mark == "“":
            open_at.append(at)
        elif mark == "”" and not open_at:
            return at
        elif mark == "”":
            open_at.pop()
    return open_at[-1] if open_at else text.rindex('"')


def unexpanded(texts: Iterable[str], known: Mapping[str, str]) -> list[str]:
    """Abbreviations used and never written out, in order of first use.

    Written out means: `long form (SHORT)` stands somewhere in the texts. `known` maps short to long form ("" unknown);
    one that is known but not written out in these texts is listed too, for it is the reader who needs it.
    """
    joined = "\n".join(texts)
    used = dict.fromkeys(m.group(0) for m in _ABBREVIATION.finditer(joined))
    return [
        short
        for short in used
        if short not in _COMMON
        and f"({short})" not in joined
        and not (known.get(short) and known[short].casefold() in joined.casefold())
    ]


def passed_promises(texts: Iterable[str], as_at: dt.date) -> list[str]:
    """Sentences that promise something for a time that is over at `as_at`."""
    found = []
    for text in texts:
        for sentence in re.split(r"(?<=[.;])\s+", text):
            for match in _PROMISE.finditer(sentence):
                if _last_day(match) < as_at:
                    found.append(_excerpt(sentence, 120))
                    break
    return found


def _last_day(match: re.Match[str]) -> dt.date:
    day, month, year = match.group(1), (match.group(2) or "").strip(), int(match.group(3))
    if not month:
        return dt.date(year, 12, 31)
    last = calendar.monthrange(year, _MONTHS[month])[1]
    return dt.date(year, _MONTHS[month], min(int(day), last) if day and int(day) else last)


def _around(text: str, at: int, either_side: int = 36) -> str:
    before, after = text[:at], text[at:]
    cut = len(before) - either_side
    left = "… " + before[cut:].partition(" ")[2] if cut > 0 else before
    return " ".join((left + _excerpt(after, either_side)).split())


def _excerpt(text: str, length: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"
