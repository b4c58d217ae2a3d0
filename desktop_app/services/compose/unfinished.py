"""What the panel's draft lists at its end: the loose ends that stand behind it, by number, so that it names nobody.

Other readers are outside the review: what is loose in it is none of theirs, and a draft is passed on. The author sees
the same list beside the preview, whoever the reader is (`services.proofing`).
"""

from __future__ import annotations

from desktop_app.common.document import Block, Bullets, Dates, Heading, Paragraph, Text
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.presets import shape_of
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.thread import broken_links, orphans

_LISTS = frozenset({OutputKind.BRIEFING, OutputKind.OVERVIEW, OutputKind.ACTION_PLAN, OutputKind.GOVERNANCE_UPDATE})
KEY = "unfinished"  # of its section: it belongs to the draft, not to what the draft says
_KEY = "key-event-unused"


def unfinished(snapshot: Snapshot, kind: OutputKind, reader: ProfileName) -> tuple[Block, ...]:
    """Blocks to put after this reader's copy of an output; none for anybody but the panel, or when all is finished."""
    said = loose_ends(snapshot, kind) if reader is ProfileName.PANEL else ()
    if not said:
        return ()
    lines = tuple(Text(sentence, Dates.FIXED, uid) for sentence, uid in said)
    return Heading(fixed("unfinished", "heading"), key=KEY), Paragraph(fixed("unfinished", "lead")), Bullets(lines)


def loose_ends(snapshot: Snapshot, kind: OutputKind) -> tuple[tuple[str, str], ...]:
    """(sentence, uid of its record or "") for what is loose behind an output of this kind.

    None when every thread holds, the review was closed, or the output rests on no thread. None for a plan for one
    agency either: loose ends are of the whole review, and most are others'.
    """
    if (
        kind not in _LISTS
        or snapshot.destructions
        or (kind is OutputKind.ACTION_PLAN and shape_of(snapshot, kind).agency)
    ):
        return ()
    loose = orphans(snapshot)
    key = sum(orphan.code == _KEY for orphan in loose)
    said = [(link.what, link.uid) for link in broken_links(snapshot)]
    # Refs of events are not every reader's business.
    said += [(orphan.what, orphan.uid) for orphan in loose if orphan.code != _KEY]
    if key:
        said.append((words("unfinished", "key_one" if key == 1 else "key_many", count=key), ""))
    return tuple(dict(said).items())
