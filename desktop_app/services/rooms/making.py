"""A room's pack: what the room may show, rendered as a practitioner may see it and read back before it is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import FilePart, Rendering, Undecided
from desktop_app.common.document import Bullets, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.dates import in_words, read_date
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.room import RoomBrief, RoomMoment, RoomPrompt
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Workshop
from desktop_app.services.compose.parts import case, cell, governance
from desktop_app.services.compose.timeline import published_events
from desktop_app.services.compose.wording import fixed
from desktop_app.services.ladders import reader_profile, reader_register
from desktop_app.services.session import Session
from desktop_app.storage.packs.making import make_pack
from desktop_app.storage.secrets import MODERATE, KdfCost

# The same reader as of a workshop pack on paper.
READER = ProfileName.PRACTITIONER


@dataclass(frozen=True, slots=True)
class PackResult:
    """Either `written`, or every form of words that still stands in the way."""

    written: bool
    path: Path
    blocked: tuple[Undecided, ...] = ()


def workshop_called(snapshot: Snapshot, wanted: str) -> Workshop:
    """By uid, title, or number in order of date (from 1). Raises UserError "not-found"."""
    numbered = {str(number): w for number, w in enumerate(snapshot.workshops, 1)}
    named = [w for w in snapshot.workshops if wanted.casefold() in (w.uid, w.title.casefold())]
    found = named[0] if len(named) == 1 else numbered.get(wanted)
    if found is None:
        listed = ", ".join(f"{number} ({w.date or 'no date'})" for number, w in numbered.items())
        raise UserError(
            "There is no such workshop in this review.",
            safe="Nothing was written.",
            do=f"Give its number, title or uid. There are: {listed}." if listed else "Add the workshop first.",
            code="no-such-workshop",
            exit_code=Exit.USAGE,
        )
    return found


def make_room_pack(
    session: Session, workshop: Workshop, path: Path, passphrase: str, cost: KdfCost = MODERATE
) -> PackResult:
    """Write the pack, or say what stands in its way. The room's passphrase is not the review's. Raises UserError."""
    snapshot = session.snapshot
    rendering = rendered_for_room(snapshot, workshop)
    if rendering.anonymised is None:
        return PackResult(False, path, rendering.undecided)
    brief = _brief(snapshot, workshop, rendering.anonymised.document)
    register = reader_register(snapshot, READER)
    parts = [FilePart("the room's pack", text) for text in _words(brief)]
    leaks = check_parts(parts, register, rendering.anonymised.allowed, reader_profile(snapshot, READER))
    if leaks:
        return PackResult(False, path, leaks)
    made = make_pack(path, brief, passphrase, session.file.room_secret(), workshop.uid, cost)
    session.put("Make a room pack", made)
    session.log("room-pack", made.uid)
    return PackResult(True, path)


def rendered_for_room(snapshot: Snapshot, workshop: Workshop) -> Rendering:
    """What the room would show, and what is left to decide before it may."""
    review = snapshot.review
    return render(
        _document(snapshot, workshop),
        reader_register(snapshot, READER),
        reader_profile(snapshot, READER),
        snapshot.surface_decisions,
        scope=(review.scope_start, review.scope_end),
        abbreviations=frozenset(a.short for a in snapshot.abbreviations),
        date_reader=read_date,
    )


def _document(snapshot: Snapshot, workshop: Workshop) -> Document:
    """All that a room shows, in an order `_brief` knows: so that it is rendered and checked like any output."""
    nothing = Text("", Dates.FIXED)
    events = published_events(snapshot)
    return Document(
        OutputKind.WORKSHOP_PACK.value,
        fixed("workshop-pack", "room_title"),
        nothing,
        nothing,
        nothing,
        (
            Heading(fixed("workshop-pack", "prompts")),
            Bullets(tuple(governance(p.text, p.uid) for p in snapshot.prompts)),
            Heading(fixed("workshop-pack", "ground_rules")),
            Paragraph(governance(workshop.ground_rules, workshop.uid)),
            Heading(fixed("workshop-pack", "confidentiality")),
            Paragraph(governance(workshop.confidentiality, workshop.uid)),
            Heading(fixed("workshop-pack", "support")),
            Paragraph(governance(" ".join(filter(None, [workshop.support_person, workshop.aftercare])), workshop.uid)),
            Heading(fixed("workshop-pack", "timeline")),
            Table(
                (fixed("timeline", "date"), fixed("timeline", "event")),
                tuple(
                    (
                        cell(case(in_words(e.date) or e.date.wording, e.uid)),
                        cell(case(e.published_wording or e.event, e.uid)),
                    )
                    for e in events
                ),
                (1.0, 4.0),
            ),
        ),
    )


def _brief(snapshot: Snapshot, workshop: Workshop, shown: Document) -> RoomBrief:
    _, prompts, _, rules, _, confidentiality, _, support, _, timeline = shown.blocks
    if not (isinstance(prompts, Bullets) and isinstance(timeline, Table)):
        raise TypeError("a room's document has another shape")
    return RoomBrief(
        title=shown.title.words,
        prompts=tuple(
            RoomPrompt(p.uid, text.words, p.origin) for p, text in zip(snapshot.prompts, prompts.items, strict=True)
        ),
        moments=tuple(
            RoomMoment(when.paragraphs[0].source, when.paragraphs[0].words, what.paragraphs[0].words)
            for when, what in timeline.rows
        ),
        people=tuple(dict.fromkeys(p.pseudonym for p in snapshot.people if p.pseudonym)),
        groups=_groups(snapshot, workshop),
        ground_rules=_words_of(rules),
        confidentiality=_words_of(confidentiality),
        support=_words_of(support),
    )


def _words_of(block: object) -> str:
    return block.text.words if isinstance(block, Paragraph) else ""


def _groups(snapshot: Snapshot, workshop: Workshop) -> tuple[tuple[str, int], ...]:
    """Role groups of those who attend, by name: the room offers no group of fewer than three."""
    counts: dict[str, int] = {}
    for person in snapshot.participants:
        if person.workshop == workshop.uid and person.attended and person.role_group:
            counts[person.role_group] = counts.get(person.role_group, 0) + 1
    return tuple(sorted(counts.items()))


def _words(brief: RoomBrief) -> list[str]:
    texts = [brief.title, brief.ground_rules, brief.confidentiality, brief.support]
    texts += [prompt.text for prompt in brief.prompts]
    texts += [text for moment in brief.moments for text in (moment.when, moment.what)]
    return [text for text in (*texts, *(name for name, _ in brief.groups)) if text]


__all__ = ["PackResult", "make_room_pack", "rendered_for_room", "workshop_called"]
