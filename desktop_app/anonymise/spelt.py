"""Words spelt out letter by letter: "J a n e S m i t h", "J-A-N-E". What they spell cannot be read by the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.fold import Folded
from desktop_app.anonymise.result import Span

SPACED = re.compile(r"(?<![^\W_])[a-z](?:[ ._\-·•‧∙*/|]{1,3}[a-z](?![^\W_])){2,}")
# Two letters apart, or what may fold to letters, before anything is folded: hardly any text has them.
_APART = re.compile(r"[\W_](?:[^\W\d_]|[\u2070-\U0010ffff])[\W_]+(?:[^\W\d_]|[\u2070-\U0010ffff])(?![^\W_])")
_FEWEST = 4  # three are a list or initials
_TOLD = re.compile(r"\bspel(?:t|led|ling)(?: (?:it|as|out))?[:,]? $")
_LONG = 7  # so many letters in a row are neither


def find_spelt(text: str) -> Iterator[Span]:
    """Runs of single letters that spell a name, or that are too long for a list and no word."""
    if not _APART.search(text):
        return
    folded = Folded(text)
    for run in SPACED.finditer(folded.text):
        spelt = "".join(c for c in run.group() if c.isalpha())
        if len(spelt) < _FEWEST or spelt in "abcdefghijklmnopqrstuvwxyz":
            continue
        told = folded.text[max(0, run.start() - 16) : run.start()]
        ordinary = lexicon.is_word(spelt, True) and spelt not in lexicon.rather_names()
        if _TOLD.search(told) or (not ordinary and (lexicon.is_name(spelt) or len(spelt) >= _LONG)):
            yield Span(folded.source_start(run.start()), folded.source_end(run.end()), "name", 2, "letters set apart")
