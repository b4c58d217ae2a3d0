"""What is left out at the start of a sentence gives its capital to the next word, also one exchanged itself."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.anonymise.grammar import Edit


def capitals_given(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """`edits` in order, so that none that takes a letter takes one of the next.

    An edit that leaves words out also takes the letter after them, to print its capital. Where another edit has
    that letter the two would overlap.
    """
    ordered = sorted(edits, key=lambda e: (e.start, -e.end))
    for i, edit in enumerate(ordered):
        at = edit.end - 1
        if len(edit.words) != 1 or edit.start >= at or text[at].upper() != edit.words:
            continue
        for j in range(i + 1, len(ordered)):
            after = ordered[j]
            if after.start <= at < after.end:
                ordered[i] = Edit(edit.start, after.start, "")
                ordered[j] = Edit(after.start, after.end, after.words[:1].upper() + after.words[1:])
                break
    return ordered
