"""Names that begin with the word for what they are: "Ysgol yr Eifl", "Masjid Noor"; and such words beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

_NAME = r"[^\W\d_a-z][\w’'\-]*"
_SMALL = r"(?:y|yr|yn|ar|a|an|na|ap|de|la|le|les|du|des|del|di|w|im\.?|św\.?|al|el)"
_LEADS = frozenset(
    [
        *("ysgol", "ysbyty", "coleg", "canolfan", "capel", "cylch", "meithrinfa", "cartref", "neuadd", "prifysgol"),
        *("scoil", "gaelscoil", "coláiste", "naíonra", "raidió"),
        *("masjid", "jamia", "gurdwara", "mandir", "madrasah", "madrassa"),
        *("hmp", "yoi", "szkoła", "dom", "lycée", "collège", "école", "collegio", "chez", "caffè"),
    ]
)
_LED = re.compile(
    rf"(?i:hmp/yoi|[^\W\d_]+)[ \u00a0](?:{_SMALL}[ \u00a0]){{0,2}}{_NAME}"
    rf"(?:[ \u00a0](?:{_SMALL}[ \u00a0])?{_NAME}){{0,3}}"
)
# Two capitals at the least before a head that is hardly ever anybody's office: "Family First Solicitors".
_HEADS = frozenset(
    [
        "solicitors",
        "llp",
        "ltd",
        "plc",
        "childminding",
        "childcare",
        "ministries",
        "taxis",
        "bakery",
        "brewery",
        "foodbank",
        "brigade",
        "cadets",
    ]
)
_BEFORE = re.compile(rf"(?:(?<=[\s(\"“])|^)(?:{_NAME}[ \u00a0](?:(?:and|&|of)[ \u00a0])?){{1,4}}$")
_HEAD = re.compile(r"[A-Z][A-Za-z]+")
_NONES = re.compile(r"(?:The|A|An|Our|My|Your|His|Her|Their|Local|Any|Her)[ \u00a0]$")


def find_led_organisations(anchors: Anchors) -> Iterator[Span]:
    """Tier 2."""
    text = anchors.text
    for match in anchors.tried((_LED,), anchors.of(_LEADS)):
        if match.group()[0].isupper():
            yield Span(*match.span(), "organisation", 2, "a name led by a word for a school, a hospital and the like")
    for start in anchors.of(_HEADS):
        before, head = _BEFORE.search(text, max(0, start - 60), start), _HEAD.match(text, start)
        if before and head and not _NONES.fullmatch(before.group()):
            yield Span(before.start(), head.end(), "organisation", 2, "a name that ends in a word for a place")


_AROUND_A_NAME = re.compile(
    r"\b(?:parish|church|chapel|diocese|convent|abbey|mosque|temple|University|Diocese|Parish|Church) (?:of|in) $"
)
_KIND_AFTER = re.compile(
    r" (?:team|court|office|branch|ward|unit|surgery|clinic|depot|garrison|barracks|prison|jail|hostel"
    r"|orchestra|police|prosecutor|hospital|university|cemetery|cathedral|parish|(?:bus |railway |train )?station"
    r"|town hall|health centre|medical centre|leisure centre|children['’]s home|care home|nursing home|food ?bank"
    r"|CMHT|CSP|ICB|CCG|LSCB|LSCP|SCP|SAB|YJS|YOT|PRU|SEMH|UTC|WMC|RFC|AFC|FC|CC|CIC|MBC|UHB|NHS Trust|PS|MIU|A&E"
    r"|social club|youth club|[Rr]egister [Oo]ffice)\b(?! (?:of|work|building))"
)
# Beside a name these say a body only where no person could stand: "at Bright Sparks nursery", "the Lighthouse project".
_KIND_AFTER_A_BODY = re.compile(
    r" (?:project|centre|hub|nursery|playgroup|pre-?school|primary|academy|infants|juniors|school|college|church|chapel"
    r"|mosque|estate|park|club|gym|pub|caf[eé]|refuge|house|farm|home|practice|pharmacy|hotel|library|market|shop|store"
    r"|charity|group|trust|campsite|caravan park|holiday park|gurdwara"
    r"|mandir|temple|synagogue|(?:brass |drum )?band|choir)\b(?! (?:of|work|building|report|attendance|visit))"
)
# Called by who keeps it: "Tommo's gym", "Maggie's café"; "Jodie's house" is no body.
_SOMEBODYS_PLACE = re.compile(
    r" (?:gym|pub|caf[eé]|salon|barbers?|takeaway|chippy|garage|nursery|childminding|bakery|dance school)\b"
)
_NO_PERSON_BEFORE = re.compile(r"\b(?:the|at|from|to|in|near|outside|by|of|attends|behind|opposite) (?:the )?$")


def with_its_kind(text: str, spans: list[Span]) -> Iterator[Span]:
    """ "the Wonford team", "church of San Pancrazio": the word in small letters beside a name belongs to it."""
    for span in spans:
        if span.kind not in ("name", "place", "organisation", "street"):
            continue
        led = text[max(0, span.start - 4) : span.start] in (" of ", " in ")
        before = _AROUND_A_NAME.search(text, span.start - 16, span.start) if led else None
        after = _KIND_AFTER.match(text, span.end)
        if after is None and _NO_PERSON_BEFORE.search(text, max(0, span.start - 14), span.start):
            after = _KIND_AFTER_A_BODY.match(text, span.end)
        if text.endswith(("'s", "’s"), span.start, span.end):
            before, after = None, _SOMEBODYS_PLACE.match(text, span.end)
        if before or after:
            start = before.start() if before else span.start
            yield Span(start, after.end() if after else span.end, span.kind, span.tier, span.why)
