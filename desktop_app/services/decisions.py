"""What to do with a form of words wherever it stands, and why: taken once, remembered in the review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.anonymise.allowance import Surfaces
from desktop_app.anonymise.as_written import surface_key
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import Undecided
from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.people import Body, BodyKind, Person, PersonKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session
from desktop_app.services.texts import stored_texts


def decide(
    session: Session, item: Undecided, choice: Choice, *, replacement: str = "", entry: str = "", reason: str = ""
) -> ChangeSet:
    """Decide one item of the queue, with the shorter forms of the name, for the sentences it stands in.

    What was kept before may be kept as before.
    """
    why = reason or item.kept_because or ""
    surfaces = (item.surface, *item.forms)
    return decide_all(
        session, [Wanted(words, choice, item.kind, replacement, entry, why, item.sentences) for words in surfaces]
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """One decision as asked for; what each choice needs is said at `decide_surface`."""

    surface: str
    choice: Choice
    kind: str = ""
    replacement: str = ""
    entry: str = ""
    reason: str = ""
    contexts: tuple[str, ...] = ()  # marks of the sentences a KEEP is decided for; none: it holds in any


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

    KEEP needs a reason, REPLACE and GENERALISE need words that name nobody, REGISTER needs the key or uid of a
    register entry, which then also carries the words as an alias. OMIT needs nothing. As no text is in sight here, a
    KEEP holds wherever the words stand.
    """
    return decide_all(session, (Wanted(surface, choice, kind, replacement, entry, reason),))


def decide_all(session: Session, wanted: Sequence[Wanted]) -> ChangeSet:
    """All of them as one step, or, when one cannot be taken, none."""
    register = Register(session.snapshot.register)
    earlier = {surface_key(d.surface, register): d for d in session.snapshot.surface_decisions}
    decided: dict[str, SurfaceDecision] = {}
    aliased: dict[str, Person | Body] = {}
    for want in wanted:
        _check(want, register)
        key = surface_key(want.surface, register)
        if want.choice is Choice.REGISTER:
            found = _with_alias(session, aliased, want.entry, want.surface)
            aliased[found.uid] = found
        decision = SurfaceDecision(
            surface=want.surface,
            kind=want.kind,
            choice=want.choice,
            replacement=want.replacement.strip(),
            entry=want.entry,
            reason=want.reason.strip(),
            decided=now(),
            contexts=_contexts(want, earlier.get(key)),
        )
        decided[key] = replace(decision, uid=earlier[key].uid) if key in earlier else decision
    return session.put("Decide on a form of words", *aliased.values(), *decided.values())


def nowhere(snapshot: Snapshot, surfaces: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that stand in no text of the review: as yet, or because of a slip of the pen."""
    missing = {fold_surface(surface): surface for surface in surfaces}
    looked_for = Surfaces(missing)
    for text in stored_texts(snapshot):
        for _, _, form in looked_for.find(text):
            missing.pop(form, None)
    return tuple(missing.values())


def register_new(session: Session, item: Undecided, kind: str, printed: str) -> ChangeSet:
    """Put words that nobody has registered into the register, and decide that they are that entry: one step.

    `kind` is a word of the people CSV (person, practitioner, place ...). `printed` is what outputs say instead: a
    person's pseudonym, a body's or a place's description.
    """
    _check(Wanted(item.surface, Choice.REPLACE, replacement=printed), Register(session.snapshot.register))
    entry: Person | Body
    if kind in set(PersonKind):
        entry = Person(kind=PersonKind(kind), name=item.surface, aliases=item.forms, pseudonym=printed.strip())
    else:
        words = printed.strip()
        entry = Body(kind=BodyKind(kind), name=item.surface, aliases=item.forms, pseudonym=words, descriptor=words)
    decisions = [_registered(session, words, item.kind, entry.uid) for words in (item.surface, *item.forms)]
    return session.put("Add to the register", entry, *decisions)


def _registered(session: Session, surface: str, kind: str, entry: str) -> SurfaceDecision:
    """The decision that words are an entry, in place of an earlier one on them."""
    decision = SurfaceDecision(surface=surface, kind=kind, choice=Choice.REGISTER, entry=entry, decided=now())
    register = Register(session.snapshot.register)
    key = surface_key(surface, register)
    earlier = (d for d in session.snapshot.surface_decisions if surface_key(d.surface, register) == key)
    former = next(earlier, decision)
    return replace(decision, uid=former.uid)


def _contexts(want: Wanted, earlier: SurfaceDecision | None) -> tuple[str, ...]:
    """Sentences add up: confirming a KEEP in a new one does not take the others back."""
    if want.choice is not Choice.KEEP or not want.contexts:
        return ()
    if earlier is None or earlier.choice is not Choice.KEEP:
        return want.contexts
    return tuple(dict.fromkeys((*earlier.contexts, *want.contexts))) if earlier.contexts else ()


def _check(want: Wanted, register: Register) -> None:
    """Has the choice all that it needs?"""
    if not fold_surface(want.surface):
        raise _missing("There are no words to decide on.", "Give the words as they stand in the text.", "no-surface")
    if want.choice is Choice.KEEP and not want.reason.strip():
        raise _missing(
            "Keeping words as they are needs a reason.", "Say in a few words why they may stay.", "no-reason"
        )
    if want.choice in (Choice.REPLACE, Choice.GENERALISE):
        if not want.replacement.strip():
            raise _missing("There is nothing to print instead.", "Give the words to print.", "no-replacement")
        if any(m.auto and not register.is_named(m.uid) for m in register.find(want.replacement)):
            raise _missing(
                "The words to print instead name somebody in the register.",
                "Choose a pseudonym or a description.",
                "replacement-names-somebody",
            )


def _with_alias(session: Session, changed: dict[str, Person | Body], entry: str, surface: str) -> Person | Body:
    records: tuple[Person | Body, ...] = (*session.snapshot.people, *session.snapshot.bodies)
    found = next((r for r in records if entry and entry in (r.key, r.uid)), None)
    if found is None:
        raise _missing("That register entry is not in this review.", "Choose one from People & bodies.", "no-entry")
    found = changed.get(found.uid, found)
    if surface in (found.name, *found.aliases):
        return found
    return replace(found, aliases=(*found.aliases, surface))


def _missing(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
