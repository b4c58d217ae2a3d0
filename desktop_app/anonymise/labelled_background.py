"""Background that no capital tells: a form's "NATIONALITY X/Y", "we are travellers", "the English he had"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_LABELS = frozenset(["nationality", "ethnicity", "religion", "citizenship"])
_CELL_BEFORE = re.compile(r"(?:^|[\n|\t]|[ ]{2}|[.;] )$")
_LABEL = re.compile(
    r"\w+(?:[ ]?:[ ]?|[ ]?\t|[ ]?[.…]{3,}[ ]?|[ ][-–][ ]|[ ](?=[A-Z]{3}))(?P<here>[^\W\d_][^\n|\t.;:,]{2,36}?)"
    r"(?=\n|\||\t|[.;,]|[ ]{2}|$)",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"(?:not |un|none|n/?a\b|tbc|refused|declined|prefer)", re.IGNORECASE)
_PEOPLES = frozenset(["traveller", "travellers", "gypsy", "gypsies", "roma", "romany", "showmen"])
_A_PEOPLE = re.compile(r"(?:travellers?|gyps(?:y|ies)|roma|romany|showmen)\b")
_SAID_OF = re.compile(
    r"\b(?:(?:we|they|family|parents|both|who)(?:[’']re| are| were)|(?:is|was|as) an?)(?: all)?(?: irish| english)? $"
)
_LANGUAGE = re.compile(r"English(?= (?:he|she|they|was|had|left)\b)")
_OF_SOMEBODY = re.compile(r"\b(?:the|his|her|their|whose) $")


def find_labelled_background(anchors: Anchors) -> Iterator[Span]:
    """Tier 3."""
    text = anchors.text
    for match in anchors.tried((_LABEL,), anchors.of(_LABELS)):
        begins = _CELL_BEFORE.search(text, max(0, match.start() - 2), match.start())
        if begins and not _UNSAID.match(match.group("here")):
            yield Span(*match.span("here"), "attribute", 3, "after a form's word for it")
    for shape, starts, cue in ((_A_PEOPLE, _PEOPLES, _SAID_OF), (_LANGUAGE, frozenset(["english"]), _OF_SOMEBODY)):
        for match in anchors.tried((shape,), anchors.of(starts)):
            if cue.search(text, max(0, match.start() - 28), match.start()):
                yield Span(*match.span(), "attribute", 3, "nationality, ethnicity or religion")
