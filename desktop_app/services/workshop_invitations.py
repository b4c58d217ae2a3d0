"""Letters that ask people to a workshop: their words are data, and nothing of the case may stand in them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop_app.anonymise.gate import register_leaks
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.resources import resource
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Participant, Workshop
from desktop_app.services.session import Session
from desktop_app.services.workshop_agenda import timed


@dataclass(frozen=True, slots=True)
class Invitation:
    participant: Participant
    text: str  # paragraphs parted by blank lines


def paragraphs(snapshot: Snapshot, workshop: Workshop, name: str = "") -> list[str]:
    """The letter, to `name` or to a colleague. Raises UserError "no-date" without a day to come on."""
    if workshop.date is None:
        raise UserError(
            "The workshop has no date yet, so nobody can be asked to it.",
            safe="Nothing was written.",
            do="Enter its date first.",
            code="no-date",
            exit_code=Exit.LOOK,
        )
    data = _data()
    rows = timed(snapshot, workshop)
    known = {
        "when": f"{workshop.date:%A} {workshop.date.day} {workshop.date:%B %Y}",
        "place": f", at {workshop.place.strip()}" if workshop.place.strip() else "",
        "starts": f"{rows[0].starts:%H:%M}" if rows else "",
        "ends": f"{rows[-1].ends:%H:%M}" if rows else "",
        "pre_reading": workshop.pre_reading.strip(),
        "confidentiality": workshop.confidentiality.strip(),
        "support": workshop.support_person.strip(),
        "aftercare": workshop.aftercare.strip(),
        "facilitators": workshop.facilitators.strip(),
    }
    asked = [one["text"].format(**known) for one in data["paragraph"] if known.get(one.get("needs", "when"))]
    greeting = data["with_name"].format(name=name) if name else data["without_name"]
    return [greeting, *asked]


def for_the_pack(snapshot: Snapshot, workshop: Workshop) -> list[str]:
    """What of the letter a printed pack says besides its own sections; nothing while there is no date."""
    if workshop.date is None:
        return []
    elsewhere = replace(workshop, confidentiality="", support_person="", aftercare="", facilitators="")
    return paragraphs(snapshot, elsewhere)[1:]


def invitations(snapshot: Snapshot, workshop: Workshop) -> list[Invitation]:
    """One for each participant, by name. Raises UserError "no-date", "nobody-to-ask" or "letter-names-somebody"."""
    asked = [p for p in snapshot.participants if p.workshop == workshop.uid and p.name.strip()]
    if not asked:
        raise UserError(
            "Nobody is down for this workshop yet.",
            safe="Nothing was written.",
            do="Add those who are asked, under “Who came”.",
            code="nobody-to-ask",
            exit_code=Exit.LOOK,
        )
    _refuse_names(snapshot, workshop)
    return [Invitation(p, "\n\n".join(paragraphs(snapshot, workshop, p.name.strip()))) for p in asked]


def mark_sent(
    session: Session, participants: Sequence[str], *, invited: dt.date | None = None, pre_reading: dt.date | None = None
) -> ChangeSet:
    """Note on which day these were asked, or were sent what they should read; a day that is not given stays."""
    held = [p for p in session.snapshot.participants if p.uid in participants]
    marked = [
        replace(p, invited=invited or p.invited, pre_reading_sent=pre_reading or p.pre_reading_sent) for p in held
    ]
    return session.put("Note what was sent", *marked)


def _refuse_names(snapshot: Snapshot, workshop: Workshop) -> None:
    """The letter is held against the register, but for where it is, who holds it, and who is there for support."""
    letter = replace(workshop, place="", facilitators="", support_person="", aftercare="")
    parts = [FilePart("the letter", text) for text in paragraphs(snapshot, letter)]
    if register_leaks(parts, Register(snapshot.register), frozenset()):
        raise UserError(
            "The letter would name somebody or something of the case.",
            safe="Nothing was written.",
            do="Look at what is read beforehand and at the statement of this workshop, and say it without names.",
            code="letter-names-somebody",
            exit_code=Exit.LOOK,
        )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("workshops", "invitation.toml").read_text("utf-8"))
