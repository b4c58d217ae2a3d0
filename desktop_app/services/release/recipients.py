"""Who was given which file of an output, when and how."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import Output
from desktop_app.domain.release import Recipient
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.steps import checked_day, checked_role, refusal
from desktop_app.services.session import Session


def recipients_of(snapshot: Snapshot, output: str) -> tuple[Recipient, ...]:
    return tuple(held for held in snapshot.recipients if held.output == output)


def give(
    session: Session, output: Output, *, to: str, how: str = "", by: str = "", on: dt.date | None = None
) -> ChangeSet:
    """Note that a file was given to somebody: the approved one where there is one, else the draft.

    Raises UserError no-recipient, no-role, day-ahead.
    """
    said = " ".join(to.split())
    if not said:
        raise refusal("Nobody was named.", "Say who was given the file: a role or a body is enough.", "no-recipient")
    given = Recipient(
        output=output.uid,
        to=said,
        how=" ".join(how.split()),
        on=checked_day(on),
        role=checked_role(by),
        sha256=output.final_sha256 or output.sha256,
    )
    return session.put("Note a recipient", given)
