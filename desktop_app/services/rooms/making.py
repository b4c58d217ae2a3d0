"""A room's pack: what the room may show, rendered as a practitioner may see it and read back before it is sealed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import FilePart, Rendering, Undecided
from desktop_app.common.document import Bullets, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.dates import in_words, read_date
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.room import RoomBrief, RoomMoment, RoomPack, RoomPrompt
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Workshop
from desktop_app.services.compose.parts import case, cell, governance
from desktop_app.services.compose.timeline import published_events
from desktop_app.services.compose.wording import fixed
from desktop_app.services.ladders import reader_entries, reader_profile, reader_register
from desktop_app.services.session import Session
from desktop_app.services.workshop_agenda import minutes_of, prompts_of
from desktop_app.services.workshop_groups import counts_of, wider_of
from desktop_app.services.workshop_library import factors_of
from desktop_app.services.workshop_ready import cares, lacking
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


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a room may show, read back; or every form of words that still stands in the way."""

    brief: RoomBrief | None
    blocked: tuple[Undecided, ...] = ()


def prepare(snapshot: Snapshot, workshop: Workshop) -> Prepared:
    """Render and read back. Raises UserError "workshop-not-ready" while nobody is there for those who come."""
    if not cares(workshop):
        raise UserError(
            "This workshop is not ready: " + " ".join(lacking(snapshot, workshop)[:2]),
            safe="Nothing was written.",
            do="Name who is there for support, and say what comes afterwards.",
            code="workshop-not-ready",
            exit_code=Exit.LOOK,
        )
    rendering = rendered_for_room(snapshot, workshop)
    if rendering.anonymised is None:
        return Prepared(None, rendering.undecided)
    brief = _brief(snapshot, workshop, rendering.anonymised.document)
    parts = [FilePart("the room's pack", text) for text in _words(brief)]
    leaks = check_parts(
        parts, reader_register(snapshot, READER), rendering.anonymised.allowed, reader_profile(snapshot, READER)
    )
    return Prepared(None, leaks) if leaks else Prepared(brief)


def write_pack_file(
    path: Path, brief: RoomBrief, passphrase: str, secret: bytes, workshop: str, cost: KdfCost = MODERATE
) -> RoomPack:
    """What the review must keep (`keep_pack`) to know the pack again. Needs no session: for a worker."""
    return make_pack(path, brief, passphrase, secret, workshop, cost)


def keep_pack(session: Session, made: RoomPack) -> ChangeSet:
    changes = session.put("Make a room pack", made)
    session.log("room-pack", made.uid)
    return changes


def make_room_pack(
    session: Session, workshop: Workshop, path: Path, passphrase: str, cost: KdfCost = MODERATE
) -> PackResult:
    """Write the pack, or say what stands in its way. The room's passphrase is not the review's. Raises UserError."""
    prepared = prepare(session.snapshot, workshop)
    if prepared.brief is None:
        return PackResult(False, path, prepared.blocked)
    keep_pack(
        session,
        write_pack_file(path, prepared.brief, passphrase, session.file.room_secret(), workshop.uid, cost),
    )
    return PackResult(True, path)


def free_name(folder: Path) -> Path:
    """For a pack in this folder: a name that is free and says nothing of the review."""
    for number in range(1, 1_000):
        path = folder / f"learning event {number}.pack"
        if not path.exists():
            return path
    return folder / "learning event.pack"


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
            Bullets(tuple(governance(p.text, p.uid) for p in prompts_of(snapshot, workshop))),
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
                        cell(case(in_words(replace(e.date, time=None)) or e.date.wording, e.uid)),
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
    there = [p for p in snapshot.participants if p.workshop == workshop.uid]
    minutes = minutes_of(snapshot, workshop.uid)
    asked = prompts_of(snapshot, workshop)
    return RoomBrief(
        title=shown.title.words,
        prompts=tuple(
            RoomPrompt(p.uid, text.words, "", minutes.get(p.uid, 0))
            for p, text in zip(asked, prompts.items, strict=True)
        ),
        moments=tuple(
            RoomMoment(when.paragraphs[0].source, when.paragraphs[0].words, what.paragraphs[0].words)
            for when, what in timeline.rows
        ),
        people=tuple(dict.fromkeys(e.pseudonym for e in reader_entries(snapshot, READER) if e.pseudonym)),
        groups=tuple(sorted(counts_of(there).items())),
        factors=factors_of(workshop.library),
        ground_rules=_words_of(rules),
        confidentiality=_words_of(confidentiality),
        support=_words_of(support),
        wider=tuple(sorted(wider_of(there).items())),
    )


def _words_of(block: object) -> str:
    return block.text.words if isinstance(block, Paragraph) else ""


def _words(brief: RoomBrief) -> list[str]:
    texts = [brief.title, brief.ground_rules, brief.confidentiality, brief.support]
    texts += [prompt.text for prompt in brief.prompts]
    texts += [text for moment in brief.moments for text in (moment.when, moment.what)]
    texts += [*brief.people, *(name for name, _ in brief.groups), *(above for _, above in brief.wider)]
    return [text for text in texts if text]


__all__ = [
    "PackResult",
    "Prepared",
    "free_name",
    "keep_pack",
    "make_room_pack",
    "prepare",
    "rendered_for_room",
    "workshop_called",
    "write_pack_file",
]
