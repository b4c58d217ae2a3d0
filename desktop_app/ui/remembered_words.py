"""What is remembered of other reviews, in the window's words."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.remembered import Remembered, RememberedFinding, RememberedReview


def _tr(text: str) -> str:
    return QCoreApplication.translate("remembered", text)


def said_words(said: Remembered) -> str:
    """ "Recommendation 4"."""
    if isinstance(said, RememberedFinding):
        return _tr("Finding {}").format(said.number)
    return _tr("Recommendation {}").format(said.number)


def month_words(review: RememberedReview) -> str:
    """ "June 2026"."""
    return f"{dt.date.fromisoformat(review.published + '-01'):%B %Y}"


def title_words(review: RememberedReview) -> str:
    return review.title or _tr("A review without a title")


def count_words(review: RememberedReview) -> str:
    """ "6 findings, 11 recommendations"."""
    findings, recommendations = len(review.findings), len(review.recommendations)
    return ", ".join(
        (
            _tr("1 finding") if findings == 1 else _tr("{} findings").format(findings),
            _tr("1 recommendation") if recommendations == 1 else _tr("{} recommendations").format(recommendations),
        )
    )
