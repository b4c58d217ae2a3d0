"""How people write the number of an age: "4", "2½", "six and a half", "thirty-one", "18 months"."""

from __future__ import annotations

UNDER_TWENTY = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
S = r"[\s\u00a0\u202f]"
S1 = S + "{1,3}"
HYPHEN = "[-\u2010\u2011]"
WORD_NUMBER = rf"(?:(?:{TENS})(?:[- ](?:{UNDER_TWENTY}))?|{UNDER_TWENTY})"
NUMBER = rf"(?:\d{{1,3}}(?:[¼½¾]|{S1}?1/2)?|{WORD_NUMBER})"
HALF = rf"(?:(?:{S1}|-)and(?:{S1}|-)(?:a(?:{S1}|-)(?:half|quarter|bit)|three(?:{S1}|-)quarters))?"
LONG_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|mnths?|wks?)"
UNIT = rf"(?:{LONG_UNIT}|y|m|w|yo|y/o)"
ROUGHLY = (
    r"only|just|now|then|nearly|almost|about|around|barely|still|still only|not yet|already|rising|approx\.?|like|maybe"
    r"|bout|probably"
)
