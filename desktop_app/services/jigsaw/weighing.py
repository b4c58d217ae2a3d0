"""What the author enters against the jigsaw: reasons, public facts, figures of a population, what an intruder found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop_app.anonymise.jigsaw.kinds import kinds
from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.jigsaw import IntruderAnswer, JigsawReason, PublicFact, ReferenceFigure
from desktop_app.domain.output import ProfileName
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.intruder import questions
from desktop_app.services.jigsaw.ledger import ledger, register_uid
from desktop_app.services.session import Session


def keep_with_reason(
    session: Session,
    person: str,
    reason: str,
    profile: ProfileName = ProfileName.PUBLIC,
    held: Collection[str] | None = None,
) -> ChangeSet:
    """Record why the facts about `person` that readers of `profile` can join stay as they are. Raises UserError.

    `held`: the kinds of fact in sight, a draft's among them; without it, those of what was written.
    """
    if not reason.strip():
        raise _refused("Keeping these facts needs a reason.", "Say in a sentence why they stay.", "reason-needed")
    snapshot = session.snapshot
    _check_person(snapshot, person)
    if held is None:
        found = next((p for p in ledger(snapshot, profile).people if p.jigsaw.person == person), None)
        held = tuple(piece.kind for piece in found.jigsaw.pieces) if found else ()
    former = next((r for r in snapshot.jigsaw_reasons if r.person == person), JigsawReason(person=person))
    return session.put(
        "Keep facts in the jigsaw", replace(former, kinds=tuple(held), reason=reason.strip(), decided=now())
    )


def add_public_fact(session: Session, fact: PublicFact) -> ChangeSet:
    """Add what anybody can know, or change it where its uid is in the review. Raises UserError without words."""
    if not fact.words.strip():
        raise _refused("A public fact needs its words.", "Write what anybody can read or hear.", "words-needed")
    if fact.person:
        _check_person(session.snapshot, fact.person)
    known = any(held.uid == fact.uid for held in session.snapshot.public_facts)
    return session.put("Change a public fact" if known else "Add a public fact", fact)


def add_figure(session: Session, figure: ReferenceFigure) -> ChangeSet:
    """Record how many of a population share a fact; one a person and kind, the newer in place of the older."""
    _check_person(session.snapshot, figure.person)
    if figure.kind not in kinds():
        raise _refused("That kind of fact is not known.", f"Use one of: {', '.join(kinds())}.", "kind-unknown")
    if not 0 < figure.number <= figure.among:
        raise _refused(
            "The figures do not fit: some of a population share the fact, at least one and at most all.",
            "Enter two whole numbers, the first no larger than the second.",
            "figures-do-not-fit",
        )
    if not figure.counts.strip() or not figure.source.strip():
        raise _refused(
            "A figure needs what it counts, and its source.",
            "Say e.g. “people of 10 to 17 in the district”, and where the number is from.",
            "source-needed",
        )
    held = session.snapshot.reference_figures
    former = next((f for f in held if (f.person, f.kind) == (figure.person, figure.kind)), figure)
    return session.put("Enter a figure of a population", replace(figure, uid=former.uid))


def record_answer(session: Session, answer: IntruderAnswer) -> ChangeSet:
    """Record what came of one thing an intruder might try; one an output and question, the newer in place."""
    if answer.question not in {question.id for question in questions()}:
        raise _refused(
            "That question is not on the form.",
            f"Use one of: {', '.join(question.id for question in questions())}.",
            "question-unknown",
        )
    if not answer.tried.strip() or not answer.by_role.strip() or answer.on is None:
        raise _refused(
            "An answer needs what was tried, by whom and on which day.",
            "Fill these in; a role will do for whom.",
            "answer-incomplete",
        )
    if answer.found and not answer.outcome.strip():
        raise _refused(
            "Something was found, and it is not said what.", "Say what it leads to, and what is done.", "outcome-needed"
        )
    held = session.snapshot.intruder_answers
    same = (answer.question, answer.output)
    former = next((a for a in held if (a.question, a.output) == same), answer)
    return session.put("Answer an intruder’s question", replace(answer, uid=former.uid))


def remove_entered(session: Session, uid: str) -> ChangeSet:
    """Take back a public fact, a figure, an answer or a reason. Raises UserError for a uid that is none of them."""
    snapshot = session.snapshot
    held: tuple[Record, ...] = (
        *snapshot.public_facts,
        *snapshot.reference_figures,
        *snapshot.intruder_answers,
        *snapshot.jigsaw_reasons,
    )
    found = next((record for record in held if record.uid == uid), None)
    if found is None:
        raise _refused("Nothing that was entered for the jigsaw has that uid.", "Look it up with --json.", "no-record")
    return session.delete("Take back what was entered for the jigsaw", type(found), uid)


def _check_person(snapshot: Snapshot, person: str) -> None:
    if person not in {register_uid(known) for known in snapshot.people}:
        raise _refused(
            "That person is not in this review.", "Choose one from People & bodies, by key or uid.", "no-person"
        )


def _refused(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
