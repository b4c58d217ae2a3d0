"""What a form's label says is a school, a surgery, a home or an employer: "School / college ..... Hill Tertiary"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of

_LABELS = frozenset(
    [
        *("school", "college", "nursery", "gp", "surgery", "practice", "employer", "placement", "setting", "provider"),
        *(
            "ward",
            "workplace",
            "church",
            "solicitor",
            "solicitors",
            "landlord",
            "residence",
            "hostel",
            "home",
            "prison",
        ),
        *("location", "accommodation", "establishment", "venue", "site"),
        *("academy", "preschool", "playgroup", "unit", "club", "hospital", "pharmacy", "clinic"),
    ]
)
SEPARATOR = r"[ ]?(?::|=|\||\t|[ ]?[.…]{3,}|[ ][-–])[ \t.]*"
_LABEL = Shape(
    rf"(?P<label>\w+)(?:[ ]?/[ ]?\w+|[ ](?:name|attended|practice|provider|address))?{SEPARATOR}"
    r"(?P<named>[A-Z][\w’'&.\-]*(?:[ ](?:[A-Z][\w’'&.\-]*|of|the|and|&|y|\d{1,3})){0,6})(?=[ ]?(?:\n|$|[|\t,;(]"
    r"|[ ]{2}|\.[ \n]))"
)
_LABEL_BEFORE = re.compile(
    r"(?:^|[\n|\t(]|[ ]{2}|[.;,] |/ ?|\b(?:[Nn]ame of|[Cc]urrent|[Pp]revious|[Ll]ast|[Hh]is|[Hh]er|GP|[Cc]are) )$"
)


def find_by_form_labels(anchors: Anchors) -> Iterator[Span]:
    """Tier 2. A value of the field's own words alone is an answer: "School: No Concerns"."""
    text = anchors.text
    for match in anchors.tried((_LABEL,), anchors.of(_LABELS)):
        if not _LABEL_BEFORE.search(text, max(0, match.start() - 10), match.start()):
            continue
        bases = [base_of(word) for word in TOKEN.findall(match["named"])]
        if not all(base in lexicon.allowed() or base in FUNCTION_WORDS | NEVER_NAMES for base in bases):
            yield Span(*match.span("named"), "organisation", 2, "after a form's word for it")
