"""An output of which the record holds nothing yet: it says so, and where that would come from."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.document import Document, Paragraph, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.wording import fixed, nothing_yet
from desktop_app.services.document_text import all_texts

_UNTITLED = Text("")
# What these say of themselves speaks of rows that are not there.
_IN_PLACE = frozenset(
    {
        *(OutputKind.CHRONOLOGY, OutputKind.TIMELINE, OutputKind.ACTION_PLAN, OutputKind.HAND_OVER),
        *(OutputKind.YOU_SAID,),
    }
)


def said_when_empty(snapshot: Snapshot, kind: OutputKind, document: Document) -> Document:
    """The same where anything in it came from a record, or for a kind (a letter) that is whole without one."""
    if kind.value not in nothing_yet() or any(text.source for text in all_texts(replace(document, title=_UNTITLED))):
        return document
    if kind is OutputKind.YOU_SAID and snapshot.recall_feedback:
        return document  # all agreed: that nothing was challenged is an answer
    kept = () if kind in _IN_PLACE else document.blocks
    return replace(document, blocks=(Paragraph(fixed("nothing_yet", kind.value)), *kept))


def is_empty(kind: OutputKind, document: Document) -> str:
    """The sentence that says so, "" for a document that has something to say."""
    sentence = nothing_yet().get(kind.value, "")
    return sentence if any(text.words == sentence for text in all_texts(document)) else ""
