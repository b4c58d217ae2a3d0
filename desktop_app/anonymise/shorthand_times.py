"""The clinic's shorthand for spells of time: 5/7 days, 6/52 weeks, 3/12 months; and for a baby's age in them.

"/52" is never a date. "/7" and "/12" are spells only where the words around say so: else 3/12 may be the third of
December, and a person is asked. Source: abbreviations of British general practice and nursing notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_SPELL = re.compile(r"(?<![\d/.])(?:\d{1,2}[ ]?[-–][ ]?)?(?P<many>\d{1,2})/(?P<of>7|52|12)\b(?![/.\-]\d)")
_NEAR = 32
_SP = r"[ \t\u00a0]"
# "for 3/12", "in 2/52", "x 5/7", "low mood 3/12", "fit note 2/52"
_BEFORE = re.compile(
    rf"(?:\b(?:for|in|over|past|last|next|within|every|after|further|approx|about|around|nearly|almost|another|at"
    rf"|hx|h/o|mood|pains?|aches?|cough|cold|rash|fever|sleep|sleeping|wetting|vomiting|diarrhoea|d&v|tired|tiredness"
    rf"|symptoms?|headaches?|wait|waiting|note|certificate|med3|supply|course|abx|antibiotics|contraception|pregnant"
    rf"|gestation|postnatal|pn|amenorrhoea|dizzy|dizziness|itch|itching|bleeding|limp)|[x×~<>])(?:{_SP}|,{_SP})?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"{_SP}?(?:hx|history|ago|wait|supply|course|post|pn|later|duration|of{_SP}(?!age)[a-z]|prior|before|pregnant"
    rf"|gestation|gest|off{_SP}(?:work|school))\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"\b(?:aged?|baby|infant|child|boy|girl|son|daughter|twins?|sibling|brother|sister|female|male|now|is|was)(?:{_SP}|,{_SP}"
    rf"|:{_SP}?|{_SP}?\()$",
    re.IGNORECASE,
)
_IN_A_CELL = re.compile(r"\b(?:baby|twin|infant|child|boy|girl)\b[^\n]*[\t|][ ]?$", re.IGNORECASE)
_OLD = re.compile(rf"{_SP}?(?:-{_SP}?)?(?:old|of{_SP}age)\b", re.IGNORECASE)
_AGE_WORD = re.compile(r"\baged?\W*$", re.IGNORECASE)
_MOST = {"7": 31, "52": 104, "12": 48}


def find_shorthand_times(anchors: Anchors) -> Iterator[Span]:
    """Spells ("duration") and ages, all of tier 3. What may as well be a date is left to the other rules."""
    text = anchors.text
    if "/7" not in text and "/52" not in text and "/12" not in text:
        return
    for match in anchors.tried((_SPELL,), anchors.numbers):
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if _IN_A_CELL.search(before):
            yield Span(match.start(), match.end(), "age", 3, "an age in weeks or months")
        elif _AGED.search(before) or _OLD.match(after):
            if match.group("of") == "52" or _OLD.match(after) or _AGE_WORD.search(before):
                yield Span(match.start(), match.end(), "age", 3, "an age in weeks or months")
        elif int(match.group("many")) > _MOST[match.group("of")]:
            continue
        elif match.group("of") == "52" or _BEFORE.search(before) or _AFTER.match(after):
            yield Span(match.start(), match.end(), "duration", 3, "a spell of time in shorthand")
