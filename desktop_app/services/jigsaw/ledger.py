"""The jigsaw ledger: every indirect fact about a person over all outputs of the review and what is public already.

Readers differ: what the panel was given is no fact for the public. A ledger is drawn up for one profile, and counts
the outputs of that profile and the public ones. Of the outputs that were written it counts the newest of a kind, each
version that went out being replaced by the next; the rest stands in the list of outputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.jigsaw.facts import Fact, facts_in
from desktop_app.anonymise.jigsaw.finer import Undone, undone
from desktop_app.anonymise.jigsaw.people import Cast, Printed
from desktop_app.anonymise.jigsaw.union import Jigsaw, Placed, put_together
from desktop_app.anonymise.ladders import ladders
from desktop_app.anonymise.layout import SEPARATOR
from desktop_app.anonymise.profiles import FamilyRung
from desktop_app.anonymise.result import Span
from desktop_app.common.document import Dates, Document
from desktop_app.domain.dates import read_date
from desktop_app.domain.jigsaw import DisclosedFact, JigsawReason
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.people import Person, PersonKind
from desktop_app.domain.reader_rungs import Fact as Rung
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.document_text import all_texts
from desktop_app.services.jigsaw.said import place_of, say, say_undone
from desktop_app.services.ladders import reader_entries

SUBJECT_ROLES = ("subject", "subject child", "index child", "the child", "young person", "adult at risk", "victim")


@dataclass(frozen=True, slots=True)
class Draft:
    """An output that is being prepared and the facts it would give.

    `standing` are values that stand in the review's own texts word for word, so that other words can be chosen for
    them; the rest came out of a rule of the profile, and only the text behind can be changed.
    """

    kind: OutputKind
    profile: ProfileName
    facts: tuple[Fact, ...]
    standing: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        return place_of(self.kind, self.profile)


@dataclass(frozen=True, slots=True)
class PersonLedger:
    """`warning` is "" while nothing need be said; `reason` is why the combination stays, where somebody gave one."""

    jigsaw: Jigsaw
    label: str  # what outputs print for the person
    warning: str
    reason: str
    before: str = ""  # a reason that was given while there were fewer kinds of fact

    @property
    def waits(self) -> bool:
        return bool(self.warning) and not self.reason


@dataclass(frozen=True, slots=True)
class Ledger:
    people: tuple[PersonLedger, ...]
    undone: tuple[Undone, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences that wait for the author: combinations without a reason, and outputs finer than another."""
        told = [person.warning for person in self.people if person.waits]
        return (*told, *(say_undone(pair) for pair in self.undone))


def register_uid(person: Person) -> str:
    """As `domain.people.RegisterEntry.uid`."""
    return person.key or person.uid


def subject_of(snapshot: Snapshot) -> Person | None:
    """The one under review: who is said to be, else the only person without another role."""
    for person in snapshot.people:
        if person.role.casefold().split(";")[0].strip() in SUBJECT_ROLES:
            return person
    return None


def cast_of(snapshot: Snapshot, reader: ProfileName = ProfileName.PUBLIC) -> Cast:
    """Everybody outputs may speak of, by what they print; for `reader` some may stand on a coarser rung."""
    subject = subject_of(snapshot)
    people = sorted(snapshot.people, key=lambda p: p is not subject)  # what two share is said of the subject
    told = {entry.uid: (entry.pseudonym, entry.descriptor) for entry in reader_entries(snapshot, reader)}
    a_sibling = ladders()[Rung.FAMILY].step(FamilyRung.PLAIN).words
    printed = []
    for person in people:
        uid, own = register_uid(person), tuple(filter(None, (person.pseudonym, person.descriptor)))
        rung = [words for words in dict.fromkeys(told.get(uid, ())) if words and words not in own]
        rung += [words.removeprefix("a ") for words in rung if words == a_sibling]  # "Rowan's sibling"
        shared = tuple(words for words in rung if not words.startswith("["))
        printed.append(Printed(uid, own, shared, person.kind is PersonKind.PRACTITIONER))
    return Cast(printed, register_uid(subject) if subject else "")


def labels_of(snapshot: Snapshot) -> dict[str, str]:
    """Register uid -> what outputs print for the person."""
    return {register_uid(p): p.pseudonym or p.descriptor or "somebody" for p in snapshot.people}


