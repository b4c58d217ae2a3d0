"""The words next to a match: whether they make it a person, a street, somebody else, or an ordinary word."""

from __future__ import annotations

import re

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.tokens import CALENDAR, FUNCTION_WORDS, NEVER_NAMES, base_of, plain

PARTICLES = lexicon.word_set("particles")
PLACE_HEADS = lexicon.word_set("place_heads")
MONTHS = frozenset({"april", "may", "june", "july", "august", "march", "january"})
_MONTH_BEFORE = re.compile(r"(?:\b(?:in|of|since|during|by|until|till|early|mid|late|from|to|and|before|after"
                           r"|last|next|this|every|end of)"
                           r"|\d{1,2}(?:st|nd|rd|th)?)[\s\u00a0/-]+$", re.IGNORECASE)  # fmt: skip
_MONTH_AFTER = re.compile(r"[\s\u00a0/,-]+(?:\d{1,2}(?:st|nd|rd|th)?\b|(?:19|20)\d\d|[’']\d\d)")
_PERSON_AFTER = re.compile(
    r"(?:[’']s)?\s+(?:said|says|told|went|goes|came|saw|met|visited|wrote|spoke|agreed|attended|disclosed|reported|rang|phoned|texted|messaged|emailed"
    r"|replied|stated|cried"
    r"|lives|lived|moved|became|refused|returned|arrived|left|ran|wanted|asked|admitted|denied|explained|felt"
    r"|feels|thinks"
    r"|thought|knew|knows|who|and (?:his|her)|did not|does not|didn[’']t|doesn[’']t|would not|wouldn[’']t)\b"
)
_VERB_AFTER = re.compile(r"[’']s\b|\s+(?:was|is|had|has)\s+(?:seen|visited|interviewed|spoken|taken|upset"
                         r"|tearful|home|absent|born"
                         r"|very|crying|aged|living|arrested"
                         r"|excluded|withdrawn|told|asked|in bed|at home|at school|not in|late|picked|collected"
                         r"|missing)\b")  # fmt: skip
