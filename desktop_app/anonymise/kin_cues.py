"""Names that a word for kin, or an opening quotation mark, gives away: "Mum (Gem)", "CHILD DAISY", "“Mo hit me”"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, base_of, plain

_KIN = frozenset(
    [
        *("mum", "mam", "dad", "mother", "father", "parents", "son", "daughter", "brother", "sister", "aunt", "uncle"),
        *("nan", "gran", "partner", "ex", "boyfriend", "girlfriend", "stepdad", "stepmum", "wife", "husband", "cousin"),
        *("carer", "neighbour", "lodger", "friend", "mgm", "mgf", "pgm", "pgf", "sib", "twin", "nephew", "niece"),
        *("child", "baby", "yp", "female", "male", "informant", "caller", "victim", "suspect", "aunty", "mate"),
    ]
)
_BRACKETED = re.compile(r"\w+ \((?P<who>[A-Z][a-z’'\-]+)(?= ?[),;])")
_SHOUTED = re.compile(r"[A-Z]+[ ](?P<who>[A-Z]{3,})\b(?:[ ]AND[ ](?P<other>[A-Z]{3,})\b)?")
_QUOTED = re.compile(
    r"[“\"‘](?P<who>[A-Z][a-z]+) (?P<does>is|was|says|said|told|hit|hits|hides|has|makes|made|bit|bites|hurt|hurts"
    r"|shouts|took|comes|came|did|pushed|kicked|locked|broke)\b"
)
_SURELY_DONE = frozenset(
    ["says", "said", "told", "hit", "hits", "hides", "bit", "bites", "hurt", "hurts", "kicked", "pushed"]
)


def find_beside_kin(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in anchors.tried((_BRACKETED,), anchors.of(_KIN)):
        if _may_name(match.group("who"), rare=True):
            yield _named(match, "who", strength)
    for match in anchors.tried((_SHOUTED,), anchors.of(_KIN)):
        who, other = match.group("who"), match.group("other")
        sure = plain(base_of(who)) in lexicon.given_names() and _may_name(who, rare=True)
        beside = other is not None and _may_name(other, rare=False)
        if sure or (beside and _may_name(who, rare=True)):
            yield _named(match, "who", strength)
    for match in _QUOTED.finditer(text):
        also_a_word = match.group("does") in _SURELY_DONE and base_of(match.group("who")) in lexicon.given_names()
        if _may_name(match.group("who"), rare=also_a_word):
            yield _named(match, "who", strength)


def _named(match: re.Match[str], group: str, strength: Strength) -> Span:
    base = base_of(match.group(group))
    strength[base] = max(strength.get(base, 0), 1)
    return Span(*match.span(group), "person", 2, "a name beside a word for kin")


def _may_name(word: str, *, rare: bool) -> bool:
    """No word of the field or of grammar, and unless `rare` no ordinary word either."""
    base = base_of(word)
    if base in lexicon.allowed() or base in FUNCTION_WORDS or base in NEVER_NAMES or base in _KIN:
        return False
    return rare or not lexicon.is_word(base) or base in lexicon.rather_names()
