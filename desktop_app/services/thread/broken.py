"""References that lead nowhere: to nothing, into the bin, to the wrong kind of record, round in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.thread.labels import Labels, a_kind
from desktop_app.services.thread.links import LINKS, Link, citations, family_by_uid, targets, wanted


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """`uid.field` refers to `target`, and should not, or cannot. `what` is a sentence without names.

    `code`: link-missing, link-binned, link-wrong-kind, link-circle, or link-part (a part that a recommendation lacks).
    """

    code: str
    uid: str
    field: str
    target: str
    what: str


def broken_links(snapshot: Snapshot, binned: Collection[str] = ()) -> list[BrokenLink]:
    """Each broken link once. `binned` are uids that lie in the bin, from where they can be put back."""
    check = _Check(snapshot, frozenset(binned))
    found = [broken for link in LINKS for broken in check.along(link)]
    found += check.cited()
    return [*found, *(broken for link in LINKS if link.chain for broken in check.circles(link))]


class _Check:
    def __init__(self, snapshot: Snapshot, binned: frozenset[str]) -> None:
        self._snapshot, self._binned = snapshot, binned
        self._family = family_by_uid(snapshot)
        self._labels = Labels(snapshot)

    def along(self, link: Link) -> Iterator[BrokenLink]:
        family = self._family
        for record in getattr(self._snapshot, link.family):
            for uid in targets(link, record):
                held, must = family.get(uid, ""), wanted(link, record)
                if not held or (must or held) != held:
                    yield self._broken(link.family, record, link.field, uid, must)

    def cited(self) -> Iterator[BrokenLink]:
        letters: dict[str, set[str]] = defaultdict(set)
        for part in self._snapshot.parts:
            letters[part.recommendation].add(part.letter)
        for family, record, uid, letter in citations(self._snapshot):
            if self._family.get(uid) != "recommendations":
                yield self._broken(family, record, "text", uid, "recommendations")
            elif letter and letter not in letters[uid]:
                what = f"{self._labels.of(family, record)} cites a part {letter} that its recommendation does not have."
                yield BrokenLink("link-part", record.uid, "text", uid, what)

    def _broken(self, family: str, record: Record, field: str, uid: str, wanted: str) -> BrokenLink:
        holder, kind = self._labels.of(family, record), a_kind(wanted)
        if uid in self._family:
            held = a_kind(self._family[uid])
            code, what = "link-wrong-kind", f"{holder} points at {held} where {kind} belongs."
        elif uid in self._binned:
            code, what = "link-binned", f"{holder} points at {kind} that is in the bin."
        else:
            code, what = "link-missing", f"{holder} points at {kind} that is not there."
        return BrokenLink(code, record.uid, field, uid, what)

    def circles(self, link: Link) -> Iterator[BrokenLink]:
        """Each circle once, told at the first of its records."""
        records = {record.uid: record for record in getattr(self._snapshot, link.family)}
        settled: set[str] = set()
        for start in records:
            walked: dict[str, None] = {}
            at = start
            while at in records and at not in settled and at not in walked:
                walked[at] = None
                at = next(iter(targets(link, records[at])), "")
            if at in walked:
                what = f"{self._labels.of(link.family, records[at])} leads back to itself."
                yield BrokenLink("link-circle", at, link.field, at, what)
            settled.update(walked)
