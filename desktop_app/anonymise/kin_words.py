"""Words that say a child's sex, and words that count a family: found only where a reader is to be told less of them.

What is sure is exchanged by rule; a pronoun may be anybody's, so it is asked about, once for each form of words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from desktop_app.anonymise.ladders import neutral_by_rule, neutral_offers
from desktop_app.anonymise.profiles import FamilyRung, Profile, SexRung
from desktop_app.anonymise.result import Span

SEX, FAMILY = "sex", "family"
KINDS = frozenset({SEX, FAMILY})

_SIBLINGS = r"(?:half-?|step-?)?(?:brother|sister|sibling)"
_ORDER = r"(?:older|elder|eldest|oldest|younger|youngest|big|bigger|little|baby|middle|twin|only|first|second|third)"
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2})"
_COUNTED = re.compile(
    rf"(?<![:.\d/-])\b(?:(?P<many>{_MANY})[ \u00a0](?:{_ORDER}[ \u00a0])?(?:{_SIBLINGS})s"
    rf"|(?:{_ORDER})(?:[ -]|\u00a0)(?P<one>{_SIBLINGS}))\b(?!-)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:(?:the[ \u00a0])?(?:{_ORDER})[ \u00a0](?:child|of[ \u00a0]{_MANY}(?:[ \u00a0](?:children|{_SIBLINGS}s))?)"
    rf"|one[ \u00a0]of[ \u00a0]{_MANY}[ \u00a0](?:children|{_SIBLINGS}s)|(?:twins?|triplets?))\b",
    re.IGNORECASE,
)
_ANY_SIBLING = re.compile(rf"\b{_SIBLINGS}s?\b", re.IGNORECASE)


def kin_spans(text: str, profile: Profile, found: Sequence[Span] = ()) -> Iterator[Span]:
    """Tier 3; nothing where the profile tells both as they are. What overlaps one of `found` ends before it."""
    for span in (*_family(text, profile), *_sex(text, profile)):
        over = [other.start for other in found if other.start < span.end and span.start < other.end]
        end = min((span.end, *over))
        words = text[span.start : max(end, span.start)].rstrip()
        if words:
            yield Span(span.start, span.start + len(words), span.kind, span.tier, span.why)


def _family(text: str, profile: Profile) -> Iterator[Span]:
    if profile.family is FamilyRung.AS_IT_IS:
        return
    taken: list[tuple[int, int]] = []
    shapes = (_COUNTED, _ASKED, _ANY_SIBLING) if profile.family is FamilyRung.LEFT_OUT else (_COUNTED, _ASKED)
    for shape in shapes:
        for match in shape.finditer(text):
            if all(match.end() <= a or b <= match.start() for a, b in taken):
                taken.append(match.span())
                yield Span(*match.span(), FAMILY, 3, "make-up of the family")


def _sex(text: str, profile: Profile) -> Iterator[Span]:
    if profile.sex is SexRung.NEUTRAL:
        for match in _sexed().finditer(text):
            yield Span(*match.span(), SEX, 3, "says a child's sex")


@functools.cache
def _sexed() -> re.Pattern[str]:
    forms = sorted((*neutral_by_rule(), *neutral_offers()), key=len, reverse=True)
    shapes = (re.escape(form).replace(r"\ ", "[ \u00a0]+").replace("'", "['’]") for form in forms)
    return re.compile(rf"\b(?:{'|'.join(shapes)})\b", re.IGNORECASE)


def plain_words(words: str, kind: str, profile: Profile) -> str | None:
    """What is printed by rule for such words; None when a person is asked."""
    if kind == SEX:
        return neutral_by_rule().get(words.lower())
    if profile.family is FamilyRung.LEFT_OUT:
        return None
    counted = _COUNTED.fullmatch(words)
    if counted is None:
        return None
    return "siblings" if counted["many"] else "sibling"


def offers(words: str, kind: str) -> tuple[str, ...]:
    """What the author may want to print, most likely first."""
    if kind == FAMILY:
        return ("a family member", "a child of the family")
    said = neutral_offers().get(" ".join(words.lower().replace("’", "'").split()), "they")
    return (said, "them") if words.lower() == "her" else (said,)
