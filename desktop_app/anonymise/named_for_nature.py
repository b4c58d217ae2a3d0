"""Wards, rooms, units and agencies called by an ordinary word: "Juniper Unit", "Sunrise Care", "known to Turning Tide".

What comes before the head is on a list of what such bodies are called by (`brand_words`); the head alone is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_BRANDS = lexicon.word_set("brand_words")
_HEADS = (
    r"Unit|Ward|Room|Class|Suite|Wing|Lodge|House|Court|Centre|(?:Family|Community|Children[’']s|Wellbeing) Hub"
    r"|Hub|Care|Homecare|Home Care|Care Home|Care Services|Nursing Home|Support|Housing|Fostering|Nursery|Pre-?school"
    r"|Playgroup|Childcare|Project|Trust|Partnership|Community Partnership|Foundation|Group|Team|Practice|Surgery"
    r"|Clinic|Refuge|Outreach|Advocacy|Counselling|Recovery|Services|Service|Therapies|Training|Youth Club"
)
_AS_WRITTEN = re.compile(rf"(?P<first>[A-Z][a-z]+)[’']?(?: (?P<second>[A-Z][a-z]+))? (?:{_HEADS})\b(?! [A-Z][a-z])")
# Words of lists and levels: "Operation" names what it names by a rule of its own.
_UNSAID = re.compile(r"\b(?:Child|Operation|Code|Amber|Level|Stage|Phase|Section) $")


def find_named_for_nature(anchors: Anchors) -> Iterator[Span]:
    """Tier 2. A run in which another word is capitalised ("Silver Birch Ward") counts as a whole."""
    text = anchors.text
    for match in anchors.tried((_AS_WRITTEN,), anchors.of(_BRANDS)):
        if not _UNSAID.search(text, max(0, match.start() - 11), match.start()):
            yield Span(*match.span(), "organisation", 2, "a word that bodies are called by, and what it is")
