"""What an approver signs: the file's hash, and which output of which review it is. Codes and ids only."""

from __future__ import annotations

import json

from desktop_app.domain.output import Output
from desktop_app.domain.release import ReleaseStep, Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.storage.signing import signature_holds

_FORM = "candour-approval-1"


def message(review: str, output: Output, step: ReleaseStep) -> bytes:
    """The bytes signed. `review` is its uid; `step` holds the approver, the day and the hash of the final file."""
    said = [_FORM, review, output.uid, output.kind.value, output.profile.value, output.format, output.version]
    said += [str(output.as_at), step.sha256, step.approver, step.role, str(step.on)]
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def holds(snapshot: Snapshot, output: Output, step: ReleaseStep) -> bool:
    """Whether the approval was signed, with the approver's own key, for this very file."""
    held = next((approver for approver in snapshot.approvers if approver.uid == step.approver), None)
    if held is None or step.status is not Status.APPROVED:
        return False
    return signature_holds(held.verify, message(snapshot.review.uid, output, step), step.signature)
