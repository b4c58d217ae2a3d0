"""Whether what an output says is still what it would say now, and if not, why.

Nothing is marked when something changes: a change cannot know which outputs it is in, and undoing it would have to
unmark them. What an output was made of was summed when it was written (`rests_on`). Where a sum differs now, the output
is made once more in memory; only where a word of it comes out otherwise is it superseded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.ladders import reader_register
from desktop_app.services.outputs import composed, rendered
from desktop_app.services.release.kept_text import sum_of, units_of
from desktop_app.services.release.rests_on import CAUSES, causes, in_shape, sums


@dataclass(frozen=True, slots=True)
class Superseded:
    """`why` follows "superseded:"; `by` is the uid of the later output that took its place, "" where a change did."""

    output: str
    why: str
    by: str = ""


def superseded(snapshot: Snapshot) -> dict[str, Superseded]:
    """uid -> why, of every output that is; takes as long as making the newest of each once more."""
    return {found.output: found for found in _found(snapshot)}


def _found(snapshot: Snapshot) -> Iterator[Superseded]:
    later: dict[tuple[object, ...], Output] = {}
    for output in reversed(snapshot.outputs):
        key = (output.kind, output.profile, output.format, output.preset, output.agency)
        newer = later.setdefault(key, output)
        if newer is not output:
            yield Superseded(output.uid, f"draft {newer.version} was made after it", newer.uid)
        elif why := changed_since(snapshot, output):
            yield Superseded(output.uid, why)


def changed_since(snapshot: Snapshot, output: Output) -> str:
    """Why `output` would be worded otherwise now; "" when it would not, or when an earlier version kept no words."""
    if not output.words or output.as_at is None:
        return ""
    then = in_shape(snapshot, output)
    document = composed(then, output.kind, output.profile, output.as_at, draft=False)
    differ = causes(output.rests_on, sums(then, document))
    if not differ:
        return ""
    rendering = rendered(then, output.profile, document, reader_register(then, output.profile))
    if sum_of(units_of(rendering.preview)) == output.words:
        return ""
    return "since then " + "; ".join(CAUSES[cause] for cause in differ)
