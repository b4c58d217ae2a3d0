"""Is a bare number after "was", or in brackets, somebody's age? "Rowan was 13" is; "the total was 13" is not."""

from __future__ import annotations

import re

_SAYS_AGE = re.compile(r"age|year|month|week|day|old|yrs?|mth|wk|birth|\by[./]?o", re.IGNORECASE)
_PEOPLE = (
    r"he|she|who|they|i|child|boy|girl|son|daughter|brother|sister|sibling|mother|father|mum|dad|baby|twin|infant|pupil"
    r"|teenager|adult|man|woman|youth|adolescent|person|parent|carer|cousin|uncle|aunt|nephew|niece|partner|friend"
    r"|grandmother|grandfather|grandparent|stepfather|stepmother|stepbrother|stepsister|half-brother|half-sister"
    r"|subject|victim|suspect|perpetrator"
)
_PERSON_BEFORE = re.compile(rf"(?:\b(?:{_PEOPLE})|\b(?-i:[A-Z][\w’'-]*)(?:\s\d)?)[\s,(–-]*$", re.IGNORECASE)
_COUNT_BEFORE = re.compile(
    r"\b(?:numbers?|total|figures?|rate|target|average|median|mean|score|count|sum|there|result|answer|limit"
    r"|threshold|maximum|minimum|cost|version|page|recommendations?|findings?|actions?|questions?|agencies|cases"
    r"|audits?|responses?|these|those|it|this)\b(?:\s+(?:of|for|in)\s+[^.;:]{0,50})?[\s,(–-]*$",
    re.IGNORECASE,
)
_OPEN_ENDED = re.compile(
    r"\s*(?:\+|(?:and|or)\s+(?:over|under|above|below|older|younger|up|upwards?)\b)", re.IGNORECASE
)


def of_a_population(text: str, end: int) -> bool:
    """ "aged 16 and over": who a service is for, and nobody's age."""
    return bool(_OPEN_ENDED.match(text, end))


def is_somebodys(text: str, start: int, end: int) -> bool | None:
    """True where the words say so, False where a count is meant, None where neither is clear."""
    if _SAYS_AGE.search(text[start:end]):
        return True
    before = text[max(0, start - 80) : start]
    if _COUNT_BEFORE.search(before):
        return False
    if _PERSON_BEFORE.search(before) or re.match(r"(?:he|she)['’]s\b", text[start:end], re.IGNORECASE):
        return True
    return None