_CUE_BEFORE = re.compile(
    r"\b(?:spoke (?:to|with)|speak (?:to|with)|told|asked|rang|phoned|texted|saw|met|visited|collected|with|mum "
    r"of|mother of|dad of"
    r"|sister|brother|son|daughter|named|called)[ \u00a0]$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"([ \u00a0]|[ \u00a0]?\n[ \u00a0]?)([^\W\d_][\w’'\-]*)")
_PREVIOUS = re.compile(r"([^\W\d_][\w’'\-]*)[ \u00a0]$")


def next_word(text: str, end: int) -> tuple[str, int]:
    """(word, its end) that follows after one space or a line break, else ("", end)."""
    match = _NEXT.match(text, end)
    return (match.group(2), match.end()) if match else ("", end)


def previous_word(text: str, start: int) -> tuple[str, int]:
    """(word, its start) just before, after one space, else ("", start)."""
    offset = max(0, start - 40)
    match = _PREVIOUS.search(text[offset:start])
    return (match.group(1), offset + match.start(1)) if match else ("", start)


def is_a_month_here(text: str, start: int, end: int, form: str) -> bool:
    """ "in May", "May 2020", "3 April": the month and not somebody of that name."""
    if form in MONTHS and _CUE_BEFORE.search(text[max(0, start - 16) : start]):
        return False
    return form in MONTHS and bool(
        _MONTH_BEFORE.search(text[max(0, start - 14) : start]) or _MONTH_AFTER.match(text[end : end + 8])
    )


def acts_as_a_person(text: str, end: int) -> bool:
    """Do the words after the match say what only a person does?"""
    after = text[end : end + 32]
    return bool(_PERSON_AFTER.match(after) or _VERB_AFTER.match(after))


def spoken_of_as_a_person(text: str, start: int, end: int) -> bool:
    return acts_as_a_person(text, end) or bool(_CUE_BEFORE.search(text[max(0, start - 16) : start]))


def whole_phrase(text: str, end: int) -> int:
    """End of the run of capitalised words that goes on from `end` ("Marsh Lane", "Hope Valley Church")."""
    while True:
        word, after = next_word(text, end)
        if not word or not word[0].isupper() or "\n" in text[end:after]:
            return end
        end = after - 2 if word.endswith(("'s", "’s")) else after


_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "our", "every", "each", "no"})
_NOT_A_SURNAME = {
    "young": frozenset({"people", "person", "persons", "adult", "adults", "carer", "carers", "man", "men", "woman"})
    | frozenset({"women", "offender", "offenders", "child", "children", "mother", "mothers", "mum", "parents"}),
    "best": frozenset({"interests", "practice"}),
    "day": frozenset({"centre", "services", "care"}),
}


def part_of_another_phrase(text: str, start: int, end: int, form: str, own: frozenset[str] | set[str]) -> bool:
    """Is a capitalised ordinary word an ordinary word after all? "the Dean of", "German Marks", "Young people"."""
    before, _ = previous_word(text, start)
    after, _ = next_word(text, end)
    if base_of(before) in _DETERMINERS or after.lower() in _NOT_A_SURNAME.get(form, ()):
        return True
    plain_before = plain(base_of(before))
    if base_of(before) in CALENDAR:
        return False
    somebody = plain_before in own or plain_before in lexicon.given_names() or base_of(before) in FUNCTION_WORDS
    return before[:1].isupper() and not somebody and not before.endswith(("’s", "'s"))


def names_a_place(text: str, end: int) -> bool:
    """Is the next word a capitalised word for a street, a school or a building?"""
    word, _ = next_word(text, end)
    return word[:1].isupper() and base_of(word) in PLACE_HEADS


def another_surname(text: str, end: int, own: frozenset[str] | set[str]) -> bool:
    """Is a given name followed by a surname that is not its owner's?"""
    word, after = next_word(text, end)
    base = base_of(word)
    if not word[:1].isupper() or len(word) < 2 or "\n" in text[end:after] or plain(base) in own:
        return False
    if base in lexicon.allowed() or base in FUNCTION_WORDS or base in NEVER_NAMES:
        return False
    return not lexicon.is_word(base, True) or (plain(base) in lexicon.surnames() and not word.isupper())


SERVANTS = frozenset({"abd", "abdul", "abdel", "abdal"})  # before the rest of a name: Abdul Kareem
_SAINTS = frozenset({"san", "santa", "são", "sao", "st", "saint", "los", "las", "fort", "mount", "port", "lake", "new"})
_TEAM_AFTER = re.compile(
    r"[ \u00a0](?:match|game|shirt|kit|strip|fans?|fixture|stadium|squad|scarf|goals?|supporters?|badge|poster)\b"
)
_OWNED_BEFORE = re.compile(r"\b(?:the|an?|his|her|their)[ \u00a0]$", re.IGNORECASE)


def place_or_team(text: str, start: int, end: int) -> bool:
    """ "San José", "Barnard Castle", "the Santos match": a place, or a club, that has the name."""
    before, _ = previous_word(text, start)
    before = before or ("St" if text[max(0, start - 4) : start].endswith("St. ") else "")
    if before[:1].isupper() and base_of(before) in _SAINTS:
        return True
    word, _ = next_word(text, end)
    if word[:1].isupper() and plain(f"{text[start:end]} {base_of(word)}".lower()) in lexicon.places():
        return True
    return bool(_TEAM_AFTER.match(text, end) and _OWNED_BEFORE.search(text[max(0, start - 6) : start]))


def another_given_name(text: str, start: int, own: frozenset[str] | set[str]) -> int:
    """Start of a given name just before a surname when it is not its owner's, else -1.

    A capitalised word that no dictionary has counts: most names of the world are in no list.
    """
    word, begin = previous_word(text, start)
    base = base_of(word)
    if not word[:1].isupper() or plain(base) in own or (word != word.rstrip("’'s") and word.endswith(("'s", "’s"))):
        return -1
    if base in FUNCTION_WORDS or base in NEVER_NAMES or base in lexicon.allowed():
        return -1
    if base in CALENDAR or base in PARTICLES or not base.isalpha() or len(base) < 3:
        return -1
    stranger = not lexicon.is_word(base, True) and plain(base) not in lexicon.places()
    if not stranger and plain(base) not in lexicon.given_names():
        return -1
    servant, at = previous_word(text, begin)
    return at if servant.lower() in SERVANTS else begin
