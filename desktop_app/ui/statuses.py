"""What the statuses look like: one icon, one word and one tone each, the same on every page."""

from __future__ import annotations

from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.workshop import Attribution, Consent, Valence
from desktop_app.ui.widgets.badge import Look

STATUS: dict[ActionStatus, Look] = {
    ActionStatus.COMPLETE: Look("Complete", "check-circle", "good"),
    ActionStatus.PART_COMPLETE: Look("Part complete", "circle-half", "accent"),
    ActionStatus.IN_PROGRESS: Look("In progress", "play", "accent"),
    ActionStatus.DELAYED: Look("Delayed", "hourglass", "warn"),
    ActionStatus.NOT_STARTED: Look("Not started", "circle-dashed", "neutral"),
    ActionStatus.NOT_ACCEPTED: Look("Not accepted", "prohibit", "neutral"),
    ActionStatus.UNKNOWN: Look("Not known", "question", "warn"),
}

TONE_OF_WORDS = {"neutral": "text2", "accent": "accent", "good": "good", "warn": "warn", "bad": "bad"}

MARK: dict[str, Look] = {
    "Seen": Look("Seen", "eye", "good"),
    "Not seen": Look("Not seen", "eye-slash", "neutral"),
    "Contradicts": Look("Contradicts", "link-break", "bad"),
    "Look at the date": Look("Look at the date", "warning", "warn"),
    "No source": Look("No source", "warning", "warn"),
    "Key": Look("Key", "bookmark-simple", "accent"),
}

CONSENT: dict[Consent, Look] = {
    Consent.QUOTE: Look("May be quoted", "quotes", "good"),
    Consent.PARAPHRASE: Look("Paraphrase only", "pencil-simple", "neutral"),
    Consent.THEME_ONLY: Look("Theme only", "tag", "neutral"),
    Consent.OFF_RECORD: Look("Off the record", "prohibit", "warn"),
}

ATTRIBUTION: dict[Attribution, Look] = {
    Attribution.UNATTRIBUTED: Look("Not attributed", "user-minus", "neutral"),
    Attribution.AGENCY_TYPE: Look("Kind of agency", "buildings", "accent"),
    Attribution.ROLE: Look("Role", "identification-badge", "accent"),
    Attribution.NAMED: Look("Named, agreed", "user-circle", "warn"),
}

VALENCE: dict[Valence, Look] = {
    Valence.WORKED_WELL: Look("Worked well", "thumbs-up", "good"),
    Valence.GOT_IN_THE_WAY: Look("Got in the way", "hand-palm", "bad"),
    Valence.WOULD_HELP: Look("Would help", "lightbulb", "accent"),
    Valence.CONTEXT: Look("Context", "map-pin", "neutral"),
}


def mark_look(word: str) -> Look:
    return MARK.get(word, Look(word))
