"""Who a letter or message is to and from: "Dear Iris,", "Nas," alone on a line, "Thanks, Si", "love from summer xx"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of, plain

_NAME = r"[A-Z][\w’'\-]*(?:[ ](?:de|van|von|bin|al)\b)?(?:[ ][A-Z][\w’'\-]*\.?)*"
_TO = frozenset(["dear", "hi", "hiya", "hello", "hey", "morning", "afternoon", "evening", "annwyl", "fao", "attn"])
_SALUTATION = re.compile(
    rf"\w+(?:[ ](?:there|again|both|all))?,?:?[ ](?P<who>{_NAME}(?:(?:,|[ ]and|[ ]&|[ ]/)[ ]{_NAME}){{0,3}})"
    r"(?=[ ]?[,:.!–-]|[ ]?$)",
    re.MULTILINE,
)
_ALONE_WITH_A_COMMA = re.compile(
    r"(?:\A|\n[ \t]*\n|\n(?:Subject|Re|RE|Sent|To|Cc)\b[^\n]*\n)"
    r"(?P<who>[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+)?),[ ]?(?=\n)"
)
_FROM = frozenset(
    [
        *("regards", "wishes", "wish", "thanks", "thank", "cheers", "sincerely", "faithfully", "truly", "ta", "love"),
        *("cofion", "gywir", "diolch", "best", "yours", "warmly", "rgds", "bye", "respectfully", "kindly", "christ"),
    ]
)
_SIGNED = r"(?:[A-Z]\.[ ]?){0,2}[^\W\d_][\w’'\-]*\.?(?:[ ](?!x+\b)(?:[A-Z]\.?|[^\W\d_][\w’'\-]+)){0,2}"
_SIGNATURE = re.compile(
    r"\w+(?:[ ](?:you|again|from|to|both|all|very|much|so|in|advance|as|always|for|your|help|and|then|now)){0,4}"
    rf"[,.!]?(?:[ ]*\n[ \t]*(?:\n[ \t]*)?|[ ]{{1,3}})(?P<who>{_SIGNED})(?P<kiss>(?:[ ]x+)?)[ ,.]{{0,3}}"
    r"(?=\n|$|\(|[ ]\()",
    re.IGNORECASE,
)
_KISSED = re.compile(r"^(?P<who>[^\W\d_][\w’'\-]*(?:[ ][A-Z][\w’'\-]*)?)[ ]x{1,4}[ .]*$", re.MULTILINE | re.IGNORECASE)
_ALONE = re.compile(r"[.!?)][ \t]*\n[ \t]*\n(?P<who>[A-Z]{1,3}|[A-Z][a-z’'\-]+(?:[ ][A-Z][a-z’'\-]+)?)[ ]*(?=\n|\Z)")
_LAST = re.compile(r"[.!?)x][ \t]*\s(?P<who>[A-Z][a-z’'\-]{1,14})[ .]*\s*\Z")
_TO_THE_READER = re.compile(r"\b(?:I[’']?(?:m|ll|ve|d)?|me|my|please|ring|you)\b")
_NOBODY = frozenset(
    [
        *("hi", "hiya", "hello", "hey", "dear", "morning"),
        *("sir", "madam", "sirs", "all", "both", "team", "everyone", "everybody", "folks", "colleague", "colleagues"),
        *(
            "guys",
            "there",
            "doctor",
            "parents",
            "parent",
            "carer",
            "carers",
            "parent-carer",
            "panel",
            "members",
            "diary",
        ),
        *("occupier", "resident", "tenant", "customer", "applicant", "reader", "friend", "friends", "head", "sent"),
        *("regards", "wishes", "thanks", "sincerely", "faithfully", "love", "best", "kind", "many", "warm", "yours"),
        *("god", "lord", "hun", "mum", "dad", "nan", "mummy", "daddy", "grandma", "grandad", "teacher", "miss", "page"),
        *(
            "note",
            "notes",
            "actions",
            "plan",
            "summary",
            "background",
            "analysis",
            "outcome",
            "nfa",
            "ok",
            "enc",
            "encs",
        ),
        *("cc", "ps", "tbc", "copy", "end", "ends", "signed", "name", "date", "confidential", "private", "help"),
    ]
)
_ALSO_NAMES = frozenset(["will", "may"])


def find_letter_ends(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in anchors.tried((_SALUTATION,), _opening_a_line(text, anchors.of(_TO))):
        yield from _people(text, *match.span("who"), strength, capitalised=True)
    for match in _ALONE_WITH_A_COMMA.finditer(text):
        yield from _people(text, *match.span("who"), strength, capitalised=True)
    for match in anchors.tried((_SIGNATURE,), anchors.of(_FROM)):
        below = "\n" in text[match.start() : match.start("who")]
        yield from _people(text, *match.span("who"), strength, capitalised=not (below or match["kiss"]))
    if " x" in text or " X" in text:
        for match in _KISSED.finditer(text):
            yield from _people(text, *match.span("who"), strength, capitalised=False)
    for match in _ALONE.finditer(text):
        who = match["who"]
        letters = who.isupper() and base_of(who) not in lexicon.allowed()
        if letters or (plain(base_of(who.split()[0])) in lexicon.given_names()):
            yield from _people(text, *match.span("who"), strength, capitalised=True)
    last = _LAST.search(text, max(0, len(text) - 40))
    if last and _TO_THE_READER.search(text, max(0, len(text) - 400), last.start()):
        yield from _people(text, *last.span("who"), strength, capitalised=True)


def _opening_a_line(text: str, starts: list[int]) -> list[int]:
    """Those at a line's start, after an opening quotation mark, or after "Good"."""
    return [s for s in starts if s == 0 or text[s - 1] in "\n\"“'‘>" or text[max(0, s - 5) : s].lower() == "good "]


def _people(text: str, start: int, end: int, strength: Strength, *, capitalised: bool) -> Iterator[Span]:
    """The words of a slice from the first to the last that may name somebody; none where one is a role or a thing."""
    words = list(TOKEN.finditer(text, start, end))
    bases = [base_of(word.group()) for word in words]
    if not words or any(not _may_name(base) for base in bases):
        return
    first = words[0].group()
    strange = not lexicon.is_word(bases[0]) or plain(bases[0]) in lexicon.given_names() or len(first) == 1
    if first[0].islower() and (capitalised or len(words) > 1 or not strange):
        return
    if len(words) == 1 and first.islower() and not strange:
        return
    remember(text[start:end], strength)
    if len(first) > 1 and len(words) == 1:
        strength.setdefault(bases[0], 1)
    yield Span(words[0].start(), words[-1].end(), "initials" if end - start < 4 and first.isupper() else "person", 2,
               "at the end of a letter")  # fmt: skip


def _may_name(base: str) -> bool:
    if base in _NOBODY:
        return False
    if len(base) < 2 or base in _ALSO_NAMES or base in lexicon.given_names():
        return True
    return not (base in FUNCTION_WORDS or base in NEVER_NAMES or base in lexicon.allowed())
