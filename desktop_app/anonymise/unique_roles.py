"""A role that one person has: "the only CAMHS psychiatrist", "the county's sole paediatric pathologist"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_ROLES = (
    r"psychiatrist|psychologist|psychotherapist|therapist|paediatrician|consultant|specialist|doctor|surgeon"
    r"|pathologist|GP|nurse|midwife|health visitor|social worker|advocate|interpreter|officer|teacher|head ?teacher"
    r"|counsellor|dentist|pharmacist|chaplain|imam|rabbi|priest|vicar|guardian|registrar|coroner"
)
# What goes on with "who" or "to" says that nobody else did something, and nothing of the role.
_UNIQUE = re.compile(
    rf"(?:only|sole)(?: [\w&-]+){{0,3}}? (?:{_ROLES})\b(?! (?:who|that|to|present|there|involved|seen)\b)",
    re.IGNORECASE,
)
# "the only Polish bakery in the town": whoever asks there is told.
_IN_A_PLACE = re.compile(
    r"(?:only|sole) (?!one\b|ones\b|way\b|time\b|thing\b|person\b|people\b|child\b|children\b|place\b|school\b)"
    r"(?:[\w'’&-]+ ){1,4}(?:in|on|for|of) (?:the|our|this|that) (?:whole |entire )?(?:town|village|island|islands"
    r"|county"
    r"|valley|estate|street|borough|region|district|parish|area|city|peninsula|congregation)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\b(?:the|our|their|its|her|his|an?|one and)|['’]s) $", re.IGNORECASE)


def find_unique_roles(anchors: Anchors) -> Iterator[Span]:
    """Tier 2: where people know who holds it, the role is a name."""
    text = anchors.text
    for match in anchors.tried((_UNIQUE, _IN_A_PLACE), anchors.of(frozenset({"only", "sole"}))):
        if _BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
            yield Span(*match.span(), "occupation", 2, "a role that only one person has")
