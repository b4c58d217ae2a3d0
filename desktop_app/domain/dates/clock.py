"""The time of day, taken off one end of a wording."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_ABOUT = r"(?:at|from|@|about|around|approx\.?|approximately|circa|c\.|~|t(?=\d)|\s|-|,|;|\()*"
_PART = (
    r"(?:early hours|(?:late |early )?(?:morning|afternoon|evening)|lunch ?time|(?:late |early )?(?:a\.?m\.?|p\.?m\.?)|"
    r"(?:after|before|during) school|first thing|day ?time|school day|"
    r"(?:exact )?time (?:not (?:known|recorded|stated|given|noted)|unknown|unclear|n/?k|tbc)|"
    r"(?:no|unknown) time(?: (?:given|recorded|stated))?)"
)
_CLOCK = (
    r"(?:(?P<h>\d{1,2})(?::(?P<m>\d{2})(?::\d{2}(?:\.\d+)?)?|(?P<dot>\.)(?P<m2>\d{2}))"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<hours>hrs|hours|hr|h)?"
    r"|(?P<h2>\d{1,2})\s*(?P<half2>[ap]\.?m\.?)"
    r"|(?P<h3>\d{1,2})(?:[:.](?P<m3>\d{2}))?\s*(?:-|to|until)\s*(?P<to3>\d{1,2})(?:[:.]\d{2})?\s*(?P<half3>[ap]\.?m\.?)"
    r"|(?P<mil>\d{4})\s*(?P<hours2>hrs|hours|hr|h)?"
    r"|(?P<word>12 noon|noon|midday|midnight|12 midnight))"
)
_ISH = r"(?P<ish>\s*-?(?:ish|approx\.?|approximately|\(approx\.?\)))?"
_ZONE = r"\s*(?:\(?(?:bst|gmt|utc|z)\)?|[+-]\d{2}:?\d{2})?"
_UNTIL = r"(?:\s*(?:-|to|until)\s*\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]\.?m\.?|hrs|hours|h)?)?"
_AT_END = re.compile(rf"^(?P<date>.*?[\w).'])(?P<gap>\s*t(?=\d)|[\s,;@(-]+{_ABOUT}){_CLOCK}{_ISH}{_ZONE}{_UNTIL}\)?$")
_AT_END_LONGEST = re.compile(_AT_END.pattern.replace(".*?", ".*", 1))
_AT_START = re.compile(
    rf"^(?:at\s+|about\s+|approx\.?\s+)?{_CLOCK}{_ISH}{_ZONE}{_UNTIL}(?P<gap>\s*[,;-]\s*|\s+)(?:on\s+)?(?P<date>.+)$"
)
_ALONE = re.compile(rf"^{_ABOUT}{_CLOCK}{_ISH}{_ZONE}{_UNTIL}\)?$")
_PART_AT_END = re.compile(rf"^(?P<date>.+?)[\s,(-]+(?:in the |at |that )?{_PART}\)?$")
_PART_AT_START = re.compile(rf"^(?:the )?{_PART},? (?:of |on )?(?:the )?(?P<date>.+)$")
_APPROXIMATE = re.compile(r"about|around|approx|circa|c\.|~")


@dataclass(frozen=True, slots=True)
class Split:
    """`rest` is the wording without its time. `time` None with `part` set: only "morning", "pm" and their like.
    `bad` is set for a time that no clock shows.
    """

    rest: str
    time: dt.time | None = None
    bad: str = ""
    approximate: bool = False
    is_doubtful: bool = False  # "14.05" or "1405" with nothing to say it is a time: only after a whole date


def split_time(text: str) -> list[Split]:
    """Every way of taking a time off `text`, likeliest first; [] when it holds none."""
    found = []
    for pattern in (_AT_END_LONGEST, _AT_END, _AT_START):
        if match := pattern.match(text):
            gap = match["gap"]
            split = _split(match["date"].strip(" ,;-@("), match, bool(_APPROXIMATE.search(gap)))
            if not (split.is_doubtful and ("-" in gap or _is_year(match["mil"]))):  # "3.5.24-5.5" is rather a range
                found.append(split)
    for pattern in (_PART_AT_END, _PART_AT_START):
        if match := pattern.match(text):
            found.append(Split(match["date"].strip(" ,;-(")))
    return found


def read_time(text: str) -> Split | None:
    """A time standing alone, e.g. in a column of its own; None when it is none."""
    match = _ALONE.match(text.strip().lower())
    return _split("", match, bool(_APPROXIMATE.search(text.lower()))) if match else None


def _is_year(figures: str | None) -> bool:
    return bool(figures) and 1990 <= int(figures or 0) <= 2059


def _split(rest: str, match: re.Match[str], approximate: bool) -> Split:
    time, bad = _time(match)
    approximate = approximate or bool(match["ish"])
    said = match["half"] or match["hours"] or match["hours2"]
    return Split(rest, time, bad, approximate, bool((match["dot"] or match["mil"]) and not said))


def _time(match: re.Match[str]) -> tuple[dt.time | None, str]:
    if word := match["word"]:
        return (dt.time(12), "") if "midnight" not in word else (None, "the midnight before that day, or after it?")
    if military := match["mil"]:
        hour, minute, half = int(military[:2]), int(military[2:]), ""
    elif match["h3"]:
        hour, minute, half = int(match["h3"]), int(match["m3"] or 0), match["half3"][:1]
        if hour < 12 and hour > int(match["to3"]) % 12:  # "11-1pm" begins in the other half of the day
            half = "a" if half == "p" else "p"
    elif match["h"]:
        hour, minute, half = int(match["h"]), int(match["m"] or match["m2"]), (match["half"] or "")[:1]
    else:
        hour, minute, half = int(match["h2"]), 0, match["half2"][:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or (half == "a" and hour > 12):
        return None, "no clock shows that time"
    return dt.time(hour, minute), ""
