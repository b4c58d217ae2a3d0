"""People of the register in an account's words, and the agency a practitioner speaks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.lexicon import kind_of_agency
from desktop_app.services.merging.phrases import Phrases
from desktop_app.services.merging.words import stems_of

NAME = "@"  # begins the token of a person
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "pc", "dc", "ds", "sgt"})


class NameFinder:
    """Whole names, aliases, and first or last names that only one person of the register has."""

    def __init__(self, snapshot: Snapshot) -> None:
        entries: dict[str, str] = {}
        single: dict[str, set[str]] = {}
        for person in snapshot.people:
            for name in (person.name, *person.aliases):
                parts = [part for part in name.split() if part.casefold().strip(".") not in _TITLES]
                if parts:
                    entries[" ".join(parts)] = person.uid
                for part in parts:
                    if len(part) > 2:
                        single.setdefault(part, set()).add(person.uid)
        entries |= {part: uids.copy().pop() for part, uids in single.items() if len(uids) == 1}
        self._phrases = Phrases[str]((name, uid) for name, uid in entries.items() if stems_of(name))
        self._kinds = {p.uid: kind_of_agency(p.agency, p.agency) for p in snapshot.people if p.agency}

    def find(self, stems: Sequence[str]) -> dict[int, tuple[int, str]]:
        """Start -> (end, uid of the Person)."""
        return {found.start: (found.end, found.what) for found in self._phrases.find(stems)}

    def agencies_of(self, names: Mapping[int, tuple[int, str]], event: ChronologyEvent) -> frozenset[str]:
        """Kinds of agency whose practitioners the event names; `names` as `find` gave them."""
        if not self._kinds:
            return frozenset()
        uids = {uid for _, uid in names.values()} | set(event.people)
        return frozenset(self._kinds[uid] for uid in uids if self._kinds.get(uid))
