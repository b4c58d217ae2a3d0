"""What the statuses look like: one icon, one word and one tone each, the same on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.status_labels import labels
from desktop_app.domain.workshop import Attribution, Consent, Valence
from desktop_app.ui.widgets.badge import Look

K = TypeVar("K")


class _Looks(Mapping[K, Look]):
    """Words are translated when they are asked for: when this module is read no language has been chosen yet."""

    def __init__(self, looks: dict[K, Look]) -> None:
        self._looks = looks

    def __getitem__(self, key: K) -> Look:
        look = self._looks[key]
        return replace(look, word=QCoreApplication.translate("statuses", look.word))

    def __iter__(self) -> Iterator[K]:
        return iter(self._looks)

    def __len__(self) -> int:
        return len(self._looks)


def _look(word: object, icon: str, tone: str) -> Look:
    """`word` is what QT_TRANSLATE_NOOP gives back: the text itself, found by the tool that collects texts."""
    return Look(str(word), icon, tone)


STATUS: Mapping[ActionStatus, Look] = _Looks(
    {
        ActionStatus.COMPLETE: _look(QT_TRANSLATE_NOOP("statuses", "Complete"), "check-circle", "good"),
        ActionStatus.EMBEDDED: _look(QT_TRANSLATE_NOOP("statuses", "Embedded"), "checks", "good"),
        ActionStatus.PART_COMPLETE: _look(QT_TRANSLATE_NOOP("statuses", "Part complete"), "circle-half", "accent"),
        ActionStatus.IN_PROGRESS: _look(QT_TRANSLATE_NOOP("statuses", "In progress"), "play", "accent"),
        ActionStatus.DELAYED: _look(QT_TRANSLATE_NOOP("statuses", "Delayed"), "hourglass", "warn"),
        ActionStatus.NOT_STARTED: _look(QT_TRANSLATE_NOOP("statuses", "Not started"), "circle-dashed", "neutral"),
        ActionStatus.NOT_ACCEPTED: _look(QT_TRANSLATE_NOOP("statuses", "Not accepted"), "prohibit", "neutral"),
        ActionStatus.UNKNOWN: _look(QT_TRANSLATE_NOOP("statuses", "Not known"), "question", "warn"),
    }
)


def status_looks(snapshot: Snapshot) -> dict[ActionStatus, Look]:
    """Each status with the word that this review has for it."""
    own = labels(snapshot)
    return {status: replace(look, word=own[status]) if status in own else look for status, look in STATUS.items()}


def status_look(snapshot: Snapshot, status: ActionStatus) -> Look:
    return status_looks(snapshot)[status]


TONE_OF_WORDS = {"neutral": "text2", "accent": "accent", "good": "good", "warn": "warn", "bad": "bad"}

MARK: Mapping[str, Look] = _Looks(
    {
        "Seen": _look(QT_TRANSLATE_NOOP("statuses", "Seen"), "eye", "good"),
        "Not seen": _look(QT_TRANSLATE_NOOP("statuses", "Not seen"), "eye-slash", "neutral"),
        "Contradicts": _look(QT_TRANSLATE_NOOP("statuses", "Contradicts"), "link-break", "bad"),
        "Look at the date": _look(QT_TRANSLATE_NOOP("statuses", "Look at the date"), "warning", "warn"),
        "No source": _look(QT_TRANSLATE_NOOP("statuses", "No source"), "warning", "warn"),
        "Key": _look(QT_TRANSLATE_NOOP("statuses", "Key"), "bookmark-simple", "accent"),
        "Left out": _look(QT_TRANSLATE_NOOP("statuses", "Left out"), "warning", "warn"),
        "No reason given": _look(QT_TRANSLATE_NOOP("statuses", "No reason given"), "warning", "warn"),
        "Several sources": _look(QT_TRANSLATE_NOOP("statuses", "Several sources"), "intersect", "neutral"),
        "Episode": _look(QT_TRANSLATE_NOOP("statuses", "Episode"), "bookmark-simple", "accent"),
    }
)

CONSENT: Mapping[Consent, Look] = _Looks(
    {
        Consent.QUOTE: _look(QT_TRANSLATE_NOOP("statuses", "May be quoted"), "quotes", "good"),
        Consent.PARAPHRASE: _look(QT_TRANSLATE_NOOP("statuses", "Paraphrase only"), "pencil-simple", "neutral"),
        Consent.THEME_ONLY: _look(QT_TRANSLATE_NOOP("statuses", "Theme only"), "tag", "neutral"),
        Consent.OFF_RECORD: _look(QT_TRANSLATE_NOOP("statuses", "Off the record"), "prohibit", "warn"),
    }
)

ATTRIBUTION: Mapping[Attribution, Look] = _Looks(
    {
        Attribution.UNATTRIBUTED: _look(QT_TRANSLATE_NOOP("statuses", "Not attributed"), "user-minus", "neutral"),
        Attribution.AGENCY_TYPE: _look(QT_TRANSLATE_NOOP("statuses", "Kind of agency"), "buildings", "accent"),
        Attribution.ROLE: _look(QT_TRANSLATE_NOOP("statuses", "Role"), "identification-badge", "accent"),
        Attribution.NAMED: _look(QT_TRANSLATE_NOOP("statuses", "Named, agreed"), "user-circle", "warn"),
    }
)

VALENCE: Mapping[Valence, Look] = _Looks(
    {
        Valence.WORKED_WELL: _look(QT_TRANSLATE_NOOP("statuses", "Worked well"), "thumbs-up", "good"),
        Valence.GOT_IN_THE_WAY: _look(QT_TRANSLATE_NOOP("statuses", "Got in the way"), "hand-palm", "bad"),
        Valence.WOULD_HELP: _look(QT_TRANSLATE_NOOP("statuses", "Would help"), "lightbulb", "accent"),
        Valence.CONTEXT: _look(QT_TRANSLATE_NOOP("statuses", "Context"), "map-pin", "neutral"),
    }
)


def mark_look(word: str) -> Look:
    """`word` is as `services.chronology` has it; the look says it in the language of the window."""
    if word.startswith("KPE "):
        return Look(word, "", "accent")
    if word.endswith(" sources"):
        return Look(QCoreApplication.translate("statuses", "{} sources").format(word.split()[0]), "intersect")
    return MARK.get(word, Look(word))
