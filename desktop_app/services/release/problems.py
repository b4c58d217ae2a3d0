"""What `check` looks at in the records of release: that no step was changed or lost, and that approvals were signed."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.release import Status, broken
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.rules import rule_for
from desktop_app.services.release.signed import holds
from desktop_app.services.release.steps import steps_of


def release_problems(snapshot: Snapshot) -> Iterator[tuple[str, str, str]]:
    """(code, what, uid of the step or the output)."""
    for output in snapshot.outputs:
        steps = steps_of(snapshot, output.uid)
        for uid in broken(steps, output):
            yield "release-step", "A step of an output's release is not as it was recorded, or is missing.", uid
        for step in steps:
            needs = step.status is Status.APPROVED and (step.approver or rule_for(output.profile).second_person)
            if needs and not holds(snapshot, output, step):
                yield (
                    "release-signature",
                    "An approval does not carry its approver's signature for that file.",
                    step.uid,
                )
