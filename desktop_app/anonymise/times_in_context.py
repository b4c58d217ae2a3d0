"""Hours that only the words around make a time: "till gone 3", "at about four", "by one thirty", "5 in the morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.date_shapes import DAYS, MONTHS
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_HOUR = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTES = (
    r"(?:oh[ -](?:five|two)|five|ten|fifteen|twenty(?:[ -]five)?|thirty(?:[ -]five)?"
    r"|forty(?:[ -]five)?|fifty(?:[ -]five)?)"
)
_ENDS = (
    r"(?=[.,;:)?!]|$|\n|[ ](?:and|but|to|for|with|when|he|she|they|we|i|mum|dad|as|so|because|on|every|each|sharp|ish"
    r"|today|tomorrow|yesterday|tonight|most|some|this|that|last|next|until|till|then|after|before|asking|saying|crying"
    r"|screaming|shouting|drunk)\b)"
    r"(?!\.\d)(?![ ]to[ ]\d)"
)
_STOP = r"(?=[.,;)!]|$|\n|[ ](?:on|every|each|only|weekdays)\b)(?!\.\d)"
_ROUGHLY = r"(?:(?:about|around|roughly|just|gone|nearly|only|approx\.?|exactly|half)[ ]){0,2}"
_SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    (frozenset(["at"]), Shape(rf"at[ ]{_ROUGHLY}(?P<time>{_HOUR}(?:[ ]{_MINUTES})?){_ENDS}", I)),
    (
        frozenset(["gone"]),
        Shape(rf"(?:(?:till|until|well)[ ])?gone[ ](?P<time>{_HOUR}(?:[ ]{_MINUTES})?){_ENDS}", I),
    ),
    (
        frozenset(["till", "until", "til", "about", "around", "by", "from", "since"]),
        Shape(rf"\w+[ ](?:(?:about|around|just[ ]after|just[ ]before)[ ])?(?P<time>{_HOUR}[ ]{_MINUTES}){_ENDS}", I),
    ),
    (
        frozenset(["between", "from"]),
        Shape(rf"\w+[ ](?P<time>{_HOUR}[ ]?(?:and|to|-|–|till|until)[ ]?{_HOUR}[ ]?(?:am|pm|[ap]\.m\.))", I),
    ),
    # "until four today", "by five on Friday"
    (
        frozenset(["until", "till", "til", "by", "before", "after"]),
        Shape(rf"\w+[ ]{_ROUGHLY}(?P<time>{_HOUR})(?=[ ](?:today|tomorrow|tonight|on[ ](?:{DAYS}))\b)", I),
    ),
    # "text only, between 9 and 2": hours in which one may be reached
    (
        frozenset(["between", "from"]),
        Shape(rf"\w+[ ](?P<time>{_HOUR}[ ]?(?:and|to|till|until)[ ]?{_HOUR}){_STOP}", I),
    ),
    # "no wet nappy by six."
    (frozenset(["by"]), Shape(rf"(?<!cut )(?<!\w by )by[ ](?P<time>{_HOUR}){_STOP}", I)),
    # "I'm in until 4."
    (frozenset(["until", "till", "til"]), Shape(r"\w+[ ](?P<time>1[0-2]|[1-9])(?=[.,;)!]|$|\n)(?!\.\d)", I)),
    # "gone midnight"
    (
        frozenset(["midnight"]),
        Shape(
            r"(?:(?<=gone )|(?<=past )|(?<=after )|(?<=before )|(?<=around )|(?<=about )|(?<=at )|(?<=until )"
            r"|(?<=till )"
            r"|(?<=by )|(?<=since )|(?<=and )|(?<=to ))(?P<time>midnight)\b",
            I,
        ),
    ),
    # "by noon on Monday"
    (
        frozenset(["noon", "midday"]),
        Shape(
            r"(?:(?<=at )|(?<=by )|(?<=before )|(?<=after )|(?<=until )|(?<=till )|(?<=since )|(?<=around )"
            r"|(?<=about )|(?<=from )|(?<=past ))(?P<time>noon|midday)\b",
            I,
        ),
    ),
    # "it was nearly four."
    (
        frozenset(["it"]),
        Shape(
            rf"it[ ](?:was|is|had)[ ](?:nearly|almost|just[ ](?:gone|after|before)|about|around|gone|past)[ ]"
            rf"(?P<time>{_HOUR}){_STOP}",
            I,
        ),
    ),
    # "at ten past", the hour left unsaid
    (
        frozenset(["at", "about", "around", "gone", "till", "until", "by"]),
        Shape(r"\w+[ ](?:about[ ])?(?P<time>(?:five|ten|twenty|quarter|half)[ ](?:past|to))(?=[.,;)]|$|\n)", I),
    ),
)
_OF_A_DAY = re.compile(
    rf"\b{_HOUR}(?:\.\d\d)?[ ](?:at[ ]night|in[ ]the[ ](?:morning|afternoon|evening)|that[ ]night)\b", I
)
# "10 past 4", "twenty to six", "8-ish"
_PAST = re.compile(
    rf"(?:(?:\d{{1,2}}|five|ten|twenty|twenty-five|quarter|half)[ ]past|(?:five|ten|twenty|twenty-five"
    rf"|quarter)[ ]to)[ ]"
    rf"{_HOUR}\b|(?:1[0-2]|[1-9])-ish\b",
    I,
)
_PAST_WORDS = frozenset(["five", "ten", "twenty", "quarter", "half"])
_AFTER_A_SIGN = re.compile(rf"(?<=@)[ ]?(?:1[0-2]|[1-9]){_ENDS}", I)
_HOURS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
# What one is at so many of, and no hour: "rated at 5", "at two of them".
_NO_HOUR = re.compile(
    r"\b(?:scored?|rated?|scoring|rating|marked|capped|stood|stands|set|estimated|starts|level|remained|put|kept|priced"
    r"|valued|home|is|was|were|attendance|numbers|item|point|table)[ ]$",
    I,
)
_SPAN = re.compile(rf"^{_HOUR}[ ]?(?:and|to|till|until)[ ]?{_HOUR}$", I)
_REACHED = re.compile(
    r"\b(?:text|calls?|ring|phone|contact|available|open|home|in|out|works?|shift|visits?|hours|there|only|asleep|ok|okay|mob|mobile|tel"
    r"|sleeps"
    r"|naps?|free|here|please)\b[^.\n]*$",
    I,
)
# "6/11 1530 team meeting": four figures behind a day
_AFTER_A_DAY = re.compile(
    rf"(?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|\d{{1,2}}(?:st|nd|rd|th)?[ ](?:{MONTHS})\b(?:[ ]\d\d)?)"
    r"[ ,@–-]{1,3}(?P<time>(?:[01]\d|2[0-3])[0-5]\d)(?![\w/.:-]*\d)(?=[ ,;:.–-]|$|\n)",
    I,
)


def find_times_in_context(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3: an hour, or the age at which something happened."""
    text = anchors.text
    for words, shape in _SHAPES:
        for match in anchors.tried((shape,), anchors.of(words)):
            if _SPAN.search(match["time"]) and not _REACHED.search(text, max(0, match.start() - 40), match.start()):
                continue
            bare = match["time"].isdigit() or match["time"].lower() in _HOURS
            if not (bare and _NO_HOUR.search(text, max(0, match.start() - 12), match.start())):
                yield Span(*match.span("time"), "time", 3, "a time of day")
    for match in anchors.tried((_OF_A_DAY,), [*anchors.numbers, *anchors.of(_HOURS)]):
        yield Span(*match.span(), "time", 3, "a time of day")
    for match in anchors.tried((_PAST,), [*anchors.numbers, *anchors.of(_PAST_WORDS)]):
        yield Span(*match.span(), "time", 3, "a time of day")
    for match in anchors.tried((_AFTER_A_DAY,), anchors.numbers):
        if not match["time"].startswith(("19", "20")):
            yield Span(*match.span("time"), "time", 3, "a time of day")
    if "@" in text:
        for match in _AFTER_A_SIGN.finditer(text):
            yield Span(*match.span(), "time", 3, "a time of day")
