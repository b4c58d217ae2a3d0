"""What kind of record a deleted one is, and what it says, in a few words."""

from __future__ import annotations

import re

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.record import Record
from desktop_app.services.bin import BinItem

_WORDS = {
    "ChronologyEvent": "Event of the chronology",
    "ProgressUpdate": "Update on an action",
    "RecommendationPart": "Part of a recommendation",
    "Kloe": "Key line of enquiry",
}


def kind_words(kind: type[Record]) -> str:
    name = kind.__name__
    return _WORDS.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def words_of(item: BinItem) -> str:
    record = item.record
    return f"{item.words}  {record.event}".strip() if isinstance(record, ChronologyEvent) else item.words
