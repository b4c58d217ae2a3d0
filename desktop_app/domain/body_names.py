"""Whether two names may be of one body: the same words in another order, short forms, small slips.

Words that only say "a group of people" are passed over ("Executive Members Group" and "Executive"); words that tell
bodies apart (board, partnership, committee, team) are not: a partnership that followed a board is another body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_][\w&]*|\d+")
_LINKS = frozenset({"the", "of", "and", "for", "in", "on", "to", "with", "a", "an", "at"})
_PEOPLE = frozenset({"group", "sub", "subgroup", "member", "meeting"})
_FEWEST_LETTERS = 8  # of a name in which one wrong letter may be a slip
# What people call a body, in a text: capitals, ended by one of these.
HEADS = (
    *("Group", "Groups", "Board", "Partnership", "Panel", "Committee", "Team", "Service", "Services", "Council"),
    *("Executive", "Trust", "Forum", "Network", "Police", "Constabulary", "Hub"),
)
_CAPITAL = r"[A-Z][\w\u2019\x27&-]*"
_IN_TEXT = re.compile(rf"(?:{_CAPITAL}(?:[ ](?:of|and|for|the|&)(?=[ ][A-Z]))?[ ])+(?:{'|'.join(HEADS)})\b")


def tidy(name: str) -> str:
    """As two writings of it are compared: one space, no case, straight apostrophes."""
    return " ".join(name.replace("\u2019", "\x27").casefold().split())


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """Words that name the body, singular, without links and without words for "a group of people"."""
    plain = tidy(name).replace("\x27s", "").replace("\x27", "").replace("&", " and ").replace("-", " ")
    found = [_singular(word) for word in _WORD.findall(plain) if word not in _LINKS]
    telling = tuple(word for word in found if word not in _PEOPLE)
    return telling or tuple(found)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def initials(name: str) -> str:
    """ "JCG" of "Joint Co-ordinating Group"."""
    joined = name.replace("-", "")
    return "".join(word[0] for word in joined.split() if word.casefold() not in _LINKS and word[0].isalpha()).upper()


def why_alike(a: str, b: str, spelt: Mapping[str, str]) -> str:
    """Why they may be one body, as a phrase; "" when nothing says so. `spelt` is abbreviation to what it stands for."""
    if tidy(a) == tidy(b):
        return "the same words"
    whole_a, whole_b = spelt.get(a.strip(), a), spelt.get(b.strip(), b)
    first, second = words_of(whole_a), words_of(whole_b)
    if not first or not second:
        return ""
    if sorted(first) == sorted(second):
        return (
            "one is short for the other" if (whole_a, whole_b) != (a, b) else "the same words but for order or “group”"
        )
    for short, long in ((a, b), (b, a)):
        if short.isupper() and len(short) > 1 and initials(long) == short:
            return "one is the initials of the other"
    few, many = sorted((first, second), key=len)
    if len(few) >= 2 and len(few) < len(many) and few in (many[: len(few)], many[-len(few) :]):
        return "one is the other with more words"
    if _one_slip(" ".join(first), " ".join(second)):
        return "one letter is different"
    return ""


def keys_of(name: str, spelt: Mapping[str, str]) -> set[str]:
    """Two names that may be one body share one of these: so that not every pair has to be weighed."""
    words = words_of(spelt.get(name.strip(), name))
    joined = " ".join(words)
    keys = {f"sorted {' '.join(sorted(words))}", f"squashed {''.join(words)}", f"letters {initials(name)}"}
    if name.isupper():
        keys.add(f"letters {name}")
    if len(words) > 1:
        keys |= {f"first {' '.join(words[:2])}", f"last {' '.join(words[-2:])}"}
    whole = len(joined)
    for half in (
        {(whole - 1) // 2 - 1, whole // 2 - 1, (whole + 1) // 2 - 1} if whole >= _FEWEST_LETTERS else set[int]()
    ):
        keys |= {f"head {joined[:half]}", f"tail {joined[-half:]}"}  # one slip leaves one half as it is
    return keys


def _one_slip(a: str, b: str) -> bool:
    """Is one letter wrong, missing, added or changed places, in names long enough for that to be a slip?"""
    if min(len(a), len(b)) < _FEWEST_LETTERS or abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if any(c.isdigit() for c in rest_a[:1] + rest_b[:1]):
        return False  # "Team 1" and "Team 2" are two
    swapped = rest_a[1:2] + rest_a[:1] + rest_a[2:]
    return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:] or swapped == rest_b


def named_in(text: str) -> list[str]:
    """What stands in a text like the name of a body, in order, as often as it stands there."""
    return [_without_article(match[0]) for match in _IN_TEXT.finditer(text)]


def _without_article(name: str) -> str:
    return name.removeprefix("The ")
