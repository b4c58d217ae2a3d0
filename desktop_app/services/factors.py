"""Headings of contributory factors, as the prompt libraries have them: data with a source and a version."""

from __future__ import annotations

from functools import cache

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.review import ReviewType
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.workshop_library import prompt_libraries

SYSTEMS, PATIENT_SAFETY = "scie-conversation", "seips"


@cache
def headings_of(library: str) -> tuple[str, ...]:
    found = next(held for held in prompt_libraries() if held.id == library)
    return tuple(name[:1].upper() + name[1:] for name in found.factors)


def headings(snapshot: Snapshot) -> tuple[str, ...]:
    """Those that a review of this kind sorts by."""
    return headings_of(PATIENT_SAFETY if snapshot.review.type is ReviewType.PSIRF else SYSTEMS)


def heading_named(snapshot: Snapshot, name: str) -> str:
    """Raises UserError factor-unknown."""
    known = headings(snapshot)
    for heading in known:
        if heading.casefold() == name.strip().casefold():
            return heading
    raise UserError(
        "That is none of the headings of contributory factors.",
        safe="Nothing was changed.",
        do=f"They are: {', '.join(known)}.",
        code="factor-unknown",
        exit_code=Exit.USAGE,
    )
