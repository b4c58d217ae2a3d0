"""The words dates are written in, English and Welsh, and the slips people make in them."""

from __future__ import annotations

from functools import lru_cache

_MONTHS = (
    "january jan janurary ionawr ion",
    "february feb febuary feburary febrary feburuary chwefror chwef chwe",
    "march mar mawrth fawrth maw",
    "april apr apirl aprl ebrill ebr",
    "may mai fai",
    "june jun juen juin mehefin fehefin meh",
    "july jul jly juy gorffennaf orffennaf gorff gor",
    "august aug agu agust augst awst",
    "september sept sep spet setp setember septmber sepember medi fedi",
    "october oct ocotber octber hydref hyd",
    "november nov novemeber novemebr tachwedd dachwedd tach",
    "december dec decmber decemeber rhagfyr ragfyr rhag",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_FULL_MONTHS = tuple(words.split()[0] for words in _MONTHS)

_WEEKDAYS = (
    "monday mon llun",
    "tuesday tues tue",
    "wednesday weds wed mercher",
    "thursday thurs thur thu iau",
    "friday fri gwener",
    "saturday sat sadwrn",
    "sunday sun sul",
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
_FULL_WEEKDAYS = tuple(words.split()[0] for words in _WEEKDAYS)
WEEKDAY_NAMES = tuple(name.capitalize() for name in _FULL_WEEKDAYS)

_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(_COUNTED, 1)}
NUMBERS |= {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}

ORDINAL = r"(?:\s?(?:st|nd|rd|th)|af|ail|il|ydd|edd|ed|fed|eg|ain)?"
_BLANKS = """unknown, not known, n/k, nk, n/a, na, tbc, tba, not given, not stated, not recorded, undated, no date,
none, nil, date unknown, unclear, date not known, not clear, date not recorded,
no date given, not dated, date unclear, date illegible, illegible, not recorded in notes, various, ongoing,
dates unknown, no date recorded, not documented, date not stated, date unavailable"""
BLANKS = frozenset(blank.strip() for blank in _BLANKS.replace("\n", " ").split(","))


@lru_cache(maxsize=1024)
def month_number(word: str) -> int | None:
    """1 to 12 for a month's name, abbreviation or near misspelling; None when it is none, or could be two."""
    word = word.rstrip(".")
    return MONTHS.get(word) or _near(word, _FULL_MONTHS, 1)


@lru_cache(maxsize=1024)
def weekday_number(word: str) -> int | None:
    """0 (Monday) to 6 for a weekday's name, abbreviation or near misspelling."""
    word = word.rstrip(".,").removesuffix("'s")
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    number = _near(word, _FULL_WEEKDAYS, 1)
    return None if number is None else number - 1


def _near(word: str, names: tuple[str, ...], slips: int) -> int | None:
    """Position (from 1) of the one name within so many slips of `word`, which must start alike and be long enough."""
    if len(word) < 5 or not word.isalpha():
        return None
    found = [
        (far, number)
        for number, name in enumerate(names, 1)
        if len(name) >= 4 and name[0] == word[0] and (far := _slips(word, name)) <= slips + (len(name) > 7)
    ]
    nearest = [number for far, number in found if far == min(found)[0]]
    return nearest[0] if len(nearest) == 1 else None


def _slips(a: str, b: str) -> int:
    """Letters missed, added, changed or swapped with their neighbour (optimal string alignment)."""
    two, one = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, two[j - 2] + 1)
            row.append(cost)
        two, one = one, row
    return one[-1]
