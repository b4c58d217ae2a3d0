"""People by the label before them: "NIC: Hope", "ALIAS TOM / BIG T", "typed by vq", "known the Brooks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.titled import Strength, remember
from desktop_app.anonymise.tokens import FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of, plain

_NAME = r"[A-Z][\w’'\-]*(?:[ ][A-Z][\w’'\-]*){0,2}"
# Posts that rotas, handovers and minutes write before a colon.
_POSTS = frozenset(
    [
        *("nic", "hca", "rmn", "rgn", "sister", "staff", "nurse", "carer", "chair", "minutes", "apologies", "dsl"),
        *("iro", "hv", "sw", "ssw", "fsw", "idva", "ssa", "senco", "keyworker", "mentor", "victim", "perp", "subject"),
        *("charge", "allocated", "lead", "manager", "present", "attending", "visitor", "practitioner", "author"),
        *("caller", "informant", "suspect", "witness", "complainant", "driver", "escort", "tutor", "coach"),
    ]
)
_BY_POST = re.compile(rf"\w+:[ ]{{1,3}}(?P<who>{_NAME})(?=[.,;/)]|[ ]?$|\n|[ ]{{2}}|\t)", re.MULTILINE)
_ALIASES = re.compile(
    r"(?:alias|aka|akas|aliases):?[ ](?P<all>[^\n/;]{2,40}(?:[ ]?/[ ]?[^\n/;]{2,40})+)", re.IGNORECASE
)
_OR = r"(?:,|[ ]or|[ ]and|[ ]?/|,[ ]or)[ ]?"
_ALSO_AS = re.compile(rf"as[ ]{_NAME}{_OR}(?P<others>{_NAME}(?:{_OR}{_NAME}){{0,2}})")
_GIVEN_AS = re.compile(
    r"\b(?:given|recorded|spelt|spelled|written|known|booked in|registered|entered) $", re.IGNORECASE
)
_TYPED = re.compile(
    r"(?:typed|dictated|transcribed|minuted|signed|initialled)(?:[ ]by:?[ ](?P<who>[a-z]{2,3})\b"
    r"|:?[ ](?P<typist>[a-z]{2,3})(?=[ ]?[/,;.)\n]|$))"
)
_ANYBODY = frozenset(["me", "us", "him", "her", "my", "our", "his", "the", "one", "all", "dr", "mr", "ms", "mrs"])
_BED = re.compile(r"^(?:side[ ]room|bed|bay|room|cubicle)[ ]?\w{0,3}[.:–-][ ](?P<who>[A-Z]{2,3})(?=[.,])", re.I | re.M)
# "Victim: KT   Perp: RT"
_PARTIES = frozenset(
    [
        *("victim", "perp", "perpetrator", "suspect", "subject", "client", "patient", "resident", "mother", "father"),
        *("mum", "dad", "child", "parent", "carer", "adult", "ip", "sp", "applicant", "respondent", "tenant", "pupil"),
        *("student", "witness", "sibling", "baby", "offender", "aggrieved", "complainant", "partner"),
    ]
)
_IN_A_CASE = re.compile(r"\w+:[ ]{1,2}(?P<who>[A-Z]{2,3})(?=[ ]{2}|[ ]?[,;|\t(]|[ ]?$|\.[ \n]|[ ]\d)", re.MULTILINE)
# "ONE MALE DETAINED, GIVING NAME MARSH"
_GIVEN_NAME = re.compile(
    r"(?:(?<=giving )|(?<=gave )|(?<=gives )|(?<=given )|(?<=the )|(?<=GIVING )|(?<=GAVE )|(?<=GIVES )|(?<=THE ))"
    r"(?:name|NAME)(?:[ ](?:of|as|OF|AS))?:?[ ][“\"‘']?(?P<who>[A-Z][\w’\-]{2,}(?:[ ](?!NIL|AND|NO|HAS|WAS"
    r"|IS)[A-Z][\w’\-]+)?)"
)
# "discuss with Donalda (named nurse)"
_ROLE_BEHIND = re.compile(
    r" \((?:(?:the|her|his|their|our|my|named|school|duty|allocated|new|support|student|family|lead|ward) )?"
    r"(?:nurse|HV|SW|GP"
    r"|EWO|SENCo|DSL|IDVA|IRO|CPN|MHO|teacher|midwife|manager|worker|social worker|health visitor|key ?worker|officer"
    r"|neighbour|friend|cousin|sister|brother|mum|dad|aunt|uncle|nan|gran|grandmother|grandfather|partner|carer|advocate"
    r"|interpreter|solicitor|head|deputy|consultant|receptionist|landlord|caretaker)\)"
)
_WITH_SOMEBODY = re.compile(r"\b(?:with|from|to|by|told|saw|asked|rang|and) (?P<who>[A-Z][a-z’'\-]+)$")
# "dr p o'hanlon", as dictated
_SMALL_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "rev", "fr", "sgt", "insp", "pc", "dc", "ds", "di"])
_SMALL_INITIAL = re.compile(
    r"[a-z]{2,5}\.? (?P<initial>[a-z])\.? (?:[a-z]\.? )?(?P<last>(?:o['’]|mc|mac)?[a-z][a-z'’\-]{2,})\b"
)
_FAMILY = re.compile(r"\w+[ ]the[ ](?P<who>[A-Z][a-z’'\-]{2,}s)\b(?![ ][A-Z])")
_MEETS = frozenset(["know", "known", "knows", "knew", "met", "visited", "liked"])


def find_labelled_people(anchors: Anchors, strength: Strength) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in anchors.tried((_BY_POST,), anchors.of(_POSTS)):
        words = TOKEN.findall(match["who"])
        if plain(base_of(words[0])) in lexicon.given_names() and not _ordinary(words):
            yield _person(match, "who", strength)
    for match in anchors.tried((_ALIASES,), anchors.of(frozenset(["alias", "aka", "akas", "aliases"]))):
        yield _person(match, "all", strength)
    for match in anchors.tried((_ALSO_AS,), anchors.of(frozenset(["as"]))):
        named = _GIVEN_AS.search(text, max(0, match.start() - 14), match.start())
        if named and not _ordinary(TOKEN.findall(match["others"])):
            yield _person(match, "others", strength)
    for match in anchors.tried((_FAMILY,), anchors.of(_MEETS)):
        base = base_of(match["who"]).removesuffix("s")
        if base in lexicon.surnames() and base not in FUNCTION_WORDS:
            yield Span(*match.span("who"), "name", 2, "a family's name")
    for match in anchors.tried((_TYPED,), anchors.of(frozenset(["typed", "dictated", "transcribed", "minuted"]))):
        group = "who" if match["who"] else "typist"
        if match[group] not in _ANYBODY | FUNCTION_WORDS and match[group] not in lexicon.allowed():
            yield Span(*match.span(group), "initials", 2, "typed by")
    for match in anchors.tried((_IN_A_CASE,), anchors.of(_PARTIES)):
        if match["who"].lower() not in lexicon.abbreviations():
            yield Span(*match.span("who"), "initials", 2, "two or three capitals for a party to a case")
    for match in anchors.tried((_GIVEN_NAME,), anchors.of(frozenset(["name", "named"]))):
        if not _ordinary(TOKEN.findall(match["who"])):
            yield Span(*match.span("who"), "person", 2, "the name that somebody gave")
    for role in _ROLE_BEHIND.finditer(text):
        somebody = _WITH_SOMEBODY.search(text, max(0, role.start() - 30), role.start())
        if somebody and not _ordinary([somebody["who"]]) and somebody["who"].lower() not in lexicon.abbreviations():
            yield _person(somebody, "who", strength)
    for match in anchors.tried((_SMALL_INITIAL,), anchors.of(_SMALL_TITLES)):
        if match["initial"] not in "ai" and base_of(match["last"]) not in FUNCTION_WORDS | NEVER_NAMES:
            yield Span(*match.span(), "person", 2, "a title, an initial and a name")
    for match in anchors.tried((_BED,), anchors.of(frozenset(["side", "bed", "bay", "room", "cubicle"]))):
        if match["who"].lower() not in lexicon.abbreviations():
            yield Span(*match.span("who"), "initials", 2, "two or three capitals beside a bed")


def _ordinary(words: list[str]) -> bool:
    """Is one of the words nobody's name?"""
    bases = {base_of(word) for word in words if word not in ("or", "and")}
    return bool(bases & (lexicon.allowed() | FUNCTION_WORDS | NEVER_NAMES))


def _person(match: re.Match[str], group: str, strength: Strength) -> Span:
    remember(match[group], strength)
    return Span(*match.span(group), "person", 2, "a person by the label before")
