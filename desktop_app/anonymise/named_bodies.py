"""Ordinary words that name a body by where they stand: "a worker from Bridging Gaps", "Nursery: Little Acorns".

A title of the field takes an article or ends in a word for an office; a name of several words stands without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, Mark, Token, base_of, plain

WHY = "ordinary words where a body is named"
_COMMON = frozenset({"outside", "inside", "beside", "alongside", "household", "farewell", "button", "cotton"})
_GAP = re.compile(r"[ \u00a0]|[ ]?&[ ]?|-")
_JOINTS = frozenset({"of", "and", "the", "on", "in", "for", "with"})
_OFFICES = lexicon.word_set("office_heads")
_TITLES = lexicon.word_set("title_words")
_BODIES = (
    r"schools?|college|nursery|pre-?school|playgroup|refuge|charity|provider|agency|surgery|practice|hospital|hostel"
    r"|home|club|church|chapel|mosque|temple|gym|pub|shop|caf[eé]|salon|solicitors?|employer|landlord"
    r"|association|centre|PRU|academy|ward|interviewer|advocates?|project|company|firm|hotel|newspaper|gang"
)
_LABEL = re.compile(
    r"(?:^|[|\t]|[ ]{2}|\. )[ ]?(?:(?:Current|Previous|Last|New|Receiving|Present|Child['’]s) )?"
    r"(?:Centre|School|Nursery|Setting|Venue|Placement|Surgery|GP [Pp]ractice|Practice|Hospital|Ward|College|Employer"
    r"|Landlord|Provider|Church|Base|Unit|Home|Organisation|Foster agency|Club|Pre-?school|Playgroup|From|To"
    r"|Service|Agency|Care home|UNIT|WARD|HOME|SERVICE|SCHOOL|NURSERY|PLACEMENT|AGENCY|SURGERY|PRACTICE|HOSPITAL)"
    r"(?::[ ]?|[ ]?[-–][ ]|\t)$",
    re.MULTILINE,
)
_BESIDE_ITS_KIND = re.compile(rf"\b(?:{_BODIES})(?:,| \(| called| named| -| –)[ ]?(?:[Tt]he )?$")
_LED = re.compile(
    r"\b(?:at|outside|from|with|behind|opposite|attend(?:s|ed|ing)?|join(?:s|ed|ing)|play(?:s|ed|ing) for"
    r"|works? (?:for|in)"
    r"|work(?:ed|ing) (?:for|in)|volunteer(?:s|ed|ing)? for|moved? to|go(?:es|ing)? to|went to|transferr(?:ed|ing) to"
    r"|referr(?:ed|al) (?:to|by)|rang|housed by|accommodated by|supported by|tenant of|near|prays at|posted in"
    r"|start(?:s|ed|ing)? (?:at|with)|leaves|left|visited|(?:known|open|closed) to)[ ]$"
)
_LED_BY = frozenset(
    [
        *("at", "outside", "from", "with", "behind", "opposite", "attend", "attends", "attended", "attending", "for"),
        *("joins", "joined", "joining", "in", "to", "by", "rang", "of", "near", "leaves", "left", "visited"),
    ]
)
_AFTER_LABELS = frozenset([":", "-", "–", "\t"])
_KIND_WORD = re.compile(rf"{_BODIES}|the|called|named", re.IGNORECASE)
_AND_A_KIND = re.compile(
    r", (?:an?|the|our|her|his|their) (?:\w+ ){0,2}(?:" + _BODIES + r")\b| \((?:" + _BODIES + r")\)"
)
# "Turnstone worker rang", "Oakwood report": a body takes a plural verb, and has workers.
_SPEAKS_AS_MANY = re.compile(
    r" (?:are|were|report|want|confirm|think|advise|feel|worker|keyworker|staff|project worker|support worker"
    r"|practitioner|wants? him|wants? her)\b"
)
_SURELY_AS_MANY = re.compile(r" (?:say|have|haven['’]t)\b")
_RINGS = re.compile(r" (?:rang|phoned|emailed|texted|e-mailed|telephoned)\b(?! (?:out|off))")
_ACTS = frozenset(
    [
        *(
            "are",
            "were",
            "report",
            "want",
            "wants",
            "confirm",
            "think",
            "advise",
            "feel",
            "worker",
            "keyworker",
            "staff",
        ),
        *(
            "project",
            "support",
            "practitioner",
            "say",
            "have",
            "haven't",
            "rang",
            "phoned",
            "emailed",
            "e-mailed",
            "texted",
        ),
        "telephoned",
    ]
)
_AGENT = re.compile(r"[a-z]+(?:er|or|ist|ian|ant|ent|man|woman|men|women|people|body|one|ed|ing|ee|folk|ly|friend)")
_NOBODYS_NAME = frozenset(
    [
        *(
            "clergy",
            "media",
            "data",
            "public",
            "majority",
            "minority",
            "criteria",
            "youth",
            "everyone",
            "present",
            "absent",
        ),
        *(
            "feet",
            "teeth",
            "mice",
            "cattle",
            "neither",
            "either",
            "half",
            "none",
            "most",
            "others",
            "few",
            "several",
            "absent",
        ),
        *(
            "wife",
            "husband",
            "neighbour",
            "boyfriend",
            "girlfriend",
            "friend",
            "cousin",
            "ex",
            "vet",
            "cop",
            "mate",
            "pal",
        ),
        *(
            "phone",
            "telephone",
            "bell",
            "doorbell",
            "alarm",
            "tea",
            "office",
            "front",
            "lots",
            "plenty",
            "loads",
            "least",
        ),
        *("today", "tonight", "tomorrow", "yesterday", "sorry", "great", "paperwork", "nan", "step-mum", "step-dad"),
    ]
)
_FOR_A_PROJECT = re.compile(
    r"\b(?:referr(?:ed|al) (?:\w+ )?to|support(?:ed)? (?:from|by)|worker (?:from|at|with)|go(?:es)? to"
    r"|engag(?:ed|es|ing) with"
    r"|place at|moved to|attends?|attending|attended|asked|signposted to|open to|known to"
    r"|closed (?:to|by)|staff (?:at|from))[ ]$"
)
_HEADS = lexicon.word_set("organisation_heads")
_OCCUPATIONS = lexicon.word_set("occupations")
_PROJECTS = lexicon.word_set("project_words")
_LIKE_A_PLACE = re.compile(
    r"[a-z]{2,}(?:crest|field|fields|brook|dene|lea|leigh|hurst|croft|wood|combe|stead|thorpe|bury|moor|mere|holme"
    r"|ridge"
    r"|bourne|thwaite|cliffe?|gate|hill|vale|dale|side|view|bank|ford|ham|ton|worth|well|mount|stone|acre|acres|oaks?)"
)


_SMALL_HEADS = frozenset(
    ["wing", "unit", "ward", "suite", "surgery", "clinic", "lodge", "hostel", "hospice", "nursery", "refuge"]
)
_NO_NAMES = FUNCTION_WORDS | NEVER_NAMES | lexicon.word_set("plain_qualifiers")
_BEFORE_A_HEAD = re.compile(r"(?:\b(?:on|in|at|to|from|the) |, |[\t\n(]|  )(?P<name>[A-Z][a-z’']{2,}) $")


def find_small_heads(anchors: Anchors) -> Iterator[Span]:
    """ "Willow wing", "on Cedar ward": a name, and the kind of place in small letters. Tier 2."""
    text = anchors.text
    for start in anchors.of(_SMALL_HEADS):
        match = _BEFORE_A_HEAD.search(text, max(0, start - 30), start) if text[start].islower() else None
        base = base_of(match["name"]) if match else ""
        if not match or base in lexicon.allowed() or base in _NO_NAMES:
            continue
        if lexicon.is_name(plain(base)) or plain(base) in lexicon.places() or not lexicon.is_word(base, True):
            head = next(word for word in _SMALL_HEADS if text.startswith(word, start))
            yield Span(match.start("name"), start + len(head), "organisation", 2, "a name before a word for a place")


def named_by_place(text: str, tokens: list[Token]) -> None:
    """Claim, at tier 3, runs of capitals after a label, a word for such a body, or a preposition and no article."""
    i = 0
    while i < len(tokens):
        if not tokens[i].capital or tokens[i].word[0].isdigit():
            i += 1
            continue
        last = _last_of_run(text, tokens, i)
        run = [token for token in tokens[i : last + 1] if token.capital]
        if len(run) == 1 and run[0].base in _PROJECTS and _is_a_project(text, run[0]):
            run[0].claim(Mark.NAME, 3, WHY)
        elif any(token.mark in (Mark.CAPITAL, Mark.START) for token in run) and (
            _stands_named(text, run, tokens[i - 1].base if i else "")
            or (len(run) == 1 and _is_followed_by_its_act(tokens, last) and _acts_as_a_body(text, run[0]))
        ):
            for token in run:
                if token.mark in (Mark.CAPITAL, Mark.START, None):
                    token.claim(Mark.NAME, 3, WHY)
        i = last + 1


def _last_of_run(text: str, tokens: list[Token], first: int) -> int:
    """Index of the last capital of a run, small joining words inside it."""
    last = j = first
    while j + 1 < len(tokens) and _GAP.fullmatch(text, tokens[j].end, tokens[j + 1].start) and j - last < 3:
        after = tokens[j + 1]
        if after.capital and not (after.word.isupper() and len(after.word) > 1) and not after.phrase:
            last = j = j + 1
        elif after.word in _JOINTS and not tokens[j].word.endswith(("'s", "’s")):
            j += 1
        else:
            break
    return last


def _stands_named(text: str, run: list[Token], word_before: str) -> bool:
    """`word_before` tells which cue is worth trying."""
    first, final = run[0], run[-1]
    before = text[max(0, first.start - 48) : first.start]
    if first.base in _JOINTS and len(run) > 1 and first.word != "The":
        return False
    if any(len(token.base) < 2 for token in run):
        return False  # "A&E"
    own = [token for token in run if not _is_plain(token)]
    if before.rstrip(" ")[-1:] in _AFTER_LABELS and _LABEL.search(before):
        return bool(own) and final.base not in _OFFICES and not text.startswith(":", final.end)
    beside = _KIND_WORD.fullmatch(word_before) and _BESIDE_ITS_KIND.search(before)
    if beside or (text[final.end : final.end + 2] in (", ", " (") and _AND_A_KIND.match(text, final.end)):
        return bool(own) and not (len(run) == 1 and first.mark is not Mark.CAPITAL) and final.base not in _OFFICES
    if len(run) < 2 or first.heading or not own or final.base in _OFFICES:
        return False
    return word_before in _LED_BY and bool(_LED.search(before))


def _is_a_project(text: str, token: Token) -> bool:
    """ "referred to Pathways" """
    return not token.heading and bool(_FOR_A_PROJECT.search(text, max(0, token.start - 32), token.start))


def _is_followed_by_its_act(tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].base in _ACTS


def _acts_as_a_body(text: str, token: Token) -> bool:
    base = token.base
    if token.mark is Mark.CAPITAL or token.heading:
        return False
    if _is_plain(token) or base in _NOBODYS_NAME or base in _OFFICES or base in _HEADS or base in _OCCUPATIONS:
        return False
    if _RINGS.match(text, token.end) or (not base.endswith("s") and _SURELY_AS_MANY.match(text, token.end)):
        return _AGENT.fullmatch(base) is None
    if base.endswith("s") or not _SPEAKS_AS_MANY.match(text, token.end):
        return False
    return base not in lexicon.words() or (bool(_LIKE_A_PLACE.fullmatch(base)) and base not in _COMMON)


def _is_plain(token: Token) -> bool:
    base = token.base
    known = base in lexicon.allowed() or base in _TITLES or base in FUNCTION_WORDS or base in NEVER_NAMES
    return known or (base.endswith("s") and (base[:-1] in lexicon.allowed() or base[:-1] in _TITLES))
