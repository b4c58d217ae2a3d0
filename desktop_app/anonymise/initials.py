"""Initials: "J. Smith", "C.D.", "A.v.", "JS", "R T Hogg", a column of them, and those of a name in the same text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.sentences import Headings, Start, sentence_start
from desktop_app.anonymise.surroundings import acts_as_a_person
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import (
    CONNECTORS,
    FUNCTION_WORDS,
    NEVER_NAMES,
    TOKEN,
    Mark,
    Token,
    base_of,
    is_double_barrelled,
    plain,
)

_INITIALS = re.compile(
    r"(?<![\w./])(?:[^\W\d_a-z]\.[\s\u00a0]?-?){1,4}(?:[^\W\d_a-z][\w'’\-]+)?(?:[\s\u00a0][^\W\d_a-z][\w'’\-]+)*"
)
_PARTICLE_INITIALS = re.compile(r"[A-Z](?<![\w.].)\.\s?(?:[a-z]\.\s?){1,3}(?:[A-Z]\.)?(?!\w)")
_SON_OF = re.compile(r"(?:Mc|Mac|O['’])[A-Z]\b(?!['’]?\w)")  # "R.McA"
_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]\.?[ ]?){1,2}$")
_TWO_DOTTED = re.compile(r"[A-Z]\.[A-Z]\.(?:[ ]?[A-Z][a-z]|$)")
_NUMBERED = re.compile(r"(?:[IVX]+|[A-H])\.\s")
_ACRONYM = re.compile(r"[A-Z](?<![\w&/.].)(?:[A-Z]{1,2}| [A-Z])(?![\w&/.])")
_SPACED = re.compile(
    r"(?P<letters>[A-Z](?<![\w.&/].)(?:(?<![AI]) (?:[A-Z] )?| [A-Z] ))(?P<surname>[A-Z][a-z'’\-]{2,})\b"
)
LETTERED = re.compile(
    r"(?:[Aa]ppendix|[Aa]nnex|[Ss]chedule|[Oo]ption|[Tt]able|[Ff]igure|Child|Adult|Part|Section|Option|Table|Figure"
    r"|Hepatitis|Vitamin|Plan|Class|School|Family"
    r"|Group|Type|Ward"
    r"|Block|Grade|Schedule|Stage|Tier|Unit|Flat|Sibling|Parent|Worker|Practitioner|Agency|Site|Point|Strep|Mother"
    r"|Father) $"
)
_ASKS = re.compile(r"\b(?:can|do|did|am|have|should|would|will|was|must|could|had)(?:n['’]t)? $", re.IGNORECASE)
_SIGNED = re.compile(r"(?:\w+ )?by:? (?P<here>[A-Z]{2,3})(?=[.,;)|\s]|$)|\w+:? (?P<there>[A-Z]{2,3})(?=[.,;)|\s]|$)")
_SIGNING_WORDS = frozenset(["signed", "initials", "initialled", "author", "worker", "keyworker", "staff", "by"])
_CELLS = (
    re.compile(r"^\|?[ ]?(?P<here>[A-Z]{2,3})[ ]?[,|;\t]", re.MULTILINE),
    re.compile(r"[,|;\t][ ]?(?P<here>[A-Z]{2,3})[ ]?\|?$", re.MULTILINE),
    re.compile(r"(?<=[.!?)][ ])(?P<here>[A-Z]{2,3})\.?$", re.MULTILINE),  # who wrote each entry of a log
)
_TO_SOMEBODY = re.compile(
    r"\b(?:spoke (?:to|with)|told|rang|met|[Mm]other said|[Mm]um said|contact with|seen by|visited) $"
)
# What is asked of somebody in a list of actions, and who somebody is: "PM to confirm", "CT, student social worker".
_IS_ASKED = re.compile(
    r"[ ]to[ ](?:confirm|check|chase|ring|call|send|e-?mail|write|speak|contact|follow|find|draft|circulate|update|ask"
    r"|arrange|book|liaise|share|complete|discuss|bring|review|feed|meet|visit|see|do|look|take|talk|attend|prepare)\b"
    r"|,[ ](?:\w+[ ]){0,2}(?:worker|nurse|officer|teacher|manager|visitor|midwife|practitioner|assistant|coordinator)\b"
    r"|[ ](?:at|from)[ ](?:police|school|housing|health|nursery|probation|the|[A-Z])"
)
_AFTER_A_ROLE = re.compile(r"\b(?:SW|HV|EWO|SENCo|DSL|TA|IRO|FSW|GP|CPN|SN|TM|PA) $")
_NEVER_SOMEBODYS = frozenset(  # agencies, and roles of whom one says what one says of persons
    [
        *(
            "sw",
            "hv",
            "gp",
            "pc",
            "dc",
            "ds",
            "di",
            "sws",
            "hvs",
            "gps",
            "ed",
            "ta",
            "pa",
            "hr",
            "mp",
            "la",
            "csc",
            "yot",
        ),
        *("yos", "dsl", "lac", "iro", "cpn", "ehm", "icb", "ccg", "cps", "dwp", "dfe", "nhs", "eu", "usa", "uk", "cin"),
        *("tv", "it", "ok", "cp", "nfa", "yes", "no", "na", "tbc", "id", "ip", "qa", "dna", "hiv", "dv", "sn", "cm"),
        *("po", "ps", "fw", "ep", "ot", "cc", "op"),
    ]
)
_ROLES = frozenset(["dp", "aa", "ho", "da", "ms"])  # one is told of as a person, unless the text names one


def find_initials(text: str, headings: Headings, strength: Strength) -> Iterator[Span]:
    """ "J. Smith", "C.D.", "A.v.", "JS", "J S"."""
    for match in _INITIALS.finditer(text):
        found, start = _until_an_ordinary_word(match.group()).rstrip(), match.start()
        # "J. Wren, Women's Aid" heads nothing: a line of those who were there
        listed = found.count(" ") == 1 and text[start + len(found) : start + len(found) + 2] == ", "
        if start in headings and not listed and not _TWO_DOTTED.match(found) and _all_are_words(found):
            continue
        if (
            _NUMBERED.match(found) and (start == 0 or text[start - 1] in "\n|") and not _is_named(text, found, start)
        ) or (found in ("I.", "A.") and sentence_start(text, start) is Start.YES):
            continue
        single = len(found) == 2
        if (single or found[2].isspace()) and LETTERED.search(text[max(0, start - 14) : start]):
            continue
        if found == "I." and _ASKS.search(text, max(0, start - 8), start):
            continue
        if single and re.match(r"\s+[A-Z]", text[start + 2 : start + 5]) and not _real_initial(text, start):
            continue
        yield Span(start, start + len(found), "initials" if len(found) < 9 else "person", 2, "initials")
        remember(found, strength)
    for match in _SON_OF.finditer(text):
        before = _INITIALS_BEFORE.search(text, max(0, match.start() - 6), match.start())
        if before:
            yield Span(before.start(), match.end(), "initials", 2, "initials")
    for match in _PARTICLE_INITIALS.finditer(text):
        yield Span(match.start(), match.end(), "initials", 2, "initials")


def _all_are_words(found: str) -> bool:
    words = TOKEN.findall(found)
    return not any(map(is_double_barrelled, words)) and all(
        lexicon.is_word(base_of(word), True) or len(word) < 3 for word in words
    )


def _is_named(text: str, found: str, start: int) -> bool:
    """ "A. C. was seen", "B. Barker told": no heading "A. Terms of reference"."""
    alone = text[start + len(found) : start + len(found) + 1] in ("", "\n")
    strange = alone and not all(lexicon.is_word(base_of(word), True) for word in TOKEN.findall(found[2:]))
    return strange or bool(re.match(r"[A-Z]\. ?[A-Z]\.", found)) or acts_as_a_person(text, start + len(found))


def _until_an_ordinary_word(found: str) -> str:
    """ "C. UPN" is the end of one sentence and the start of another: an initial has a name after it."""
    found = found.partition("  ")[0]  # what stands apart is another cell
    for word in TOKEN.finditer(found):
        base = base_of(word.group())
        if len(base) > 1 and (base in lexicon.allowed() or base in FUNCTION_WORDS | NEVER_NAMES | CONNECTORS):
            return found[: word.start()]
    return found


def _real_initial(text: str, start: int) -> bool:
    """A single letter and a full stop before a capital: an initial unless it ends the sentence ("Appendix A. The")."""
    return bool(re.search(r"(?:^|[a-z,:|] |[(|\t])$", text[max(0, start - 2) : start])) and not re.search(
        r"(?:Appendix|Annex|Child|Adult|Part|Section|Option|Table|Figure|Hepatitis|Vitamin|Plan|Class|School|Family) $",
        text[max(0, start - 12) : start],
    )


def find_acronyms(text: str, headings: Headings) -> Iterator[Span]:
    """Two or three capitals that are nobody's known abbreviation."""
    allowed = lexicon.allowed()
    for match in _ACRONYM.finditer(text):
        found = match.group()
        low = found.lower()
        doubtful = (
            low in allowed
            or low in lexicon.abbreviations()
            or low in NEVER_NAMES | FUNCTION_WORDS
            or (found[0] in "AI" and " " in found)
        )
        doubtful = doubtful or re.fullmatch(r"[IVX]+", found) is not None
        if doubtful and not _speaks(text, match, low):
            continue
        if (
            match.start() in headings
            and lexicon.is_word(low)
            and not _AFTER_A_ROLE.search(text, max(0, match.start() - 8), match.start())
        ):
            continue
        yield Span(match.start(), match.end(), "initials", 2, "two or three capitals")


