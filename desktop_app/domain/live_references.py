"""References in free text that keep up with the record: typed by number, stored by uid, printed by number again.

    typed                        stored            printed
    {rec:2}, Recommendation 2    {rec:UID}         Recommendation 2
    {finding:3}                  {finding:UID}     Finding 3
    {action:7}                   {action:UID}      Action 7
    {count:recommendations}      as typed          11

Recommendations are those of `domain.crossreferences`. What is no longer there is said in its place; a number that
nothing has, and a count of something else, stay as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.domain import crossreferences
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot

_TYPED = re.compile(r"\{(finding|action):([1-9]\d{0,3})\}")
_STORED = re.compile(r"\{(finding|action):([0-9a-f]{32})\}")
_COUNT = re.compile(r"\{count:([a-z]+)\}")
_NAMES = {"finding": "Finding", "action": "Action"}
_GONE = {"finding": "[a finding that is no longer there]", "action": "[an action that is no longer there]"}
COUNTED = ("recommendations", "actions", "findings", "agencies", "workshops")


def stored(snapshot: Snapshot, text: str) -> str:
    """`text` as typed, with what it names by number held by uid."""
    uids = {name: {number: uid for uid, number in held.items()} for name, held in _numbers(snapshot).items()}

    def token(match: re.Match[str]) -> str:
        uid = uids[match[1]].get(int(match[2]))
        return f"{{{match[1]}:{uid}}}" if uid else match[0]

    recs = {rec.number: rec.uid for rec in snapshot.recommendations}
    return _TYPED.sub(token, crossreferences.tokenise(text, recs))


def typed(snapshot: Snapshot, text: str) -> str:
    """Stored `text` as it was typed, with the numbers of today; what is gone keeps its token."""
    numbers = _numbers(snapshot)

    def token(match: re.Match[str]) -> str:
        number = numbers[match[1]].get(match[2])
        return f"{{{match[1]}:{number}}}" if number else match[0]

    recs = {rec.uid: rec.number for rec in snapshot.recommendations}
    known = _STORED.sub(token, text)
    return crossreferences.render(known, recs)


def printed(snapshot: Snapshot, text: str) -> str:
    """Stored `text` as a reader sees it."""
    numbers = _numbers(snapshot)

    def reference(match: re.Match[str]) -> str:
        number = numbers[match[1]].get(match[2])
        return f"{_NAMES[match[1]]} {number}" if number else _GONE[match[1]]

    def count(match: re.Match[str]) -> str:
        return str(len(getattr(snapshot, match[1]))) if match[1] in COUNTED else match[0]

    recs = {rec.uid: rec.number for rec in snapshot.recommendations}
    return _COUNT.sub(count, _STORED.sub(reference, crossreferences.render(text, recs)))


def _numbers(snapshot: Snapshot) -> Mapping[str, Mapping[str, int]]:
    def by_uid(records: tuple[Record, ...]) -> dict[str, int]:
        return {record.uid: getattr(record, "number", 0) for record in records}

    return {"finding": by_uid(snapshot.findings), "action": by_uid(snapshot.actions)}
