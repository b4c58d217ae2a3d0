"""Identifiers with a shape: numbers and codes of the United Kingdom's public bodies, electronic addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_GAP = r"[\s\u00a0\-.()]*"
_EXTENSION = r"(?:,?\s?\(?\b(?:ext|extn|extension|x)\b[.:]?\s?\d{1,6})?"
_KEYWORDS = (
    r"crime|occurrence|incident|log|ref(?:erence)?|case|file|URN|CAD|collar|shoulder|badge|hospital|MRN|patient|pupil"
    r"|student|licence|passport|account|policy|claim|docket|order|warrant|custody|CRN|NOMS|PNC|PIN|ULN|UPRN|SWIS|LCS"
    r"|Liquidlogic|Mosaic|Framework-?i|EMIS|SystmOne|Niche|Athena|job|ticket|invoice|PPN|STORM|UCRN|NSPIS|ECINS"
)
_MIXED = re.compile(
    r"\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])(?:[A-Za-z0-9]+[-/\\.:])*[A-Za-z0-9]*\d[A-Za-z0-9]*"
    r"(?:[-/\\.:][A-Za-z0-9]+)*\b"
)
_KEYWORD_STARTS = frozenset(re.findall(r"(?:^|[|])([a-z]+)", _KEYWORDS.lower())) | {"reference"}
_FROM_A_NUMBER = frozenset(["ip-address", "nhs-number", "sort-code", "card", "duration"])
_GLUED = frozenset(["postcode", "upn"])  # letters and digits without a gap between them
_SIGNS = {  # without which a shape need not be looked for
    "email": re.compile("@"),
    "handle": re.compile("@"),
    "url": re.compile(r"://|www\.|\.(?:com|org|net|co|gov|sch|nhs|ac|uk|io|me|info|eu|COM|ORG|NET|CO|GOV|UK)\b"),
}
_CODES: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("email", re.compile(r"(?<![\w.+\-%'’])[\w.+\-%'’]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}"), 0),
    (
        "url",
        re.compile(
            r"\b(?:https?://|www\.)[^\s<>()\"”’]+|(?<![\w.\-])[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,6}\."
            r"(?:com|org|net|co\.uk|org\.uk|gov\.uk|sch\.uk|nhs\.uk|ac\.uk|uk|io|me|info|eu)\b(?:/[^\s<>()\"]*)?",
            I,
        ),
        0,
    ),
    ("handle", re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{2,30}\b"), 0),
    ("ip-address", re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b"), 0),
    (
        "national-insurance",
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][\s\-]?\d{2}[\s\-]?\d{2}[\s\-]?\d{2}[\s\-]?[A-D]\b", I),
        0,
    ),
    # As it is grouped on the card, with letters no number is issued with: specimens, slips, the last letter left off.
    ("national-insurance", re.compile(r"\b[A-Z]{2}(?P<gap>[ .-])\d\d(?P=gap)\d\d(?P=gap)\d\d(?:(?P=gap)?[A-D])?\b"), 0),
    ("national-insurance", re.compile(r"\b[A-Z]{2}\d{6}[ ]?[A-D]\b"), 0),
    (
        "postcode",
        re.compile(
            r"\b(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])"
            r"[\s\u00a0\-]{0,2}\d[ABD-HJLNP-UW-Z]{2})\b",
            I,
        ),
        0,
    ),
    ("upn", re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", I), 0),
    ("nhs-number", re.compile(r"(?<![\w\-])\d{3}[\s\u00a0\-.]?\d{3}[\s\u00a0\-.]?\d{4}\b"), 0),
    ("phone", re.compile(rf"(?<![\w/\-])(?:\+\s?44|0044|\(?0){_GAP}\d(?:{_GAP}\d){{7,10}}(?![\w/]){_EXTENSION}", I), 0),
    ("phone", re.compile(rf"(?<!\w)\+\d{{1,3}}(?:{_GAP}\d){{7,12}}(?!\w)"), 0),
    (
        "vehicle",
        re.compile(
            r"\b(?:[A-HJ-PR-Z]{2}\s?\d{2}\s?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Y]{3}"
            r"|[A-Z]{3}\s?\d{1,3}\s?[A-HJ-NPR-TV-Y]|[A-Z]{1,2}I[A-Z]\s?\d{1,4}|[A-Z]{1,2}Z\s?\d{1,4})\b"
        ),
        0,
    ),
    (
        "case-number",
        re.compile(
            r"\b[A-Z]{1,4}\d{1,3}[A-Z]\d{4,6}\b|\[\d{4}\]\s?[A-Z][A-Za-z]*\s?(?:\([A-Z][a-z]+\)\s?)?\d+"
            r"|\b\d{1,6}(?:[/\\]\d{1,6}){1,3}(?:[/\\\-][A-Z0-9]+)*\b"
        ),
        0,
    ),
    (
        "reference",
        re.compile(
            rf"\b(?:{_KEYWORDS})(?:['’]s)?(?:\s+(?:report|ref(?:erence)?|id|record))?"
            r"\s*(?:number|no\.?|num\.?|nr\.?|#|id|ref\.?)?\s*(?:is|was|:|-|–|=)?\s*\(?"
            r"((?=[A-Z0-9/\\.\-]*\d)[A-Z0-9][A-Z0-9/\\.\-]{1,24}[A-Z0-9](?:\s\d{2,6}(?:/\d{2,4})?)*)\b",
            I,
        ),
        1,
    ),
    (
        "code",
        _MIXED,
        0,
    ),
    (
        "code",
        re.compile(
            r"\b\d{2,4}\*\d{4,8}\b|\b[A-Z]/\d{3,8}\b|\b[A-Z]{2,6}[-/]\d{1,6}(?:[-/][A-Z0-9]{1,8})*\b"
            r"|\b[A-Z]{2,5}\s\d{2}\s[A-Z]{2}\s\d{3,5}\s\d{2}\b"
        ),
        0,
    ),
    ("card", re.compile(r"\b(?:\d[ \-]?){13,19}\b"), 0),
    ("sort-code", re.compile(r"\b\d{2}-\d{2}-\d{2}\b"), 0),
)
_ORDINARY_CODE = re.compile(
    r"[Yy]\d{1,2}s?(?:[/-][Yy]?\d{1,2}s?)?|[Ff]2[Ff]|(?:any|some|every|no)1|\d{1,3}\.\d{1,2}(?:kg|g|cm|mm|m|mls?|l"
    r"|st)|\dx\dx\d|\d{1,4}(?:mls|mcg|iu)|"
    r"\d{1,2}(?:st|nd|rd|th)|[1-9]0s|\d{4}s|[vxpVXP]\d{1,2}|(?:[Yy]r?|KS|[Pp]p)\d{1,2}|[A-Z]\d|\d[a-z]|\d+(?:am|pm)"
    r"|Covid-?19|\d{1,3}(?:hrs?|mins?|yrs?|mths?|wks?"
    r"|x|k|m|cm|mm|kg|mg|g|mls?|yo|p|oz|lbs?|st)|\d{1,2}x\d{1,2}(?:x\d{1,2})?(?:cm|mm|m)|\d{1,2}x/(?:day|week|wk|d)"
    r"|1\ds"
    r"|(?:ST|CT|FY|KS)\d|x\d{1,2}/(?:wk|week|day|7)|[A-Z]\d-[A-Z]?\d|(?:19|20)\d\d-(?:19|20)?\d\d|s\d{1,3}|S\d{1,3}"
    r"|COVID-?19|covid-?19|\d+-\w[a-z]+(?:-[a-z]+)*|(?:[1-9]|1[0-3])[A-Z]"
)


def valid_nhs_number(digits: str) -> bool:
    """Modulus 11 of the NHS Data Dictionary, ten digits however they are grouped."""
    numbers = [int(c) for c in digits if c.isdigit()]
    if len(numbers) != 10:
        return False
    check = 11 - sum(n * weight for n, weight in zip(numbers, range(10, 1, -1), strict=False)) % 11
    return (0 if check == 11 else check) == numbers[9]


def find_structured(anchors: Anchors) -> Iterator[Span]:
    """Identifiers by their shape alone; overlaps are left to the merger."""
    text, glued, keywords = anchors.text, anchors.glued(), anchors.of(_KEYWORD_STARTS)
    for kind, pattern, group in _CODES:
        if kind in _SIGNS and not _SIGNS[kind].search(text):
            continue
        starts = glued if pattern is _MIXED or kind in _GLUED else keywords if kind == "reference" else anchors.numbers
        whole = kind not in _FROM_A_NUMBER and starts is anchors.numbers
        for match in pattern.finditer(text) if whole else anchors.tried((pattern,), starts):
            start, end = match.span(group)
            found = text[start:end]
            if kind == "nhs-number":
                good = valid_nhs_number(found)
                yield Span(start, end, kind if good else "number", 1, "check digit agrees" if good else "ten digits")
            elif kind == "case-number" and _is_a_measure(text, start, found):
                continue
            elif found != "24/7" and (kind != "code" or not _is_ordinary(found)):
                yield Span(start, end, kind, 1, f"shape of {_NAMES.get(kind, 'a ' + kind)}")


# "took 1/2 a tablet", "2 1/2 years"
_PORTION = re.compile(r"(?:\b(?:took|ate|drank|had|gave|given|about|only|approx)|\b\d) $", I)


def _is_a_measure(text: str, start: int, found: str) -> bool:
    portion = found in ("1/2", "1/3", "1/4", "2/3", "3/4")
    return portion and _PORTION.search(text, max(0, start - 20), start) is not None


def _is_ordinary(code: str) -> bool:
    """A class, a dose, a form or a test that everybody has: "Y9s", "5ml", "HbA1c"."""
    return _ORDINARY_CODE.fullmatch(code) is not None or code.lower() in lexicon.allowed() | lexicon.abbreviations()


_NAMES = {
    "email": "an e-mail address",
    "url": "a web address",
    "ip-address": "an internet address",
    "national-insurance": "a National Insurance number",
    "upn": "a pupil number",
    "vehicle": "a vehicle registration",
    "case-number": "a case number",
    "sort-code": "a sort code",
}