def _speaks(text: str, match: re.Match[str], low: str) -> bool:
    """Is an abbreviation, for once, somebody: "I spoke to PT", "AM told me"?"""
    if len(low) > 2 and (low in lexicon.allowed() or low in lexicon.abbreviations()):
        return False  # "MGM says", "the EWO told"
    before = text[max(0, match.start() - 26) : match.start()]
    if low in _NEVER_SOMEBODYS or low in _ROLES or text[match.end() : match.end() + 1].isalnum():
        return False
    if len(low) == 2 and before[-1:] in ("", " ", "\n", "[", "•") and _IS_ASKED.match(text, match.end()):
        return True
    if low in FUNCTION_WORDS or low in NEVER_NAMES or low.replace(" ", "") in NEVER_NAMES:
        return False
    return bool(_TO_SOMEBODY.search(before)) or acts_as_a_person(text, match.end())


def find_initials_by_place(anchors: Anchors) -> Iterator[Span]:
    """ "R T Hogg"; two letters after "signed"; a column in which others are initials too."""
    text = anchors.text
    for match in _SPACED.finditer(text):
        base = base_of(match.group("surname"))
        before = text[max(0, match.start() - 14) : match.start()]
        known = plain(base) in lexicon.surnames() or not lexicon.is_word(base)
        if known and base not in lexicon.allowed() and base not in FUNCTION_WORDS and not LETTERED.search(before):
            yield Span(match.start(), match.end(), "person", 2, "initials")
    for match in anchors.tried((_SIGNED,), anchors.of(_SIGNING_WORDS)):
        group = "here" if match.group("here") else "there"
        if match.group(group).lower() not in _NEVER_SOMEBODYS:
            yield Span(*match.span(group), "initials", 2, "signed with two or three letters")
    for shape in _CELLS:
        cells = list(shape.finditer(text))
        strange = {m.group("here") for m in cells if m.group("here").lower() not in lexicon.allowed() | NEVER_NAMES}
        for match in cells:
            if len(strange) > 1 and match.group("here").lower() not in _NEVER_SOMEBODYS:
                yield Span(*match.span("here"), "initials", 2, "in a column of initials")


def find_initials_of_names(text: str, tokens: list[Token]) -> Iterator[Span]:
    """ "HO" in a text that names Hannah Osei, though the letters may also be an abbreviation."""
    names = (Mark.NAME, Mark.CAPITAL)
    wanted = {
        a.word[0] + b.word[0]
        for a, b in itertools.pairwise(tokens)
        if a.capital and b.capital and b.mark in names and a.mark in (*names, Mark.START) and len(b.base) > 2
        and plain(a.base) in lexicon.given_names() and a.base not in lexicon.allowed() and text[a.end : b.start] == " "
    }  # fmt: skip
    for token in tokens:
        if token.word in wanted and token.base not in _NEVER_SOMEBODYS:
            yield Span(token.start, token.end, "initials", 2, "initials of a name in this text")
