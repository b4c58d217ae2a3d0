"""What later returns of an agency did to one of its events: left it out, or said it in other words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn
from desktop_app.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Earlier:
    """What `field` said until `replaced_by` changed it; None when that return is gone."""

    field: str
    text: str
    replaced_by: ChronologyReturn | None


def left_out_of(snapshot: Snapshot, event: ChronologyEvent) -> ChronologyReturn | None:
    """The return that no longer has it, though the review keeps it."""
    return next((sent for sent in snapshot.returns if sent.uid == event.missing_from), None)


def earlier_of(snapshot: Snapshot, uid: str) -> list[Earlier]:
    """The oldest first."""
    returns = {sent.uid: sent for sent in snapshot.returns}
    held = [Earlier(e.field, e.text, returns.get(e.replaced_by)) for e in snapshot.earlier_wordings if e.event == uid]
    return sorted(held, key=lambda earlier: earlier.replaced_by.version if earlier.replaced_by else 0)


def return_lines(snapshot: Snapshot) -> list[dict[str, object]]:
    """Every return as it was received, for the command line; `events` counts what the review keeps of it."""
    agencies = {agency.uid: agency.name for agency in snapshot.agencies}
    files = {sent.uid: sent for sent in snapshot.returns}
    kept = Counter(event.chronology_return for event in snapshot.events)
    lines: list[dict[str, object]] = []
    for sent in snapshot.returns:
        before = files.get(sent.supersedes)
        lines.append(
            {
                "agency": agencies.get(sent.agency, ""),
                "file": sent.file_name,
                "version": sent.version,
                "sha256": sent.sha256,
                "author": sent.author,
                "dated": sent.dated.isoformat() if sent.dated else None,
                "received": sent.received.isoformat() if sent.received else None,
                "records_searched": sent.records_searched,
                "signed_off_by": sent.signed_off_by,
                "rows_read": sent.rows_read,
                "events": kept[sent.uid],
                "supersedes": before.version if before else None,
            }
        )
    return lines


def sentences(snapshot: Snapshot, event: ChronologyEvent) -> list[str]:
    """For the event's page."""
    said = []
    sent = left_out_of(snapshot, event)
    if sent is not None:
        said.append(f"Version {sent.version} of its agency’s return no longer has it. It is kept here.")
    for earlier in earlier_of(snapshot, event.uid):
        until = f"version {earlier.replaced_by.version}" if earlier.replaced_by else "a later return"
        words = f"“{earlier.text}”" if earlier.text else "nothing"
        said.append(f"Until {until}, {earlier.field.replace('_', ' ')}: {words}")
    return said
