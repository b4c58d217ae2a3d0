"""What earlier summaries said of how many came from which group: who holds two of them can subtract.

The words of a written output are kept in the review, so what an earlier one printed is read from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from desktop_app.domain.output import OutputKind
from desktop_app.domain.small_groups import SMALLEST_GROUP
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.wording import words


def earlier_counts(snapshot: Snapshot) -> list[dict[str, int]]:
    """Group -> how many, of each summary that was written; groups in small letters."""
    from desktop_app.services.release.kept_text import unpack  # which needs a composer, and is rarely wanted

    summaries = {output.uid for output in snapshot.outputs if output.kind is OutputKind.REFLECTIONS_SUMMARY}
    found = []
    for kept in snapshot.output_texts:
        if kept.output in summaries:
            counts = dict(_read(unit.sentence for unit in unpack(kept.packed) if unit.label == "point"))
            if counts:
                found.append(counts)
    return found


def without_differences(
    printed: Mapping[str, int], earlier: list[dict[str, int]], wider: Mapping[str, str]
) -> dict[str, int]:
    """The groups that may be printed beside what was: of no group, alone or with those under it, one or two more or
    fewer.

    `wider`: group -> the next one up. The smallest go first, until the difference is nothing or at least three.
    """
    left = dict(printed)
    for before in earlier:
        for group, count in printed.items():
            if 0 < abs(count - before.get(group.casefold(), count)) < SMALLEST_GROUP:
                left.pop(group, None)
        for above in sorted({line for group in (*left, *before) for line in _line(group, wider)}):
            then = sum(count for group, count in before.items() if above in _line(group, wider))
            while True:
                under = [group for group in left if above in _line(group, wider)]
                if not under or not 0 < abs(sum(left[group] for group in under) - then) < SMALLEST_GROUP:
                    break
                left.pop(min(under, key=lambda group: (left[group], group)))
    return left


def _line(group: str, wider: Mapping[str, str]) -> list[str]:
    """A group and those above it, in small letters: as printed they begin with a capital."""
    folded = {name.casefold(): above.casefold() for name, above in wider.items()}
    line: list[str] = []
    at = group.casefold()
    while at and at not in line:
        line.append(at)
        at = folded.get(at, "")
    return line


def _read(sentences: Iterator[str]) -> Iterator[tuple[str, int]]:
    for sentence in sentences:
        if match := _pattern().fullmatch(sentence):
            yield match["group"].casefold(), int(match["count"])


@cache
def _pattern() -> re.Pattern[str]:
    """The wording as it is printed, read backwards."""
    template = re.escape(words("reflections-summary", "group", group="\0", count="\1"))
    return re.compile(template.replace(re.escape("\0"), "(?P<group>.+)").replace(re.escape("\1"), r"(?P<count>\d+)"))
