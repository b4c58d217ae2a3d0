"""A home by less than its address: "the lady at 32", "(no. 12)", "room 6 at Elm Lodge", whatever follows "Address:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_NUMBER = r"\d{1,3}[a-f]?"
# What a number counts, measures or dates where it is no house's.
_NO_HOUSE = (
    r"(?![\w/%:]|[.,]\d|-\d|[ ]?(?:[ap]\.?m\b|o['’]?clock|hrs?\b|hours?|mins?\b|minutes|days?|weeks?|wks?\b|months?"
    r"|mths?\b"
    r"|years?|yrs?\b|yo\b|to[ ]\d|or[ ]\d|of\b|times|per\b|st\b|nd\b|rd\b|th\b|%|mg|ml|metres|miles|(?:different"
    r"|other|more)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b))"
)
_WHO = frozenset(
    [
        *(
            "neighbour",
            "neighbours",
            "neighbor",
            "lady",
            "woman",
            "man",
            "couple",
            "family",
            "lad",
            "lads",
            "chap",
            "bloke",
        ),
        *(
            "gentleman",
            "resident",
            "residents",
            "tenant",
            "tenants",
            "occupant",
            "occupants",
            "occupier",
            "folk",
            "students",
        ),
        *(
            "complainant",
            "caller",
            "informant",
            "fella",
            "guy",
            "party",
            "disturbance",
            "dog",
            "lot",
            "pensioner",
            "widow",
        ),
    ]
)
_SOMEBODY_AT = Shape(
    rf"\w+(?:[ ](?:over|up|down|across|round|next[ ]door|living|who[ ]lives))?[ ](?:(?:at|from)[ ](?:nos?\.?[ ]"
    rf"|number[ ]|#)?|in[ ](?:nos?\.?[ ]|number[ ]|#))(?P<home>{_NUMBER}){_NO_HOUSE}",
    I,
)
_LIVING = frozenset(
    ["live", "lives", "lived", "living", "stays", "staying", "stayed", "resides", "residing", "back", "over", "round"]
)
_LIVES_AT = Shape(
    rf"\w+[ ](?:(?:alone|there|together|still|now|next[ ]door)[ ])?(?:at|from)[ ](?P<home>{_NUMBER})"
    rf"(?=[,.;)]|$|\n|[ ](?:and|but|with|since|until|for|because)\b)(?!\.\d)",
    I,
)
_SIGNS = frozenset(["no", "nos", "number", "numbers"])
_BEFORE_A_SIGN = re.compile(
    r"(?:\b(?:at|from|to|of|outside|opposite|by|into|near|behind|past|with|for|between|and|door|flat|room|house"
    r"|bungalow"
    r"|home)[ ]\(?|\b(?:door|house|bungalow|terrace|cottage),[ ])$",
    I,
)
_SIGN = Shape(
    rf"(?:no\.?|nos\.?|numbers?)[ ]?(?P<home>{_NUMBER}(?:(?:,| and| &|[ ]or)[ ]{_NUMBER})?){_NO_HOUSE}"
    rf"(?![ ](?:on|in)[ ](?:the|our|my|this|that)[ ](?:list|agenda|table|plan|report|matrix|priorit))",
    I,
)
_SAYS = Shape(
    rf"[Nn](?:o\.?|umber)[ ](?P<home>{_NUMBER})(?=['’]s\b|[ ](?:said|says|rang|rings|phoned|complained|complains"
    rf"|called|reports?|reported"
    r"|heard|hears|saw|sees|told|tells|thinks|thought|denies|denied|is|was|has|had)\b)"
)
# Numbers of what is listed: "recommendation number 4", "bus no. 14", "Case No 12".
_LISTED = re.compile(
    r"\b(?:recommendation|finding|action|item|point|question|reason|step|bus|page|case|crime|incident|log|job|ref"
    r"|reference|serial|policy"
    r"|account|phone|mobile|contact|nhs|hospital|ward|version|part|section|paragraph|episode|objective|priority"
    r"|report|row"
    r"|standard|principle|theme|slide|agenda|platform|reg|registration|badge|collar|invoice|order|test|child|person"
    r"|total"
    r"|the|a|this|that|large|small|high|low|maximum|minimum|any)[ ]$",
    I,
)
_ROOM = Shape(
    rf"(?:room|rm\.?|bedroom|bedsit|berth|mooring|trailer|cabin|bungalow|static)[ ](?:no\.?[ ]"
    rf"|number[ ])?(?P<home>{_NUMBER})\b"
    r"(?P<where>,?[ ](?:at[ ]|in[ ])?(?:the[ ])?[A-Z][\w’'\-]+(?:[ ][A-Z][\w’'\-]+)*)?",
    I,
)
_ROOMS = frozenset(["room", "rm", "bedroom", "bedsit", "berth", "mooring", "trailer", "cabin", "bungalow", "static"])
_WHOSE_ROOM = re.compile(
    r"(?:\b(?:[Mm]oved to|hostel,|refuge,|hotel,|lodge,|unit,|home,|her|his|their|my|resident|lives in|living in"
    r"|stays in|staying in|moved (?:in)?to)|[A-Z]\w+,)[ ]$"
)
_HOUSE_AFTER = re.compile(
    r"(?:House|Lodge|Court|Hall|Hostel|Hotel|Place|Wing|Unit|Ward|Villas?|Manor|Grange|Towers?|Point|Mansions|Inn|Arms"
    r"|B&B|Travelodge|Premier Inn)$"
)
_NO_PLACE = re.compile(
    r",?[ ](?:at[ ]|in[ ])?(?:the[ ])?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Teams|Zoom|January|February|March|April|May"
    r"|June|July"
    r"|August|September|October|November|December|He|She|They|The|No|Not|Was|Is)\b",
    I,
)
_LABEL = Shape(
    r"(?:(?P<not>e-?mail|web|ip|mac|return|invoice|billing)[ ])?\b"
    r"(?:addr(?:ess(?:es)?)?|lives[ ]at|living[ ]at|found[ ]at|tenancy|property|premises)\b"
    r"(?:[ ](?:of|at|given|known|on)[ ][a-z]+(?:[ ][a-z]+)?|[ ]\([^)\n]{1,30}\))?[ ]?(?::|=|[.…]{3,}|\|"
    r"|\t)[ \t]*(?P<home>[^\n|\t;]{4,120})",
    I,
)
_LABELS = frozenset(["address", "addresses", "addr", "lives", "living", "found", "tenancy", "property", "premises"])
_LABEL_BEFORE = re.compile(r"\b(?:e-?mail|web|ip|mac|forms? of|terms? of)[ ]$", I)
_ENDS_HOME = re.compile(
    r"[ ]{2,}|\.[ ](?=[A-Z][a-z])|[ ,]*\b(?:tel|phone|mob(?:ile)?|dob|d\.o\.b|postcode|post code|nhs|gp|e-?mail"
    r"|with|since)\b|\(",
    I,
)
_UNTOLD = re.compile(
    r"(?:un)?known\b|not\b|n/?a\b|none\b|nil\b|tb[ac]\b|no\b|nfa\b|same\b|see\b|as\b|with(?:held|out)\b|redacted\b"
    r"|confidential\b|the\b(?![ ][A-Z])"
    r"|\[|\?|various\b|yes\b|on\b|at\b|a\b|an\b|of\b|in\b|and\b|to\b|is\b|https?:",
    I,
)


def find_homes(anchors: Anchors) -> Iterator[Span]:
    """Tier 1 after a label, tier 3 for a number alone."""
    text = anchors.text
    for words, shape in ((_WHO, _SOMEBODY_AT), (_LIVING, _LIVES_AT)):
        for match in anchors.tried((shape,), anchors.of(words)):
            yield Span(*match.span("home"), "address", 3, "a number without its street")
    for match in anchors.tried((_SIGN,), anchors.of(_SIGNS)):
        if _BEFORE_A_SIGN.search(text, max(0, match.start() - 14), match.start()) and not _LISTED.search(
            text, max(0, match.start() - 24), match.start()
        ):
            yield Span(match.start(), match.end("home"), "address", 3, "a number without its street")
    for match in anchors.tried((_SAYS,), anchors.of(_SIGNS)):
        if not _LISTED.search(text, max(0, match.start() - 24), match.start()):
            yield Span(match.start(), match.end("home"), "address", 3, "a number without its street")
    for match in anchors.tried((_ROOM,), anchors.of(_ROOMS)):
        whose = _WHOSE_ROOM.search(text, max(0, match.start() - 24), match.start())
        named = match["where"] and match["where"].lstrip(", ")[:1] and not _NO_PLACE.match(match["where"])
        if whose or (named and re.match(r",?[ ](?:at|in)[ ]", match["where"])):
            yield Span(match.start(), match.end("home"), "address", 3, "a room")
        elif named and match["where"].startswith(",") and _HOUSE_AFTER.search(match["where"]):
            yield Span(match.start(), match.end("where"), "address", 2, "a room of a house")
    for match in anchors.tried((_LABEL,), anchors.of(_LABELS)):
        if _LABEL_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        home = match["home"]
        cut = _ENDS_HOME.search(home)
        home = (home[: cut.start()] if cut else home).rstrip(" ,.")
        if len(home) > 3 and not _UNTOLD.match(home) and re.search(r"[A-Z\d]", home):
            yield Span(
                match.start("home"), match.start("home") + len(home), "address", 1, "what a label says is an address"
            )
