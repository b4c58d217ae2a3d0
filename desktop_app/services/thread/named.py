"""Records of the thread as somebody names them at the command line, and their threads as plain JSON values."""

from __future__ import annotations

import re

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.thread.labels import Labels
from desktop_app.services.thread.links import UID, family_by_uid
from desktop_app.services.thread.trail import LAYERS, Node, Thread

_NUMBERED = {
    "finding": "findings",
    "recommendation": "recommendations",
    "rec": "recommendations",
    "action": "actions",
    "kloe": "kloes",
    "episode": "episodes",
    "kpe": "episodes",
}


def record_named(snapshot: Snapshot, name: str) -> str:
    """uid of a record: itself, the ref of an event, the key of a passage, or “finding 3”. Raises UserError."""
    wanted = name.strip().casefold()
    if UID.fullmatch(wanted) and wanted in family_by_uid(snapshot):
        return wanted
    numbered = re.fullmatch(r"([a-z]+)\s*(\d+)", wanted)
    if numbered and numbered[1] in _NUMBERED:
        for record in getattr(snapshot, _NUMBERED[numbered[1]]):
            if record.number == int(numbered[2]):
                return str(record.uid)
    found = [event.uid for event in snapshot.events if wanted and event.ref.casefold() == wanted]
    found += [passage.uid for passage in snapshot.narratives if wanted and passage.key.casefold() == wanted]
    if len(found) != 1:
        raise UserError(
            "Several records are called that." if found else "There is no such record.",
            safe="Nothing was changed.",
            do="Give a ref such as CSC-014, “finding 3”, the key of a passage, or a uid that “candour list” gives.",
            code="no-such-record",
            exit_code=Exit.USAGE,
        )
    return found[0]


def thread_of(snapshot: Snapshot, uid: str) -> dict[str, object]:
    """What it rests on and what rests on it, nearest first; both empty for what is no part of the thread."""
    trail = Thread(snapshot).trail(uid)
    labels = Labels(snapshot)

    def line(node: Node) -> dict[str, object]:
        return {
            "uid": node.uid,
            "kind": node.family,
            "label": labels.of(node.family, node.record),
            "layer": LAYERS[node.layer],
            "steps": abs(node.distance),
        }

    return {
        "uid": trail.root if trail else uid,
        "rests_on": [line(node) for node in trail.below()] if trail else [],
        "carries": [line(node) for node in trail.above()] if trail else [],
    }
