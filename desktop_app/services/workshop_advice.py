"""Gentle notes on what a workshop promises, and on who a reflection may give away. None of them blocks.

Source: the field's honest promise is that what was said is not attributed, never that it is secret: notes can be asked
for by the police or a court, and a new risk to somebody is passed on. A group of fewer than three names its members.
"""

from __future__ import annotations

import re

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Attribution, Reflection
from desktop_app.services.workshop_groups import groups_at, printed_group

_LIMITS = (
    (r"court|police|disclos|the law", "that a court or the police may ask for notes"),
    (r"risk|harm|safe", "that a new risk to somebody is passed on"),
)
_PROMISES = re.compile(r"\b(?:anonym\w+|strictly confidential|completely confidential|never be (?:seen|shared))", re.I)


def confidentiality_advice(text: str) -> str:
    """What a confidentiality statement leaves out or promises too much of; "" when it is honest and whole."""
    if not text.strip():
        return "Say what is kept, and the limits: a new risk is passed on, and a court or the police may ask for notes."
    missing = [said for words, said in _LIMITS if not re.search(words, text, re.I)]
    promise = _PROMISES.search(text)
    parts = []
    if missing:
        parts.append(f"It does not say {' or '.join(missing)}.")
    if promise and not re.search(r"\b(?:not|cannot|can’t|can't)\b", text[: promise.start()][-60:], re.I):
        parts.append(f"“{promise[0]}” is more than anybody can promise.")
    return " ".join(parts)


def attribution_advice(snapshot: Snapshot, reflection: Reflection) -> str:
    """Why the attribution chosen may name a person; "" when it does not."""
    group = reflection.group.strip()
    if reflection.attribution is Attribution.UNATTRIBUTED:
        return ""
    if reflection.attribution is Attribution.NAMED:
        return "Named only when they have agreed to it. Outputs ask again."
    if not group:
        return "Say which, as it should be printed: “health”, “a school”."
    label = printed_group(snapshot, reflection)
    if label == group:
        return ""
    if not groups_at(snapshot, reflection.workshop):
        return "Outputs print no group until it is written down who came."
    if label:
        return f"Too few there share it, so it could tell who spoke. Outputs print “{label}”."
    return "Fewer than three there belong to it, so it could tell who spoke. Outputs print no group."
