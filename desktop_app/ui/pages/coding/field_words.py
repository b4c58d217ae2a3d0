"""What the texts of a record are called above them, and the kinds of record that are read here."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KINDS: tuple[tuple[str, object], ...] = (
    ("events", QT_TRANSLATE_NOOP("coding", "Events")),
    ("reflections", QT_TRANSLATE_NOOP("coding", "Reflections")),
    ("family_points", QT_TRANSLATE_NOOP("coding", "What the family said")),
    ("agency_requests", QT_TRANSLATE_NOOP("coding", "Agencies’ reports")),
    ("episodes", QT_TRANSLATE_NOOP("coding", "Key practice episodes")),
    ("narratives", QT_TRANSLATE_NOOP("coding", "Passages of the report")),
    ("marked", QT_TRANSLATE_NOOP("coding", "Everything marked")),
)
_FIELDS = {
    ("events", "event"): QT_TRANSLATE_NOOP("coding", "What happened"),
    ("events", "action"): QT_TRANSLATE_NOOP("coding", "Action taken"),
    ("events", "outcome"): QT_TRANSLATE_NOOP("coding", "Outcome"),
    ("events", "child_seen"): QT_TRANSLATE_NOOP("coding", "Child seen, and what they said"),
    ("events", "comment"): QT_TRANSLATE_NOOP("coding", "Comment"),
    ("agency_requests", "involvement"): QT_TRANSLATE_NOOP("coding", "Involvement"),
    ("agency_requests", "good_practice"): QT_TRANSLATE_NOOP("coding", "Good practice"),
    ("agency_requests", "learning"): QT_TRANSLATE_NOOP("coding", "Learning"),
    ("agency_requests", "immediate_actions"): QT_TRANSLATE_NOOP("coding", "Done at once"),
    ("episodes", "why"): QT_TRANSLATE_NOOP("coding", "Why it mattered"),
    ("episodes", "appraisal"): QT_TRANSLATE_NOOP("coding", "Appraisal of practice"),
}


def kind_words() -> list[tuple[str, str]]:
    return [(kind, QCoreApplication.translate("coding", str(words))) for kind, words in KINDS]


def field_words(family: str, field: str) -> str:
    """ "" for a record whose one text needs no heading."""
    words = _FIELDS.get((family, field))
    return QCoreApplication.translate("coding", str(words)) if words else ""
