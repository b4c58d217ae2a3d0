"""Groups so small that naming one names its members: as what their members may be printed instead.

The rule of the field is three: a role or an agency is printed only when at least three of those who came share it, else
the next group up. What is left over must be three as well, or it could be read by taking the printed groups from the
whole; so a printed group joins the next one up where that one would be too small by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST_GROUP = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """`label` is what may be printed, "" for nothing at all; `count` of those who came are printed as that."""

    label: str
    count: int


def shared_by(counts: Mapping[str, int], wider: Mapping[str, str]) -> dict[str, Shared]:
    """Group -> as what its members may be printed.

    `counts`: group -> how many of those who came belong to it and to no narrower one. `wider`: group -> the next one
    up; a group that leads to itself ends there. Everybody is counted under one label only, so that no two outputs
    differ by fewer than `SMALLEST_GROUP` people.
    """
    parents = {group: _parent(group, wider) for group in _all_groups(counts, wider)}
    held: dict[str, list[str]] = {group: [group] for group, count in counts.items() if count > 0}
    deepest_first = sorted(parents, key=lambda group: (-len(_line(group, parents)), group))
    for group in deepest_first:
        inside = held.get(group, [])
        while inside and _size(inside, counts) < SMALLEST_GROUP:
            joined = _smallest_below(group, held, counts, parents)
            if not joined:
                break
            inside += held.pop(joined)
        if inside and _size(inside, counts) < SMALLEST_GROUP:
            held.setdefault(parents[group], []).extend(held.pop(group))
    return {
        member: Shared(label, _size(members, counts)) if label else Shared("", 0)
        for label, members in held.items()
        for member in members
    }


def _all_groups(counts: Mapping[str, int], wider: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    for group in counts:
        while group and group not in found:
            found.add(group)
            group = wider.get(group, "")
    return found


def _parent(group: str, wider: Mapping[str, str]) -> str:
    """The next group up; "" where there is none, or where going up would come round again."""
    seen, at = {group}, wider.get(group, "")
    parent = at
    while at:
        if at in seen:
            return "" if group == min(seen) or at == group else parent
        seen.add(at)
        at = wider.get(at, "")
    return parent


def _line(group: str, parents: Mapping[str, str]) -> list[str]:
    """The groups above one, nearest first."""
    line: list[str] = []
    at = parents.get(group, "")
    while at and at not in line:
        line.append(at)
        at = parents.get(at, "")
    return line


def _size(members: list[str], counts: Mapping[str, int]) -> int:
    return sum(counts.get(member, 0) for member in members)


def _smallest_below(
    group: str, held: Mapping[str, list[str]], counts: Mapping[str, int], parents: Mapping[str, str]
) -> str:
    """The smallest printed group under this one; of two alike one that was not made of others, then by name."""
    below = [other for other in held if other != group and group in _line(other, parents)]
    return min(below, key=lambda other: (_size(held[other], counts), held[other] != [other], other), default="")


__all__ = ["SMALLEST_GROUP", "Shared", "shared_by"]
