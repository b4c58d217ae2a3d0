"""Which page shows a record."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot

_PAGES = {
    "people": "people",
    "bodies": "people",
    "workshops": "workshops",
    "reflections": "workshops",
    "prompts": "workshops",
    "kloes": "analysis",
    "findings": "analysis",
    "recommendations": "recommendations",
    "parts": "recommendations",
    "clocks": "governance",
    "meetings": "governance",
    "outputs": "outputs",
    "involvements": "family",
    "decisions": "setup",
    "terms": "setup",
    "panel": "setup",
    "parallel_processes": "setup",
    "agency_requests": "setup",
    "quotes": "setup",
    "publication_decisions": "setup",
    "abbreviations": "setup",
    "narratives": "outputs",
    "episodes": "episodes",
    "reviews": "setup",
    "themes": "themes",
    "codings": "themes",
    "family_points": "family",
    "agencies": "chronology",
}


def place_of(snapshot: Snapshot, uid: str) -> tuple[str, str]:
    """(page, uid to open there); ("", "") when no page shows the record."""
    if not uid:
        return "", ""
    for part in snapshot.parts:
        if part.uid == uid:
            return "recommendations", part.recommendation
    action = next((update.action for update in snapshot.updates if update.uid == uid), uid)
    for held in snapshot.actions:
        if held.uid == action:
            return "recommendations", action
    for reflection in snapshot.reflections:
        if reflection.uid == uid:
            return "workshops", reflection.workshop
    for family, page in _PAGES.items():
        if any(record.uid == uid for record in getattr(snapshot, family)):
            return page, uid
    # Last, and key ones by what is known without reading them all: they are what is asked after.
    if any(uid == key for key, _ in snapshot.event_figures.key) or any(uid == e.uid for e in snapshot.events):
        return "chronology", uid
    return "", ""
