"""What to do with a form of words wherever it stands, and why: taken once, remembered in the review."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.result import Undecided
from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.people import Body, Person
from desktop_app.domain.record import Record
from desktop_app.services.session import Session


def decide(
    session: Session, item: Undecided, choice: Choice, *, replacement: str = "", entry: str = "", reason: str = ""
) -> ChangeSet:
    """Decide one item of the queue."""
    return decide_surface(
        session, item.surface, choice, kind=item.kind, replacement=replacement, entry=entry, reason=reason
    )


def decide_surface(
    session: Session,
    surface: str,
    choice: Choice,
    *,
    kind: str = "",
    replacement: str = "",
    entry: str = "",
    reason: str = "",
) -> ChangeSet:
    """Record a decision; one already taken on the same words is replaced, never doubled.

    KEEP needs a reason, REPLACE and GENERALISE need words, REGISTER needs the key or uid of a register entry,
    which then also carries the words as an alias.
    """
    folded = fold_surface(surface)
    if not folded:
        raise _missing("There are no words to decide on.", "Give the words as they stand in the text.", "no-surface")
    if choice is Choice.KEEP and not reason.strip():
        raise _missing(
            "Keeping words as they are needs a reason.", "Say in a few words why they may stay.", "no-reason"
        )
    if choice in (Choice.REPLACE, Choice.GENERALISE) and not replacement.strip():
        raise _missing("There is nothing to print instead.", "Give the words to print.", "no-replacement")
    snapshot = session.snapshot
    puts: list[Record] = []
    if choice is Choice.REGISTER:
        puts.append(_with_alias(session, entry, surface))
    earlier = next((d for d in snapshot.surface_decisions if fold_surface(d.surface) == folded), None)
    decision = SurfaceDecision(
        surface=surface,
        kind=kind,
        choice=choice,
        replacement=replacement.strip(),
        entry=entry,
        reason=reason.strip(),
        decided=now(),
    )
    puts.append(replace(decision, uid=earlier.uid) if earlier else decision)
    return session.put("Decide on a form of words", *puts)


def _with_alias(session: Session, entry: str, surface: str) -> Person | Body:
    records: tuple[Person | Body, ...] = (*session.snapshot.people, *session.snapshot.bodies)
    found = next((r for r in records if entry and entry in (r.key, r.uid)), None)
    if found is None:
        raise _missing("That register entry is not in this review.", "Choose one from People & bodies.", "no-entry")
    if surface in (found.name, *found.aliases):
        return found
    return replace(found, aliases=(*found.aliases, surface))


def _missing(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
