"""How a recommendation reads in the list and at its head: its status in the words of the review."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.learning import DONE
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendations import RecommendationView
from desktop_app.ui.statuses import TONE_OF_WORDS, status_look
from desktop_app.ui.widgets.badge import Look
from desktop_app.ui.widgets.record_list import Entry


def entry(snapshot: Snapshot, view: RecommendationView) -> Entry:
    look = status_look(snapshot, view.status)
    words = view.title or view.text or QCoreApplication.translate("RecommendationsPage", "No words yet")
    return Entry(view.uid, words, look.word, look.icon, TONE_OF_WORDS[look.tone], number=str(view.number))


def standing(snapshot: Snapshot, view: RecommendationView) -> Look:
    """ "Part complete: 1 of 4" where there are parts."""
    look = status_look(snapshot, view.status)
    done = sum(part.status in DONE for part in view.parts)
    if not view.parts or done in (0, len(view.parts)):
        return look
    return replace(look, word=f"{look.word}: {done} of {len(view.parts)}")
