"""What a review has published: the outputs of it that stand, and every word they print."""

from __future__ import annotations

import datetime as dt

from desktop_app.anonymise.result import Undecided
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.document_text import all_texts
from desktop_app.services.outputs import prepare_output
from desktop_app.services.release.kept_text import unpack

_TELL_LEARNING = frozenset({OutputKind.BRIEFING, OutputKind.SEVEN_MINUTE, OutputKind.OVERVIEW, OutputKind.ACTION_PLAN})


def standing_publications(snapshot: Snapshot) -> list[Output]:
    """Public outputs that tell learning, are out, and have not been taken down; oldest first."""
    found = [
        output
        for output in snapshot.outputs
        if output.profile is ProfileName.PUBLIC
        and output.kind in _TELL_LEARNING
        and output.published is not None
        and output.withdrawn is None
    ]
    return sorted(found, key=lambda output: output.published or dt.date.min)


def required_publications(snapshot: Snapshot) -> list[Output]:
    """As `standing_publications`; raises UserError "nothing-published" when there are none."""
    found = standing_publications(snapshot)
    if not found:
        raise UserError(
            "This review has published no findings or recommendations.",
            safe="The memory is as it was.",
            do="Once a public briefing or report is out, say so among its outputs, and add the review then.",
            code="nothing-published",
            exit_code=Exit.LOOK,
        )
    return found


def printed_words(snapshot: Snapshot, outputs: list[Output]) -> tuple[str, tuple[Undecided, ...]]:
    """What these outputs print, and what now waits for a decision in them.

    The words of an output are kept as it is written, and those count: the review may say something else by now. One
    that was written by an earlier version has none, and is made again as it would be today.
    """
    kept = {text.output: text for text in snapshot.output_texts}
    printed = [
        flat(" ".join(unit.sentence for unit in unpack(kept[output.uid].packed)))
        for output in outputs
        if output.uid in kept
    ]
    waiting: list[Undecided] = []
    for kind, as_at in _editions([output for output in outputs if output.uid not in kept]):
        rendering = prepare_output(snapshot, kind, ProfileName.PUBLIC, as_at)
        waiting += rendering.undecided
        printed += [flat(text.words) for text in all_texts(rendering.preview)]
    return "\n".join(printed), tuple(waiting)


def flat(words: str) -> str:
    """One line, so that where a line breaks makes no difference."""
    return " ".join(words.split())


def _editions(outputs: list[Output]) -> list[tuple[OutputKind, dt.date]]:
    """Each kind and day once: the file's format and version change no word."""
    found = {(o.kind, o.as_at or o.published or dt.date.min): None for o in outputs}
    return list(found)
