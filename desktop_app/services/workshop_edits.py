"""Adding workshops, prompts, reflections and participants; each is one step of undo."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.workshop import (
    AgendaItem,
    Participant,
    Prompt,
    RecallFeedback,
    Reflection,
    ReflectionCluster,
    Workshop,
)
from desktop_app.services.session import Session

_OWN_LIBRARY = "this review"


def add_workshop(session: Session) -> tuple[ChangeSet, str]:
    """A new workshop with the rules and the statement of the newest one, for they are agreed once; its uid too."""
    workshops = session.snapshot.workshops
    made = Workshop()
    if workshops:
        last = workshops[-1]
        made = Workshop(
            ground_rules=last.ground_rules,
            ground_rules_version=last.ground_rules_version,
            confidentiality=last.confidentiality,
            confidentiality_version=last.confidentiality_version,
            support_person=last.support_person,
        )
    return session.put("Add workshop", made), made.uid


def add_reflection(session: Session, reflection: Reflection) -> ChangeSet:
    """Raises UserError when there are no words."""
    if not reflection.text.strip():
        raise UserError(
            "A reflection needs words.",
            safe="Nothing was added.",
            do="Type what was said, then Ctrl+Enter.",
            code="reflection-empty",
            exit_code=Exit.USAGE,
        )
    return session.put("Add reflection", replace(reflection, text=reflection.text.strip()))


def add_prompt(session: Session) -> tuple[ChangeSet, str]:
    """A new, empty prompt after the last one of the library most in use; its uid too."""
    prompts = session.snapshot.prompts
    used = Counter(prompt.library for prompt in prompts)
    library = used.most_common(1)[0][0] if used else _OWN_LIBRARY
    order = max((prompt.order for prompt in prompts if prompt.library == library), default=0) + 1
    made = Prompt(library=library, order=order)
    return session.put("Add prompt", made), made.uid


def delete_prompt(session: Session, uid: str) -> ChangeSet:
    """Take a prompt out; what was said to it stays, without a prompt."""
    said = tuple(replace(r, prompt="") for r in session.snapshot.reflections if r.prompt == uid)
    return session.replace_all("Delete prompt", said, ((Prompt, uid),))


def add_participant(session: Session, workshop: str) -> tuple[ChangeSet, str]:
    made = Participant(workshop=workshop)
    return session.put("Add participant", made), made.uid


def delete_workshop(session: Session, uid: str) -> ChangeSet:
    """Take a workshop out with what was said there and who came; findings no longer rest on those reflections.

    Safeguarding matters raised there stay: somebody has to act on them, whatever becomes of the workshop.
    """
    snapshot = session.snapshot
    said = {r.uid for r in snapshot.reflections if r.workshop == uid}
    findings = tuple(
        replace(f, reflections=tuple(r for r in f.reflections if r not in said))
        for f in snapshot.findings
        if said & set(f.reflections)
    )
    gone: list[tuple[type[Record], str]] = [(Reflection, r) for r in sorted(said)]
    gone += [(Participant, p.uid) for p in snapshot.participants if p.workshop == uid]
    gone += [(AgendaItem, item.uid) for item in snapshot.agenda_items if item.workshop == uid]
    gone += [(ReflectionCluster, cluster.uid) for cluster in snapshot.clusters if cluster.workshop == uid]
    gone += [(RecallFeedback, said.uid) for said in snapshot.recall_feedback if said.workshop == uid]
    return session.replace_all("Delete workshop", findings, (*gone, (Workshop, uid)))
