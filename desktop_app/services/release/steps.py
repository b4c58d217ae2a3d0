"""The steps of an output: which it took, which may come next, and recording one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.common.clock import now, today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import Output
from desktop_app.domain.release import ReleaseStep, Status, after
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.file_hash import hash_of
from desktop_app.services.release.rules import rule_for, step_words
from desktop_app.services.session import Session

_SAFE = "Nothing was changed."
LOOKS = (Status.CHECKED, Status.AGENCIES, Status.FAMILY, Status.LEGAL)


def steps_of(snapshot: Snapshot, output: str) -> tuple[ReleaseStep, ...]:
    """In the order in which they were recorded; none for what an earlier version of Candour wrote."""
    return tuple(sorted((s for s in snapshot.release_steps if s.output == output), key=lambda s: s.place))


def status_of(steps: Sequence[ReleaseStep]) -> Status:
    return steps[-1].status if steps else Status.DRAFT


def waits_for(output: Output, steps: Sequence[ReleaseStep]) -> tuple[Status, ...]:
    """What must be recorded before it can be approved."""
    taken = {step.status for step in steps}
    return tuple(status for status in rule_for(output.profile).needs if status not in taken)


def may_follow(output: Output, steps: Sequence[ReleaseStep]) -> tuple[Status, ...]:
    """The steps that can be recorded now. Looks before an approval come in any order; nothing follows a withdrawal."""
    taken = {step.status for step in steps}
    if Status.WITHDRAWN in taken:
        return ()
    if Status.APPROVED in taken:
        return tuple(status for status in (Status.PUBLISHED, Status.WITHDRAWN) if status not in taken)
    looks = tuple(status for status in LOOKS if status not in taken)
    return looks if waits_for(output, steps) else (*looks, Status.APPROVED)


def record_step(
    session: Session,
    output: Output,
    status: Status,
    *,
    by: str,
    name: str = "",
    on: dt.date | None = None,
    note: str = "",
    not_needed: bool = False,
    file: Path | None = None,
) -> ChangeSet:
    """Note that an output took a step. `file`, when publishing: the very file that goes out, to be held against what
    was approved. An approval is not recorded here: see `services.release.approving`.

    Raises UserError: no-role, step-out-of-order, no-reason, day-ahead, not-the-approved-file.
    """
    steps = steps_of(session.snapshot, output.uid)
    said = checked_role(by)
    day = checked_day(on)
    if status is Status.APPROVED:
        raise ValueError("an approval is signed, not noted")
    check_order(output, steps, status)
    if not_needed and not note.strip():
        raise refusal("A step was left out without a reason.", "Say in a few words why it is not needed.", "no-reason")
    if file is not None and hash_of(file) != output.final_sha256:
        raise refusal(
            "That is not the file that was approved.",
            "Hand over the file that was written when it was approved, or make a new draft and have that approved.",
            "not-the-approved-file",
        )
    step = ReleaseStep(
        output=output.uid,
        status=status,
        role=said,
        name=" ".join(name.split()),
        on=day,
        recorded=now(),
        note=note.strip(),
        not_needed=not_needed,
        sha256=output.final_sha256 or output.sha256,
    )
    changed = replace(output, status=status.value)
    if status is Status.PUBLISHED:
        changed = replace(changed, published=day)
    if status is Status.WITHDRAWN:
        changed = replace(changed, withdrawn=day)
    changes = session.put(f"Release: {step_words(status).name.lower()}", changed, after(steps, step))
    session.log("release", f"{output.kind.value}.{output.profile.value}.{output.version}.{status.value}")
    return changes


def set_withdrawal(session: Session, output: Output, day: dt.date | None) -> ChangeSet:
    """By when this file is to come down, in place of the rule's day; None: the rule's again."""
    return session.put("Set when an output comes down", replace(output, withdraw_by=day))


def check_order(output: Output, steps: Sequence[ReleaseStep], status: Status) -> None:
    """Raises UserError step-out-of-order."""
    if status in may_follow(output, steps):
        return
    taken = {step.status for step in steps}
    missing = waits_for(output, steps)
    if status in taken:
        what, do = f"“{step_words(status).name}” is on record already.", "Make a new draft to begin again."
    elif status in (Status.APPROVED, Status.PUBLISHED, Status.WITHDRAWN) and missing:
        names = ", ".join(f"“{step_words(one).name.lower()}”" for one in missing)
        what, do = f"Before that it needs: {names}.", "Record each, or say with a reason that it is not needed."
    elif status is Status.PUBLISHED:
        what, do = "It has not been approved.", "Have it approved first: what is handed over is the approved file."
    elif status is Status.WITHDRAWN:
        what, do = "It was not approved, so there is nothing to withdraw.", "Make a new draft in its place."
    else:
        what, do = f"It is “{step_words(status_of(steps)).name.lower()}” already.", "Make a new draft to begin again."
    raise refusal(what, do, "step-out-of-order")


def checked_role(by: str) -> str:
    said = " ".join(by.split())
    if not said:
        raise refusal("Nobody was named.", "Say who took this step: a role is enough, e.g. “Legal adviser”.", "no-role")
    return said


def checked_day(on: dt.date | None) -> dt.date:
    if on is not None and on > today():
        raise refusal("That day has not come yet.", "Record the step when it was taken.", "day-ahead")
    return on or today()


def refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe=_SAFE, do=do, code=code, exit_code=Exit.USAGE)