def facts_of(snapshot: Snapshot, document: Document, reader: ProfileName = ProfileName.PUBLIC) -> tuple[Fact, ...]:
    """The indirect facts a finished document gives: its words about the case, not about the partnership's own work."""
    cast, areas = cast_of(snapshot, reader), _areas(snapshot)
    found: dict[tuple[str, str, str], Fact] = {}
    texts = [t for t in all_texts(document) if t.dates is Dates.CASE and cast.speaks_of_somebody(t.words)]
    for text, spans in zip(texts, _recognised([text.words for text in texts]), strict=True):
        for fact in facts_in(text.words, cast, areas, found=spans):
            found.setdefault((fact.person, fact.kind, fact.value.casefold()), replace(fact, source=text.source))
    return tuple(found.values())


def _recognised(texts: list[str]) -> Iterator[list[Span]]:
    """Of each text, what the recognisers find: they read all in one go, a thousand small texts take them far longer."""
    spans, start, at = detect(SEPARATOR.join(texts)), 0, 0
    for text in texts:
        own = []
        while at < len(spans) and spans[at].start < start + len(text):
            span = spans[at]
            own.append(Span(span.start - start, span.end - start, span.kind, span.tier, span.why))
            at += 1
        yield own
        start += len(text) + len(SEPARATOR)


def records_of(output: Output, facts: Iterable[Fact]) -> tuple[DisclosedFact, ...]:
    """What an output that was written has disclosed, to be kept with it."""
    return tuple(
        DisclosedFact(output=output.uid, person=f.person, kind=f.kind, value=f.value, rare=f.rare, coarse=f.coarse)
        for f in facts
    )


def ledger(snapshot: Snapshot, profile: ProfileName = ProfileName.PUBLIC, draft: Draft | None = None) -> Ledger:
    """What readers of `profile` can put together; `draft` stands in for the last output of its kind."""
    placed = [*_written(snapshot, profile, draft), *_public(snapshot)]
    if draft is not None:
        placed += [Placed(fact, draft.place) for fact in draft.facts]
    labels = labels_of(snapshot)
    reasons = {r.person: r for r in snapshot.jigsaw_reasons}
    people = tuple(
        _weighed(jigsaw, labels.get(jigsaw.person, "somebody"), reasons.get(jigsaw.person))
        for jigsaw in put_together(placed)
    )
    return Ledger(people, tuple(undone(placed, read_date)))


def _weighed(jigsaw: Jigsaw, label: str, given: JigsawReason | None) -> PersonLedger:
    """A reason holds while no other kind of fact has come."""
    holds = given is not None and {piece.kind for piece in jigsaw.pieces} <= set(given.kinds)
    said = given.reason if given else ""
    warning = say(jigsaw, label) if jigsaw.too_much else ""
    return PersonLedger(jigsaw, label, warning, said if holds else "", "" if holds else said)


def _written(snapshot: Snapshot, profile: ProfileName, draft: Draft | None) -> Iterator[Placed]:
    newest: dict[tuple[OutputKind, ProfileName], Output] = {}
    for output in snapshot.outputs:
        if output.profile in (profile, ProfileName.PUBLIC):
            newest[(output.kind, output.profile)] = output  # as first stored, so the last one is the newest
    if draft is not None:
        newest.pop((draft.kind, draft.profile), None)
    places = {output.uid: place_of(*key) for key, output in newest.items()}
    for fact in snapshot.disclosed_facts:
        if fact.output in places:
            yield Placed(
                Fact(fact.person, fact.kind, fact.value, fact.rare, fact.coarse, 0, len(fact.value)),
                places[fact.output],
            )


def _public(snapshot: Snapshot) -> Iterator[Placed]:
    cast = cast_of(snapshot)
    for known in snapshot.public_facts:
        place = known.where or f"public: {known.source.value}"
        for fact in facts_in(known.words, cast, (), about=known.person):
            yield Placed(fact, place)


def _areas(snapshot: Snapshot) -> Sequence[str]:
    """The place that every cover names in the commissioning body's name."""
    first = snapshot.review.commissioning_body.split(" ")[0]
    return (first,) if first else ()
