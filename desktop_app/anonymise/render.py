"""A document as one reader may see it: registered names exchanged, dates and ages coarsened, the rest asked about.

The document's own words are never changed; what is returned is a new document. Nothing here is remembered: the same
document, register, profile and decisions give the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.anonymise.again import Again
from desktop_app.anonymise.coarsen import DateReader
from desktop_app.anonymise.decided import Decided
from desktop_app.anonymise.gate import check_register
from desktop_app.anonymise.gather import Queue
from desktop_app.anonymise.grammar import Edit, apply_edits
from desktop_app.anonymise.layout import located_texts, with_texts
from desktop_app.anonymise.policy import Policy, Scope
from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render_steps import Stage, Steps
from desktop_app.anonymise.renderer import Piece, Renderer
from desktop_app.anonymise.result import AnonymisedDocument, FilePart, Rendering
from desktop_app.anonymise.surfaces import approved
from desktop_app.common.document import Document
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.output import SurfaceDecision


@dataclass(frozen=True, slots=True)
class TextMarks:
    """Ranges in one text of the preview, in document order: what was replaced, and what waits."""

    replaced: tuple[tuple[int, int], ...]
    undecided: tuple[tuple[int, int], ...]


def render(
    document: Document,
    register: Register,
    profile: Profile,
    decisions: Sequence[SurfaceDecision],
    *,
    scope: Scope,
    abbreviations: frozenset[str],
    date_reader: DateReader,
    progress: Progress | None = None,
) -> Rendering:
    """The document under a profile, with what still waits; `anonymised` only when nothing does.

    `scope` is the period under review (governance dates inside it are coarsened like case dates); `abbreviations` are
    the review's own, as written. Raises CancelledError when `progress` says so.
    """
    watcher = progress or NoProgress()
    pieces, queue, decided = _rendered(
        document, register, profile, decisions, scope, abbreviations, date_reader, watcher
    )
    words = [apply_edits(piece.words, piece.edits)[0] for piece in pieces]
    preview = with_texts(document, words)
    approving = Steps(watcher, len(pieces), Stage.APPROVE).over(pieces)
    allowed = approved(register, decided.kept, abbreviations, map(_final, approving))
    if not queue.undecided():
        parts = [FilePart(piece.located.where, new) for piece, new in zip(pieces, words, strict=True)]
        check_register(Steps(watcher, len(parts), Stage.CHECK).over(parts), register, allowed, queue)
    undecided = queue.undecided()
    if undecided:
        return Rendering(preview, undecided, None)
    done = sum(len(piece.edits) for piece in pieces)
    return Rendering(preview, (), AnonymisedDocument(preview, profile.name.value, allowed, done, len(decisions)))


def marks(
    document: Document,
    register: Register,
    profile: Profile,
    decisions: Sequence[SurfaceDecision],
    *,
    scope: Scope,
    abbreviations: frozenset[str],
    date_reader: DateReader,
) -> tuple[TextMarks, ...]:
    """For each text of the preview, in document order, the ranges that were replaced and those that wait."""
    pieces, _, _ = _rendered(document, register, profile, decisions, scope, abbreviations, date_reader, NoProgress())
    found = []
    for piece in pieces:
        waiting = [Edit(a, b, piece.words[a:b]) for a, b in piece.waiting]
        every = sorted([*piece.edits, *waiting], key=lambda e: (e.start, -e.end))
        kept = [e for i, e in enumerate(every) if all(e.start >= other.end for other in every[:i])]
        ranges = apply_edits(piece.words, kept)[1]
        replaced = tuple(r for e, r in zip(kept, ranges, strict=True) if e not in waiting)
        found.append(TextMarks(replaced, tuple(r for e, r in zip(kept, ranges, strict=True) if e in waiting)))
    return tuple(found)


def _rendered(
    document: Document,
    register: Register,
    profile: Profile,
    decisions: Sequence[SurfaceDecision],
    scope: Scope,
    abbreviations: frozenset[str],
    read: DateReader,
    progress: Progress,
) -> tuple[list[Piece], Queue, Decided]:
    decided = Decided(decisions, register, profile)
    renderer = Renderer(register, Policy(profile, scope, read), decided, Again(decisions, register), abbreviations)
    pieces = [Piece(located) for located in located_texts(document)]
    renderer.run(pieces, progress)
    return pieces, renderer.queue, decided


def _final(piece: Piece) -> tuple[str, list[str]]:
    """(final words, surfaces in them that were left or printed instead)."""
    final, _ = apply_edits(piece.words, piece.edits)
    surfaces = [piece.words[a:b] for a, b in piece.left] + [edit.words for edit in piece.edits]
    return final, surfaces
