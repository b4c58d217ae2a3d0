"""What a passage of an output is written from: what the author says, else what a passage under its key tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from desktop_app.domain.snapshot import Snapshot

# key of a passage -> kinds of record that it tells of, as the sections of a briefing have them (field reference, 2.2)
TELLS_OF: dict[str, tuple[str, ...]] = {
    "about": ("findings",),
    "why_it_matters": ("findings",),
    "threshold": ("decisions",),
    "scope_text": ("terms", "decisions", "kloes"),
    "who_took_part": ("workshops", "agency_requests"),
    "family": ("involvements", "family_points"),
    "changed_since": ("actions",),
    "next_steps": ("actions",),
    "oversight": ("actions",),
    "publication_text": ("publication_decisions",),
    "role": ("panel", "decisions"),
    "assurance": ("recommendations",),
}


def written_from(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """(uid rested on, uid of a passage) of every passage that does not itself say what it rests on.

    Words marked with a theme rest on the evidence under the same theme, besides.
    """
    for passage in snapshot.narratives:
        for family in () if passage.rests_on else TELLS_OF.get(passage.key, ()):
            yield from ((record.uid, passage.uid) for record in getattr(snapshot, family))
    evidence: dict[str, list[str]] = defaultdict(list)
    for coding in snapshot.codings:
        if coding.family != "narratives":
            evidence[coding.theme].append(coding.of)
    for coding in snapshot.codings:
        if coding.family == "narratives":
            yield from ((uid, coding.of) for uid in evidence[coding.theme])
