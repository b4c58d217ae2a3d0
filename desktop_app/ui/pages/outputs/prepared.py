"""The work behind the preview, for a worker: values in, values out, no session and no Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.common.progress import Progress
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.nothing_yet import is_empty
from desktop_app.services.jigsaw import Draft, Ledger, ledger
from desktop_app.services.jigsaw.draft import draft_of
from desktop_app.services.outputs import Rendering, Undecided, prepare_output
from desktop_app.services.preview import Spot, preview_page, preview_pdf, words_on_pages
from desktop_app.services.proofing import Note, notes, overflow


@dataclass(frozen=True, slots=True)
class Wanted:
    kind: OutputKind
    profile: ProfileName
    as_at: dt.date


@dataclass(frozen=True, slots=True)
class Prepared:
    """`waiting` maps a surface to where it stands on the pages, `replaced` holds where a pseudonym stands.

    What a careful reader asks about it, and what readers could put together, follow when the pages are in sight:
    `reflect`.
    """

    wanted: Wanted
    rendering: Rendering
    pdf: bytes
    pages: int
    waiting: dict[str, tuple[Spot, ...]]
    replaced: tuple[Spot, ...]
    notes: tuple[Note, ...] = ()
    draft: Draft | None = None
    weighed: Ledger | None = None

    @property
    def undecided(self) -> tuple[Undecided, ...]:
        return self.rendering.undecided

    @property
    def empty(self) -> bool:
        """Whether all it says is that the record holds nothing for it yet."""
        return bool(is_empty(self.wanted.kind, self.rendering.preview))


def prepare(snapshot: Snapshot, wanted: Wanted, progress: Progress) -> Prepared:
    """The pages, as soon as there are any."""
    progress.step(0, 3, "Replacing names and dates")
    rendering = prepare_output(snapshot, wanted.kind, wanted.profile, wanted.as_at)
    progress.step(1, 3, "Setting the pages")
    pdf = preview_pdf(rendering, wanted.profile.value)
    progress.step(2, 3, "Looking over the pages")
    waiting = {item.surface: item.surface for item in rendering.undecided}
    instead = tuple(dict.fromkeys(_instead(snapshot)))
    spots = words_on_pages(pdf, (*waiting, *instead))
    _, pages = preview_page(pdf, page=0, width_px=8)
    return Prepared(
        wanted,
        rendering,
        pdf,
        pages,
        {surface: spots[surface] for surface in waiting},
        tuple(spot for words in instead for spot in spots[words]),
    )


def reflect(snapshot: Snapshot, prepared: Prepared, progress: Progress) -> Prepared:
    """The same pages, with what there is to say about them."""
    wanted = prepared.wanted
    progress.step(0, 2, "Reading it through")
    said = (*overflow(prepared.rendering.preview), *notes(snapshot, wanted.kind, wanted.as_at))
    progress.step(1, 2, "Weighing indirect facts")
    draft = draft_of(snapshot, wanted.kind, wanted.profile, wanted.as_at, prepared.rendering.preview)
    return replace(prepared, notes=said, draft=draft, weighed=ledger(snapshot, wanted.profile, draft))


def weigh(snapshot: Snapshot, prepared: Prepared) -> Prepared:
    """The same page, its facts weighed with what the review says now."""
    draft = prepared.draft
    return replace(prepared, weighed=ledger(snapshot, prepared.wanted.profile, draft)) if draft else prepared


def _instead(snapshot: Snapshot) -> Iterator[str]:
    """What may be printed in place of something else."""
    for entry in snapshot.register:
        yield from filter(None, (entry.pseudonym, entry.descriptor))
    for decision in snapshot.surface_decisions:
        if decision.replacement:
            yield decision.replacement
