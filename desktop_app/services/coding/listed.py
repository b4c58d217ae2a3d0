"""Themes and marks as plain JSON values: the keys are a public interface (`candour list FILE themes|codings`)."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.coding.sources import Whole
from desktop_app.services.coding.under import all_marked, counts

Json = dict[str, object]


def theme_lines(snapshot: Snapshot) -> list[Json]:
    """`agencies` by code; what is no agency's counts under ""."""
    codes = {agency.uid: agency.code or agency.name for agency in snapshot.agencies}
    names = {theme.uid: theme.name for theme in snapshot.themes}
    counted = counts(Whole(snapshot))
    return [
        {
            "uid": theme.uid,
            "name": theme.name,
            "letter": theme.letter,
            "definition": theme.definition,
            "parent": names.get(theme.parent, ""),
            "marks": counted[theme.uid].marks,
            "records": counted[theme.uid].records,
            "agencies": {codes.get(uid, uid): many for uid, many in counted[theme.uid].agencies.items()},
        }
        for theme in snapshot.themes
    ]


def coding_lines(snapshot: Snapshot) -> list[Json]:
    """`start` and `end` are Python string indices in the text as it is now; both null for a record as a whole.

    `state`: whole, there, moved, reworded, or gone, when `words` are those of the time it was marked.
    """
    themes = {theme.uid: theme.name for theme in snapshot.themes}
    findings = {uid: finding.number for finding in snapshot.findings for uid in finding.codings}
    lines: list[Json] = []
    for one in all_marked(Whole(snapshot)):
        placed = one.anchor.how not in ("whole", "gone")
        lines.append(
            {
                "uid": one.coding.uid,
                "theme": themes.get(one.coding.theme, one.coding.theme),
                "kind": one.source.family,
                "of": one.source.uid,
                "label": one.source.label,
                "field": one.coding.field or None,
                "start": one.anchor.start if placed else None,
                "end": one.anchor.end if placed else None,
                "state": one.anchor.how,
                "words": one.words,
                "memo": one.coding.memo,
                "finding": findings.get(one.coding.uid),
            }
        )
    return lines
