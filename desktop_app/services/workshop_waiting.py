"""What workshops left for the author to do, in a sentence each."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.rooms.settling import waiting
from desktop_app.services.workshop_recall import unanswered


def waiting_for_the_author(snapshot: Snapshot) -> list[tuple[str, str]]:
    """(what, why), most urgent first. A safeguarding matter without somebody who acts comes before all else."""
    found = []
    open_matters = [concern for concern in snapshot.concerns if not concern.who_acts.strip()]
    if open_matters:
        found.append(
            (
                f"Say who acts on {_counted(len(open_matters), 'matter')} raised at a workshop",
                "It was taken off the wall for safeguarding",
            )
        )
    challenged = unanswered(snapshot)
    if challenged:
        numbers = sorted({f.number for f in snapshot.findings for one in challenged if one.finding == f.uid})
        findings = ", ".join(map(str, numbers))
        found.append(
            (
                f"Answer {_counted(len(challenged), 'challenge')} from the recall event",
                f"Finding {findings}" if len(numbers) == 1 else f"Findings {findings}",
            )
        )
    conflicts = waiting(snapshot)
    if conflicts:
        found.append(
            (f"Settle {_counted(len(conflicts), 'note')} of which a room brought another version", "Both are kept")
        )
    return found


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
