"""Recovery shares while they are typed: is each whole, do they belong together, how many are still needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.storage.share_sheets import SHARE_WORDS, ShareSheet, plan_of, read_sheet, stray_word

__all__ = [
    "SHARE_WORDS",
    "PlanOfFile",
    "Said",
    "ShareTyped",
    "judge_shares",
    "plan_of_file",
    "split_pasted",
    "still_needed",
]


class Said(StrEnum):
    EMPTY = "empty"
    UNFINISHED = "unfinished"  # fewer words than a share has, all of them known
    STRAY = "stray"  # a word that no share has
    WRONG = "wrong"  # all words known and there, but they do not add up
    MANY = "many"  # more words than one share has
    FOREIGN = "foreign"  # whole, and of another set than the file's, or than the one before
    TWICE = "twice"  # whole, and given already
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class ShareTyped:
    """`words` typed so far; `stray`: (number from 1, the word, the nearest known one or ""); `number` in its set."""

    said: Said
    words: int = 0
    stray: tuple[int, str, str] | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class PlanOfFile:
    """Any `needed` of `made` shares open the file."""

    needed: int
    made: int
    set_id: int


def plan_of_file(path: Path) -> PlanOfFile | None:
    """What the file's header says of its shares, None when it has none. Raises UserError for what is no review."""
    plan = plan_of(path)
    return PlanOfFile(plan.needed, plan.made, plan.set_id) if plan else None


def judge_shares(texts: Sequence[str], set_id: int | None = None) -> list[ShareTyped]:
    """One verdict a text. `set_id` is the file's; without it the first whole share says which set it is."""
    found: list[ShareTyped] = []
    given: set[int] = set()
    for text in texts:
        sheet = read_sheet(text)
        if sheet is None:
            found.append(_unfinished(text))
            continue
        set_id = sheet.set_id if set_id is None else set_id
        found.append(ShareTyped(_of_whole(sheet, set_id, given), len(text.split()), number=sheet.number))
        if found[-1].said is Said.WHOLE:
            given.add(sheet.number)
    return found


def still_needed(texts: Sequence[str], judged: Sequence[ShareTyped], plan: PlanOfFile | None) -> int | None:
    """How many more whole shares it takes; None while nothing says how many that is."""
    whole = [text for text, typed in zip(texts, judged, strict=True) if typed.said is Said.WHOLE]
    needed = plan.needed if plan else None
    for text in whole:
        sheet = read_sheet(text)
        needed = sheet.needed if sheet is not None and needed is None else needed
    return None if needed is None else max(needed - len(whole), 0)


def split_pasted(text: str) -> list[str]:
    """The shares in what was pasted: one a line, or one over several lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(read_sheet(line) is not None for line in lines):
        return lines
    return [" ".join(lines)] if lines else []


def _of_whole(sheet: ShareSheet, set_id: int, given: set[int]) -> Said:
    if sheet.set_id != set_id:
        return Said.FOREIGN
    return Said.TWICE if sheet.number in given else Said.WHOLE


def _unfinished(text: str) -> ShareTyped:
    count = len(text.split())
    if not count:
        return ShareTyped(Said.EMPTY)
    # The last word may still be on its way: it is judged once a space or another word follows it.
    settled = text if text[-1].isspace() or count >= SHARE_WORDS else text.rpartition(" ")[0]
    stray = stray_word(settled)
    if stray is not None:
        return ShareTyped(Said.STRAY, count, stray)
    if count > SHARE_WORDS:
        return ShareTyped(Said.MANY, count)
    return ShareTyped(Said.WRONG if count == SHARE_WORDS else Said.UNFINISHED, count)
