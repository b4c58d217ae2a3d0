"""A legal hold: while one stands, nothing of the review is destroyed. Who placed it, why, and who lifted it is kept."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.review import LegalHold
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

_SAFE = "Nothing was changed."


def standing_hold(snapshot: Snapshot) -> LegalHold | None:
    """The hold that stands now. A review of an older Candour may be under one of which nobody wrote down more."""
    for hold in reversed(snapshot.holds):
        if hold.lifted is None:
            return hold
    return LegalHold(uid="") if snapshot.review.legal_hold else None


def place_hold(session: Session, *, by_role: str, reason: str) -> ChangeSet:
    """From today. Raises UserError "nobody-named", "no-reason", "already-held"."""
    who, why = _who_and_why(by_role, reason)
    if standing_hold(session.snapshot) is not None:
        raise UserError(
            "This review is under a legal hold already.",
            safe=_SAFE,
            do="Lift that one first if another is to take its place.",
            code="already-held",
            exit_code=Exit.LOOK,
        )
    changes = session.put("Place a legal hold", LegalHold(placed=today(), placed_by=who, reason=why))
    session.log("legal-hold", "placed")
    return changes


def lift_hold(session: Session, *, by_role: str, reason: str) -> ChangeSet:
    """Today. Raises UserError "nobody-named", "no-reason", "no-hold"."""
    who, why = _who_and_why(by_role, reason)
    snapshot = session.snapshot
    hold = standing_hold(snapshot)
    if hold is None:
        raise UserError(
            "This review is under no legal hold.",
            safe=_SAFE,
            do="There is nothing to lift.",
            code="no-hold",
            exit_code=Exit.LOOK,
        )
    if not hold.uid:
        hold = LegalHold()
    lifted = replace(hold, lifted=today(), lifted_by=who, lifted_reason=why)
    review = (replace(snapshot.review, legal_hold=False),) if snapshot.review.legal_hold else ()
    changes = session.put("Lift the legal hold", lifted, *review)
    session.log("legal-hold", "lifted")
    return changes


def check_not_held(snapshot: Snapshot) -> None:
    """Raises UserError "legal-hold", which names who placed it and when, never why."""
    hold = standing_hold(snapshot)
    if hold is None:
        return
    by = f", placed by {hold.placed_by}" if hold.placed_by else ""
    since = f" since {hold.placed.day} {hold.placed:%B %Y}" if hold.placed else ""
    raise UserError(
        f"This review is under a legal hold{by}{since}, so nothing in it may be destroyed.",
        safe="Nothing was destroyed or changed.",
        do="Ask whoever placed the hold. Once it may end, lift it: Governance, Keeping and closing, or “candour hold”.",
        code="legal-hold",
        exit_code=Exit.LOOK,
    )


def _who_and_why(by_role: str, reason: str) -> tuple[str, str]:
    who, why = " ".join(by_role.split()), " ".join(reason.split())
    if not who:
        raise UserError(
            "Nobody is named.",
            safe=_SAFE,
            do="Give the role of the person responsible, e.g. “legal services”.",
            code="nobody-named",
            exit_code=Exit.USAGE,
        )
    if not why:
        raise UserError(
            "No reason is given.",
            safe=_SAFE,
            do="Say in a few words why, e.g. “inquest opened” or “court order of 3 May 2026”.",
            code="no-reason",
            exit_code=Exit.USAGE,
        )
    return who, why
