"""A bare number that only the person before it makes an age: "Kody was 9", "her boyfriend, 22,", "FEMALE 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.age_numbers import HALF, NUMBER, ROUGHLY, TENS, UNIT, WORD_NUMBER, S
from desktop_app.anonymise.date_shapes import MONTHS
from desktop_app.anonymise.tokens import FUNCTION_WORDS, base_of, plain

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_WORD = r"(?<![\w’'\-])(?P<who>[^\W\d_](?:[\w\-]|[’'](?!(?:s|m|re|ll|d)\b))*)"
_UNIT = rf"(?:{S}{{0,2}}(?:wks?|weeks?|mths?|mnths?|months?|days?|yrs?|years?|y|m)\b)?"
# What may follow an age; a noun would be what the number counts.
_ENDS = (
    rf"(?=[,.;:)!?|&\"”’]|$|\n|…|{S}*[–—&+-]{S}|{S}+(?:when|at|and|but|or|then|she|he|they|we|i|you|in|next|on|now"
    r"|last|this|by|with|so|years|to|the|who|which|that|as|because|before|after|until|till|if|for|from|since"
    r"|though|although"
    r"|while|not|his|her|their|my|our|today|tomorrow|yesterday|soon|already|has|had|was|is|did|just|where|whose|both"
    rf"|nearly|almost|a|years|living|lives|lived|missing|seen|there|here|hr|home|of age)\b)"
    rf"(?!\.\d)(?!{S}?(?:%|per\b|out of\b))"
)
_AND_ANOTHER = rf"(?:(?:,|{S}?&|{S}and|,{S}and){S}?{NUMBER}{HALF}(?={S}*[,.;)&]|$|\n|{S}and\b|{S}respectively\b))*"
# "was 9", "who's 21,", "She'll be 70 in April", "hes 12".
_BEING_BEFORE = re.compile(
    rf"{_WORD},?(?:{S}+(?:first|also|both|who|himself|herself))?(?:{S}+(?P<verb>was|is|were|are|am|be|now)"
    rf"|{S}+(?:will|would|must|might|could|may){S}+(?:only{S}+|well{S}+)?be|{S}+(?:has|had|have){S}+been"
    rf"|{S}+(?:is|was|are|were)n['’]?t|['’](?:s|m|re|(?:ll|d){S}+be)"
    rf"|(?P<short>)){S}+(?:(?:{ROUGHLY}|both|all){S}+){{0,2}}$",
    I,
)
_LEADS = frozenset(["of", "he", "she"])
_CONTRACTED = ("'s", "’s", "'m", "’m", "'re", "’re", "n't", "n’t")
_ENDS_A_BEING = frozenset(
    f"was|is|were|are|am|be|been|now|isnt|wasnt|both|all|yet|hes|shes|im|theyre|whos|{ROUGHLY}|approx".split("|")
)
_SHORT = frozenset(["hes", "shes", "im", "theyre", "whos"])
_BEING = re.compile(rf"\b(?:{NUMBER}){HALF}(?:{S}or{S}{NUMBER})?{_UNIT}{_AND_ANOTHER}{_ENDS}", I)
_AFTER_A_NAME = re.compile(
    rf"\b(?:\d{{1,2}}[¼½¾]?(?:{S}?(?:m|y|yrs?|mths?|months|wks|weeks|years))?"
    rf"|{WORD_NUMBER}(?:{S}or{S}{WORD_NUMBER})?){_ENDS}",
    I,
)
_NAME_BEFORE = re.compile(rf"{_WORD},{S}+(?:(?:{ROUGHLY}){S}+){{0,2}}$", I)
_IN_BRACKETS = re.compile(
    rf"\b{NUMBER}{HALF}(?:{S}?{UNIT})?(?:{S}+{NUMBER}{S}?{UNIT})?(?:,?{S}+and{S}+{NUMBER}(?:{S}?{UNIT})?)?"
    rf"(?=\)|,{S}|;|{S}in{S}+(?:{MONTHS})|{S}(?:now|then|at))",
    I,
)
_BEFORE_BRACKETS = re.compile(
    rf"(?:{_WORD}|(?P<letters>(?:\b[A-Z]\.){{1,3}})){S}+\((?:[^()\n]{{1,14}},{S})?(?:(?:{ROUGHLY}){S}+)?$", I
)
_BESIDE_BEFORE = re.compile(rf"{_WORD}(?:{S}of)?(?:{S}(?:{ROUGHLY}))?{S}+$", I)
_BESIDE = re.compile(
    rf"\b(?:\d{{1,2}}(?:{S}?(?:yrs?|mths?|wks))?|(?<=f ){WORD_NUMBER}|(?<=out ){WORD_NUMBER}){_ENDS}", I
)
_BESIDE_IN_WORDS = re.compile(rf"\b{WORD_NUMBER}{_ENDS}", I)
_BY_BIRTH = frozenset(["eldest", "oldest", "youngest", "elder", "older", "younger"])
_AFTER_AT = re.compile(
    rf"\b(?:(?:1[3-9]|[2-9]\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:{TENS})(?:-\w+)?)"
    r"(?=[,.;)]|$|\s+(?:and|he|she|they|was|but|by|when|with|after|to|in|from|for|on)\b)(?!\.\d)"
    r"(?!(?<=twenty)\s(?:to|past)\s)"
    rf"|(?i:{NUMBER}){S}+(?:days|weeks|months|wks|mths)\b"
    rf"(?!{S}+(?:of|notice|intervals?|pregnan|gestation|into|after|before|ago|from)))"
)
_NOT_BORN_YET = re.compile(
    r"\b(?:birth|born|delivered|delivery|labour|induced|scan|booked|pregnan\w+|gestation) at\s$", I
)
_LEFT_AT = re.compile(
    r"\b(?:school|died|dies|(?:left|leaving) home|married|pregnant|work|widowed|orphaned|retired) at\s$"
)
_AFTER_BABY = re.compile(
    rf"\b(?i:{NUMBER}){S}+(?:days|weeks|months|wks|mths)\b(?!{S}+(?:of|into|after|before|ago|from))"
)
_OF_SEVERAL = re.compile(r"\b(?:whom|them|those|these|which)\b", I)
_SAID = frozenset(["said", "says", "say", "thought", "thinks", "claimed", "claims", "saying"])
_PRONOUNS = frozenset(["he", "she", "i", "who", "they", "we", "you", "and", "him", "her", "them", *_SAID])
_LABELLED = 10  # "Sibling 2", "Child 5": below this, a number beside a capitalised noun tells one from another
_GROWN = frozenset(["mum", "dad", "mother", "father", "nan", "gran", "parent", "carer", "worker", "adult", "victim"])
_NO_LABELS = frozenset(["person", "member", "owner", "worker", "teacher", "resident", "room", "subject", "missing"])
_NOT_A_PERSON = frozenset(MONTHS.lower().split("|")) | frozenset(
    [
        *("article", "section", "it", "there", "this", "that", "which", "what", "these", "those", "all", "score"),
        *("level", "rule", "table", "figure", "total", "number", "step", "room", "week", "year"),
    ]
)


def find_ages_of_somebody(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """(start, end) of ages among the numbers, in figures or in words, that start at `starts`; a verb is taken in."""
    for start in starts:
        near = text[max(0, start - 44) : start]
        if "(" in near[-18:]:
            yield from _in_brackets(text, start, near)
        words = near.split()
        last = words[-1].lower() if words and near[-1:].isspace() else ""
        if last in ("at", "baby", "infant"):
            yield from _at(text, start, near, last)
        elif last.endswith(","):
            yield from _after_a_comma(text, start, near)
        elif last in _ENDS_A_BEING or last.endswith(_CONTRACTED):
            yield from _being(text, start, near) or _beside(text, start, near)
        elif last in _LEADS or last in _BY_BIRTH or last in lexicon.word_set("people_words"):
            yield from _beside(text, start, near)


def _being(text: str, start: int, near: str) -> list[tuple[int, int]]:
    before = _BEING_BEFORE.search(near)
    found = _BEING.match(text, start) if before else None
    if before is None or found is None:
        return _after_a_comma(text, start, near)
    who = before["who"]
    if before["short"] is not None and who.lower() not in _SHORT:
        return _after_a_comma(text, start, near)
    if found.group().lower() == "one" and _OF_SEVERAL.search(near):
        return []
    if who.lower() in _SHORT or is_somebody(who):
        return [(start - len(near) + before.start("verb") if before["verb"] else start, found.end())]
    if before["verb"] == "now" and (baby := _AFTER_BABY.match(text, start)):
        return [baby.span()]
    return []


def _after_a_comma(text: str, start: int, near: str) -> list[tuple[int, int]]:
    """ "Kody, nine, not in school"; "Leanne Moss, then 22, rang"; "one former pupil, now 18"."""
    before = _NAME_BEFORE.search(near)
    found = _AFTER_A_NAME.match(text, start) if before else None
    return [found.span()] if before and found and is_somebody(before["who"], kin_only=True) else []


def _beside(text: str, start: int, near: str) -> list[tuple[int, int]]:
    """ "daughter 13, has gone", "FEMALE 15", "boy of about ten"; a noun with a small number may be a label."""
    before = _BESIDE_BEFORE.search(near)
    if before is None:
        return []
    who = before["who"].lower()
    person = who in ("he", "she") or (who in lexicon.word_set("people_words") and who not in _NO_LABELS)
    found = _BESIDE.match(text, start) if person else None
    if who in _BY_BIRTH:
        found = found or _BESIDE_IN_WORDS.match(text, start)
    if found is None:
        return []
    bare = found.group().isdigit() and int(found.group()) < _LABELLED and near[before.end("who") :].isspace()
    if bare and (before["who"][0].isupper() or who in _GROWN):
        return []
    return [found.span()]


def _in_brackets(text: str, start: int, near: str) -> list[tuple[int, int]]:
    found, before = _IN_BRACKETS.match(text, start), _BEFORE_BRACKETS.search(near)
    who = before and (before["letters"] or is_somebody(before["who"], bracketed=True))
    return [found.span()] if found and who else []


def _at(text: str, start: int, near: str, last: str) -> list[tuple[int, int]]:
    """ "left school at 15", "seen at 8 weeks", "baby 3 weeks"."""
    if last == "at" and _LEFT_AT.search(near):
        found = _BEING.match(text, start) or _AFTER_AT.match(text, start)
    elif last == "at":
        found = None if _NOT_BORN_YET.search(near) else _AFTER_AT.match(text, start)
    else:
        found = _AFTER_BABY.match(text, start)
    return [found.span()] if found else []


def is_somebody(word: str, *, bracketed: bool = False, kin_only: bool = False) -> bool:
    """May the word before an age be a person? In brackets, a name, a person's initials or one word for a person."""
    base = base_of(word)
    if base in _NOT_A_PERSON:
        return False
    people = lexicon.word_set("people_words")
    if base in people or base == "twins" or (not bracketed and base.endswith("s") and base[:-1] in people):
        return True
    if base in _PRONOUNS:
        return not kin_only and not bracketed
    if base in lexicon.allowed() or base in FUNCTION_WORDS:
        return False
    named = lexicon.is_name(plain(base))
    if word.isupper() and len(word) in (3, 4) and not named:
        return False  # a scale's or a service's letters
    if len(word) == 1:
        return word.isupper() and (bracketed or (kin_only and base not in "ai"))
    if not lexicon.is_word(base, True):
        return word[0].isupper() or named or bracketed
    return named and word[0].isupper()
