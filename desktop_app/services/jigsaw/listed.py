"""The jigsaw as plain JSON values: the keys are a public interface."""

from __future__ import annotations

from desktop_app.anonymise.jigsaw.kinds import kinds
from desktop_app.domain.output import ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.estimate import Estimate, estimate
from desktop_app.services.jigsaw.ledger import PersonLedger, ledger


def listed(snapshot: Snapshot) -> list[dict[str, object]]:
    """One row a profile and person, with the facts, and whether they are too much."""
    return [row for profile in ProfileName for row in listed_for(snapshot, profile)]


def listed_for(snapshot: Snapshot, profile: ProfileName) -> list[dict[str, object]]:
    return [_row(snapshot, profile, person) for person in ledger(snapshot, profile).people]


def _row(snapshot: Snapshot, profile: ProfileName, person: PersonLedger) -> dict[str, object]:
    order = list(kinds())
    return {
        "profile": profile.value,
        "person": person.jigsaw.person,
        "facts": [
            {"kind": p.fact.kind, "value": p.fact.value, "rare": p.fact.rare, "where": p.place}
            for piece in sorted(person.jigsaw.pieces, key=lambda piece: order.index(piece.kind))
            for p in piece.said
        ],
        "warning": person.warning,
        "reason": person.reason,
        "estimate": _estimate(estimate(person.jigsaw, snapshot.reference_figures)),
    }


def _estimate(found: Estimate | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "one_in": found.one_in,
        "said": found.sentence,
        "rests_on": list(found.rests_on),
        "left_out": list(found.left_out),
    }
