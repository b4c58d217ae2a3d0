"""Two versions of an output, sentence by sentence: what was added, removed, changed or moved, and in which section."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.kept_text import Unit, unpack

_ALIKE = 0.5  # share of words in common from which two sentences are one that was changed
_WORD = re.compile(r"\s+|\w+(?:[’'-]\w+)*|[^\w\s]")
_LEAST = 2  # blanks in a sentence that can be told to have moved: "Complete." stands in too many places
_FEW = 12  # sentences either side of a change among which its other half is looked for


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is "" for what was added, `after` for what was removed. `section` is where it stands in the later one,
    `label` what it is there (a column, a heading), `was` the section it stood in before, for what moved."""

    kind: Kind
    section: str
    label: str
    before: str = ""
    after: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`same` counts the sentences that stand in both, in the same place."""

    changes: tuple[Change, ...]
    same: int

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)


def compare_outputs(snapshot: Snapshot, before: Output, after: Output) -> Comparison:
    """Raises UserError no-text where one was written by a version of Candour that kept no words of it."""
    return compare(kept_units(snapshot, before), kept_units(snapshot, after))


def kept_units(snapshot: Snapshot, output: Output) -> tuple[Unit, ...]:
    """Raises UserError no-text."""
    for held in snapshot.output_texts:
        if held.output == output.uid:
            return unpack(held.packed)
    raise UserError(
        f"The words of draft {output.version} were not kept: an earlier version of Candour wrote it.",
        safe="Nothing was changed.",
        do="Compare drafts that were written since.",
        code="no-text",
        exit_code=Exit.USAGE,
    )


def compare(before: Sequence[Unit], after: Sequence[Unit]) -> Comparison:
    """Changes in the order of the later text; what was removed stands where it stood.

    A section that is only called something else, as when its heading counts, moves nothing.
    """
    old, new = ([(unit.label, unit.sentence) for unit in units] for units in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new)
    found: list[Change] = []
    same = 0
    for what, start, end, to, stop in matcher.get_opcodes():
        if what == "equal":
            same += end - start
        else:
            found += _paired(before[start:end], after[to:stop])
    return Comparison(tuple(_moved(found)), same)


def words_apart(before: str, after: str) -> Iterator[tuple[str, str]]:
    """(what, words): "same", "removed" or "added", in reading order; all but the added ones together are `before`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    for what, start, end, to, stop in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", "".join(old[start:end])
            continue
        if end > start:
            yield "removed", "".join(old[start:end])
        if stop > to:
            yield "added", "".join(new[to:stop])


def _paired(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Change]:
    """A stretch that differs: each later sentence with the earlier one most like it nearby, in order."""
    at = 0
    for place, unit in enumerate(new):
        found = _most_alike(old, at, unit)
        if found is None and unit.label and len(old) - at == len(new) - place and old[at].label == unit.label:
            found = at  # one cell for another: "In progress", then "Complete"
        if found is None:
            yield Change(Kind.ADDED, unit.section, unit.label, after=unit.sentence)
            continue
        yield from (_gone(gone) for gone in old[at:found])
        if old[found].sentence != unit.sentence:
            yield Change(Kind.CHANGED, unit.section, unit.label, old[found].sentence, unit.sentence)
        elif old[found].label != unit.label:
            yield _shifted(old[found], unit)
        at = found + 1
    yield from (_gone(gone) for gone in old[at:])


def _most_alike(old: Sequence[Unit], at: int, unit: Unit) -> int | None:
    best, place = 0.0, None
    words = _WORD.findall(unit.sentence)
    for near in range(at, min(at + _FEW, len(old))):
        if old[near].label != unit.label and old[near].sentence != unit.sentence:
            continue
        matcher = difflib.SequenceMatcher(None, _WORD.findall(old[near].sentence), words, autojunk=False)
        if matcher.quick_ratio() > max(best, _ALIKE) and (ratio := matcher.ratio()) > max(best, _ALIKE):
            best, place = ratio, near
    return place


def _gone(unit: Unit) -> Change:
    return Change(Kind.REMOVED, unit.section, unit.label, before=unit.sentence)


def _shifted(old: Unit, new: Unit) -> Change:
    return Change(Kind.MOVED, new.section, new.label, old.sentence, new.sentence, was=old.section)


def _moved(found: Sequence[Change]) -> Iterator[Change]:
    """What was removed in one place and added in another, word for word, moved; a word or two did not."""
    gone: dict[str, list[int]] = defaultdict(list)
    for place, change in enumerate(found):
        if change.kind is Kind.REMOVED and change.before.count(" ") >= _LEAST:
            gone[change.before].append(place)
    taken: set[int] = set()
    came: dict[int, Change] = {}
    for place, change in enumerate(found):
        if change.kind is Kind.ADDED and gone.get(change.after):
            origin = gone[change.after].pop(0)
            taken.add(origin)
            came[place] = replace(change, kind=Kind.MOVED, before=change.after, was=found[origin].section)
    yield from (came.get(place, change) for place, change in enumerate(found) if place not in taken)
