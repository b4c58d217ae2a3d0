"""What a workshop still lacks before anybody is invited to it."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Workshop
from desktop_app.services.workshop_advice import confidentiality_advice
from desktop_app.services.workshop_agenda import items_of, prompts_of


def lacking(snapshot: Snapshot, workshop: Workshop) -> list[str]:
    """In words, most serious first; nothing when it is ready.

    Wellbeing comes first: who opens something up for people has somebody there for them, and says what comes after.
    """
    found = []
    if not workshop.support_person.strip():
        found.append("Nobody is named for support on the day.")
    if not workshop.aftercare.strip():
        found.append("Nothing is said of support afterwards.")
    if not workshop.ground_rules.strip():
        found.append("There are no ground rules.")
    advice = confidentiality_advice(workshop.confidentiality)
    if advice:
        found.append(advice)
    if workshop.date is None:
        found.append("It has no date.")
    if not prompts_of(snapshot, workshop):
        found.append("There is nothing to ask.")
    if not items_of(snapshot, workshop.uid):
        found.append("It has no agenda.")
    return found


def cares(workshop: Workshop) -> bool:
    """Whether somebody is named for support, and what comes after is said: without both no room is opened."""
    return bool(workshop.support_person.strip() and workshop.aftercare.strip())
