"""The groups of those who came to workshops, as they may be printed."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.small_groups import Shared, shared_by
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Attribution, Participant, Reflection
from desktop_app.services.workshop_library import wider_group


def counts_of(people: Iterable[Participant]) -> dict[str, int]:
    """Role group -> how many came. Who came twice, by name, counts once."""
    seen: set[tuple[str, str]] = set()
    counts: dict[str, int] = {}
    for person in people:
        group = person.role_group.strip()
        key = (person.name.strip().casefold() or person.uid, group)
        if person.attended and group and key not in seen:
            seen.add(key)
            counts[group] = counts.get(group, 0) + 1
    return counts


def wider_of(people: Iterable[Participant]) -> dict[str, str]:
    """Group -> the next one up, as somebody entered it, else as the list of groups has it."""
    found: dict[str, str] = {}
    for person in people:
        group = person.role_group.strip()
        if group:
            found.setdefault(group, person.wider_group.strip() or wider_group(group))
    for above in list(found.values()):
        if above:
            found.setdefault(above, wider_group(above))
    return found


def groups_at(snapshot: Snapshot, workshop: str = "") -> dict[str, Shared]:
    """Role group -> as what its members may be printed; of one workshop, or of all together."""
    people = [p for p in snapshot.participants if workshop in ("", p.workshop)]
    return shared_by(counts_of(people), wider_of(people))


def printed_group(snapshot: Snapshot, reflection: Reflection) -> str:
    """The group to be printed with a reflection, "" for none: it must be large enough at its own workshop."""
    if reflection.attribution not in (Attribution.ROLE, Attribution.AGENCY_TYPE) or not reflection.group:
        return ""
    shared = groups_at(snapshot, reflection.workshop)
    labels = {found.label for found in shared.values()}
    if reflection.group in shared:
        return shared[reflection.group].label
    return reflection.group if reflection.group in labels else ""
