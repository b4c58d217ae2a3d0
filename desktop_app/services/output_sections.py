"""Changing the sections of an output: order, leaving out, another heading, sections of the author's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain import live_references
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import OutputKind
from desktop_app.domain.output_section import OutputSection
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.arranged import Section, sections_of, usual_sections
from desktop_app.services.session import Session

__all__ = [
    "Section",
    "add_own",
    "as_usual",
    "drop",
    "move",
    "own_text",
    "rename",
    "reorder",
    "sections_of",
    "usual_sections",
    "write_own",
]
_LONGEST = 200_000  # characters


def reorder(session: Session, kind: OutputKind, ids: Sequence[str]) -> ChangeSet:
    """Those named first, in this order; the others behind them as they stood. Raises UserError no-such-section."""
    held = {section.id: section for section in _some(session.snapshot, kind)}
    for wanted in ids:
        _known(held, wanted)
    order = [*dict.fromkeys(ids), *(known for known in held if known not in ids)]
    return _store(session, kind, [held[known] for known in order], "Put sections in order")


def move(session: Session, kind: OutputKind, id_: str, step: int) -> ChangeSet | None:
    """`step` places down, or up where negative; None at an end. Raises UserError no-such-section."""
    order = list(_some(session.snapshot, kind))
    at = next((n for n, section in enumerate(order) if section.id == id_), None)
    if at is None:
        _known({section.id: section for section in order}, id_)
        return None
    to = at + step
    if not 0 <= to < len(order):
        return None
    order.insert(to, order.pop(at))
    return _store(session, kind, order, "Move a section")


def drop(session: Session, kind: OutputKind, id_: str, dropped: bool = True) -> ChangeSet:
    """Leave a section out, or take it in again; nothing of what it says is lost. Raises UserError no-such-section."""
    return _edit(session, kind, id_, "Leave a section out" if dropped else "Take a section in", dropped=dropped)


def rename(session: Session, kind: OutputKind, id_: str, heading: str) -> ChangeSet:
    """ "" is the usual heading again. Raises UserError no-such-section."""
    return _edit(session, kind, id_, "Rename a section", heading=" ".join(heading.split()))


def add_own(session: Session, kind: OutputKind, heading: str, text: str = "") -> tuple[ChangeSet, str]:
    """A section of the author's own at the end; its id comes back too. Raises UserError no-sections, text-too-long."""
    order = _some(session.snapshot, kind)
    made = OutputSection(kind=kind, heading=" ".join(heading.split()), text=_checked(session.snapshot, text))
    section = Section(made.uid, "", made.heading, record=made)
    return _store(session, kind, [*order, section], "Add a section"), made.uid


def write_own(session: Session, kind: OutputKind, id_: str, text: str) -> ChangeSet:
    """What a section of the author's own says. Raises UserError no-such-section, not-own, text-too-long."""
    held = {section.id: section for section in _some(session.snapshot, kind)}
    section = _known(held, id_)
    if section.record is None or not section.own:
        raise _refusal(
            "That section is made from the record.", "Change the record, or add a section of your own.", "not-own"
        )
    return session.put("Write a section", replace(section.record, text=_checked(session.snapshot, text)))


def own_text(snapshot: Snapshot, section: Section) -> str:
    """As it was typed, references by the numbers of today."""
    return live_references.typed(snapshot, section.record.text) if section.own and section.record else ""


def as_usual(session: Session, kind: OutputKind, *, also_own: bool = False) -> ChangeSet | None:
    """The usual order, nothing left out, usual headings. The author's own sections go to the end, or, with `also_own`,
    to the bin. None where nothing was changed."""
    held = [record for record in session.snapshot.output_sections if record.kind is kind]
    if not held:
        return None
    gone = tuple((OutputSection, record.uid) for record in held if record.key or also_own)
    own = [] if also_own else [record for record in sorted(held, key=lambda r: r.place) if not record.key]
    count = len(sections_of(session.snapshot, kind))
    kept = tuple(replace(record, place=count + n, dropped=False) for n, record in enumerate(own, 1))
    return session.replace_all("Sections as usual", kept, gone)


def _some(snapshot: Snapshot, kind: OutputKind) -> tuple[Section, ...]:
    found = sections_of(snapshot, kind)
    if not found:
        raise _refusal(
            "This output has no sections that could be moved.",
            "Choose one that has: briefing, overview …",
            "no-sections",
        )
    return found


def _known(held: dict[str, Section], id_: str) -> Section:
    if id_ in held:
        return held[id_]
    raise _refusal("There is no such section.", f"Sections are: {', '.join(held)}.", "no-such-section")


def _edit(session: Session, kind: OutputKind, id_: str, label: str, **changed: object) -> ChangeSet:
    order = _some(session.snapshot, kind)
    section = _known({held.id: held for held in order}, id_)
    if section.record is not None:
        return session.put(label, replace(section.record, **changed))  # type: ignore[arg-type]
    made = replace(OutputSection(kind=kind, key=section.id), **changed)  # type: ignore[arg-type]
    return _store(session, kind, [replace(s, record=made) if s is section else s for s in order], label)


def _store(session: Session, kind: OutputKind, order: Sequence[Section], label: str) -> ChangeSet:
    """Each with its place, also those that nobody touched: an order is of all of them."""
    records = [
        replace(section.record or OutputSection(kind=kind, key=section.id), place=place)
        for place, section in enumerate(order, 1)
    ]
    return session.put(label, *records)


def _checked(snapshot: Snapshot, text: str) -> str:
    if len(text) > _LONGEST:
        raise _refusal(f"The text is longer than {_LONGEST:,} characters.", "Divide it.", "text-too-long")
    return live_references.stored(snapshot, text.strip())


def _refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
