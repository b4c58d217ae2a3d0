"""How people of the register belong together: said once, read from both sides."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.people import Relation, RelationKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

# What `person` is to `other`, and what `other` is to `person`.
_WORDS: dict[RelationKind, tuple[str, str]] = {
    RelationKind.PARENT: ("parent of", "child of"),
    RelationKind.STEP_PARENT: ("step-parent of", "stepchild of"),
    RelationKind.GRANDPARENT: ("grandparent of", "grandchild of"),
    RelationKind.SIBLING: ("brother or sister of", "brother or sister of"),
    RelationKind.PARTNER: ("partner of", "partner of"),
    RelationKind.RELATIVE: ("relative of", "relative of"),
    RelationKind.CARER: ("carer of", "cared for by"),
    RelationKind.FRIEND: ("friend of", "friend of"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """One relation as it is said of somebody: "child of" Jodie Draycott."""

    uid: str  # of the Relation
    words: str
    other: str  # uid of the other person
    name: str


def relation_choices() -> tuple[tuple[str, str], ...]:
    """(kind, words) for whoever adds one."""
    return tuple((kind.value, _WORDS[kind][0]) for kind in RelationKind)


def relations_of(snapshot: Snapshot, person: str) -> tuple[Related, ...]:
    """From the side of `person` (a Person's uid), in the order they were added."""
    names = {p.uid: p.name for p in snapshot.people}
    found = []
    for relation in snapshot.relations:
        if person in (relation.person, relation.other):
            forward = relation.person == person
            other = relation.other if forward else relation.person
            if other in names:
                found.append(Related(relation.uid, _WORDS[relation.kind][0 if forward else 1], other, names[other]))
    return tuple(found)


def add_relation(session: Session, person: str, kind: RelationKind, other: str) -> ChangeSet:
    """Say how two people belong together; saying it again, from either side, replaces it. Raises UserError."""
    known = {p.uid for p in session.snapshot.people}
    if person == other or not {person, other} <= known:
        raise UserError(
            "A relation is between two different people of the register.",
            safe="Nothing was changed.",
            do="Choose somebody else.",
            code="no-relation",
            exit_code=Exit.USAGE,
        )
    pair = {person, other}
    before = next((r for r in session.snapshot.relations if {r.person, r.other} == pair), Relation())
    return session.put("Add a relation", Relation(uid=before.uid, person=person, kind=kind, other=other))


def remove_relation(session: Session, uid: str) -> ChangeSet:
    return session.delete("Remove a relation", Relation, uid)
