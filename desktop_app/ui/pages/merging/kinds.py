"""How each kind of proposal is asked about, and what the answers are called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.services.merging.queue import BACKED, CONTRADICTION, DOUBLE, SAME, SILENCE


@dataclass(frozen=True, slots=True)
class Asked:
    """`row` stands in the list, `title` over the detail; `accept` and `refuse` are the two plain answers."""

    row: str
    title: str
    accept: str
    refuse: str
    icon: str
    tone: str


_ASKED = {
    SAME: Asked(
        str(QT_TRANSLATE_NOOP("merging", "Same event?")),
        str(QT_TRANSLATE_NOOP("merging", "Are these the same event?")),
        str(QT_TRANSLATE_NOOP("merging", "Same event, keep both sources")),
        str(QT_TRANSLATE_NOOP("merging", "Two events")),
        *("intersect", "accent"),
    ),
    DOUBLE: Asked(
        str(QT_TRANSLATE_NOOP("merging", "Entered twice?")),
        str(QT_TRANSLATE_NOOP("merging", "Was this entered twice?")),
        str(QT_TRANSLATE_NOOP("merging", "One entry, keep both rows")),
        str(QT_TRANSLATE_NOOP("merging", "Two entries")),
        *("copy", "warn"),
    ),
    CONTRADICTION: Asked(
        str(QT_TRANSLATE_NOOP("merging", "Contradiction?")),
        str(QT_TRANSLATE_NOOP("merging", "Do these contradict each other?")),
        str(QT_TRANSLATE_NOOP("merging", "They contradict")),
        str(QT_TRANSLATE_NOOP("merging", "No contradiction")),
        *("link-break", "bad"),
    ),
    BACKED: Asked(
        str(QT_TRANSLATE_NOOP("merging", "Borne out?")),
        str(QT_TRANSLATE_NOOP("merging", "Does one bear the other out?")),
        str(QT_TRANSLATE_NOOP("merging", "It bears it out")),
        str(QT_TRANSLATE_NOOP("merging", "Not related")),
        *("git-merge", "good"),
    ),
    SILENCE: Asked(
        str(QT_TRANSLATE_NOOP("merging", "Gap?")),
        str(QT_TRANSLATE_NOOP("merging", "Is this a gap?")),
        str(QT_TRANSLATE_NOOP("merging", "A gap")),
        str(QT_TRANSLATE_NOOP("merging", "No gap")),
        *("hourglass", "text2"),
    ),
}
_STATES = (
    ("proposed", str(QT_TRANSLATE_NOOP("merging", "Not looked at"))),
    ("later", str(QT_TRANSLATE_NOOP("merging", "Later"))),
    ("accepted", str(QT_TRANSLATE_NOOP("merging", "Accepted"))),
    ("refused", str(QT_TRANSLATE_NOOP("merging", "Refused"))),
)


def asked(kind: str) -> Asked:
    """In the language of the window."""
    it = _ASKED[kind]
    say = partial(QCoreApplication.translate, "merging")
    return Asked(say(it.row), say(it.title), say(it.accept), say(it.refuse), it.icon, it.tone)


def states() -> list[tuple[str, str]]:
    return [(key, QCoreApplication.translate("merging", words)) for key, words in _STATES]
