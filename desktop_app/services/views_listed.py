"""Saved views as plain JSON: each in the words by which the command line takes them, not in uids."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_filter import to_json
from desktop_app.services.saved_views import filter_of, views


def view_lines(snapshot: Snapshot) -> list[dict[str, object]]:
    """`{"name", "columns", "filters"}`; what a view names and the review has no more is left out."""
    words: dict[str, Mapping[str, str | int]] = {
        "agencies": {agency.uid: agency.code for agency in snapshot.agencies},
        "kloes": {kloe.uid: kloe.number for kloe in snapshot.kloes},
        "people": {person.uid: person.name for person in snapshot.people},
        "episodes": {episode.uid: episode.number for episode in snapshot.episodes},
    }
    lines: list[dict[str, object]] = []
    for view in views(snapshot):
        filters: dict[str, Any] = json.loads(to_json(filter_of(view)))
        for name, known in words.items():
            if name in filters:
                filters[name] = sorted((known[uid] for uid in filters[name] if uid in known), key=str)
        lines.append({"name": view.name, "columns": list(view.columns), "filters": filters})
    return lines
