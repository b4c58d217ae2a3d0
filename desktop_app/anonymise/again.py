"""Words that were kept, standing in a sentence that nobody had seen when they were: a person looks again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from desktop_app.anonymise.as_written import surface_key
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.jigsaw.people import sentence_spans
from desktop_app.anonymise.register import Register
from desktop_app.domain.output import Choice, SurfaceDecision

_WORDS = re.compile(r"\w+")
_DIGITS = 16


def sentence_mark(text: str, start: int) -> str:
    """16 hexadecimal digits for the sentence around `start`: the same wherever it is moved to, and however it is
    spaced, capitalised or punctuated. It is kept inside the encrypted file only, so that a plain hash will do.
    """
    sentence = next((text[a:b] for a, b in sentence_spans(text) if a <= start < b), text)
    words = " ".join(_WORDS.findall(fold_surface(sentence)))
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


class Again:
    """What was kept and in which sentences. A decision that was taken without a text in sight holds in any."""

    def __init__(self, decisions: Sequence[SurfaceDecision], register: Register) -> None:
        self._register = register
        self._kept: dict[str, tuple[frozenset[str], str]] = {}
        for decision in decisions:
            key = surface_key(decision.surface, register)
            self._kept.pop(key, None)
            if decision.choice is Choice.KEEP and decision.contexts:
                self._kept[key] = frozenset(decision.contexts), decision.reason

    def why_kept(self, text: str, start: int, end: int) -> str | None:
        """The reason given elsewhere, when `text[start:end]` was kept and never in its sentence here; else None."""
        seen, reason = self._kept.get(surface_key(text[start:end], self._register), (frozenset(), ""))
        return reason if seen and sentence_mark(text, start) not in seen else None
