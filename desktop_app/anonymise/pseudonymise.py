"""A plain text with its registered names exchanged and the recognisers' findings marked."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.anonymise.agreement import agreeing
from desktop_app.anonymise.coarsen import DateReader
from desktop_app.anonymise.decided import Decided
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.grammar import Edit, apply_edits, fit
from desktop_app.anonymise.kin_words import KINDS, SEX, kin_spans
from desktop_app.anonymise.pieces import WHOLE
from desktop_app.anonymise.policy import NEVER_ASKED, Leave, Policy
from desktop_app.anonymise.profiles import Profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.result import Replacement, Span
from desktop_app.anonymise.squashed import squashed_names
from desktop_app.anonymise.taken_out import taken_out
from desktop_app.anonymise.wording import stand_in, suggestions
from desktop_app.common.document import Dates
from desktop_app.domain.partial_date import PartialDate


def _unread(wording: str) -> PartialDate:
    return PartialDate(wording=wording)


def pseudonymise(
    text: str,
    register: Register,
    profile: Profile,
    *,
    date_reader: DateReader = _unread,
    decided: Decided | None = None,
) -> tuple[str, list[Replacement]]:
    """(new text, replacements in indices of `text`): the register first, then the recognisers on what is left.

    "auto" is certain, or `decided`; "review" is printed as the first thing a person would be offered, or as the
    finding's kind in brackets, and has to be looked at. Bodies named as they are, words that were kept, and spells of
    time, stay and are not in the list.
    """
    covered = bytearray(len(text) + 1)
    found: list[Replacement] = []
    whole, set_apart = squashed_names(register).doubtful(text, register.find(text))
    for match in sorted((*whole, *set_apart), key=lambda m: m.start):
        covered[match.start : match.end] = b"\x01" * (match.end - match.start)
        if not match.auto and decided and text[match.start : match.end] in decided:
            found += _as_decided(text, Span(match.start, match.end, match.kind, 1, match.how), decided)
        elif not all(register.is_named(uid) for uid in match.owners):
            found.append(_registered(text, match, register))
    policy = Policy(profile, (None, None), date_reader)
    findings = detect(text)
    for span in (*findings, *kin_spans(text, profile, findings)):
        if span.kind not in NEVER_ASKED:
            for place in _decided_in(text, span, covered, decided) if decided else ():
                covered[place.start : place.end] = b"\x01" * (place.end - place.start)
                found += _as_decided(text, place, decided) if decided else []
            for start, end in _gaps(text, span, covered):
                found += _finding(text, replace(span, start=start, end=end), policy)
    found.sort(key=lambda item: (item.start, -item.end))
    apart: list[Replacement] = []
    for item in found:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    edits, verbs = agreeing(text, [Edit(item.start, item.end, item.replacement) for item in apart])
    apart = [replace(item, replacement=edit.words) for item, edit in zip(apart, edits, strict=True)]
    apart += [Replacement(e.start, e.end, "", SEX, "auto", e.words, "agrees with “they”") for e in verbs]
    apart.sort(key=lambda item: item.start)
    new, _ = apply_edits(text, [Edit(item.start, item.end, item.replacement) for item in apart])
    return new, apart


def _decided_in(text: str, span: Span, covered: bytearray, decided: Decided) -> list[Span]:
    """What was decided of a finding: the whole of it, or words in it where no name stands, the longest first."""
    if text[span.start : span.end] in decided and not any(covered[span.start : span.end]):
        return [span]
    if span.kind in WHOLE:
        return []
    taken, places = bytearray(covered), []
    for start, end, _ in sorted(decided.find(text[span.start : span.end]), key=lambda place: place[0] - place[1]):
        place = replace(span, start=span.start + start, end=span.start + end)
        if not any(taken[place.start : place.end]):
            taken[place.start : place.end] = b"\x01" * (end - start)
            places.append(place)
    return places


def _as_decided(text: str, span: Span, decided: Decided) -> list[Replacement]:
    """Nothing for words that were kept."""
    words = decided.words(text[span.start : span.end])
    if words is None:
        return []
    end = span.end - 2 if text[span.start : span.end].endswith(("'s", "’s")) else span.end
    edit = fit(text, span.start, end, words) if words else taken_out(text, span.start, end)
    return [Replacement(edit.start, edit.end, "", span.kind, "auto", edit.words, "decided in this review", span.tier)]


def _registered(text: str, match: Match, register: Register) -> Replacement:
    stand = stand_in(register, match) if match.auto else ""
    offers = suggestions(register, match)
    words = stand or (offers[0] if offers else f"[{match.kind}]")
    edit = fit(text, match.start, match.end, words, family=match.family)
    decision = "auto" if stand else "review"
    return Replacement(
        edit.start, edit.end, match.uid, match.kind, decision, edit.words, match.how, owners=match.owners
    )


def _finding(text: str, span: Span, policy: Policy) -> list[Replacement]:
    """Dates, ages and families as the profile tells them; everything else by its kind in brackets."""
    if span.kind in KINDS | {"date", "age"}:
        outcome = policy.outcome(text, span, Dates.CASE)
        if isinstance(outcome, Edit):
            return [Replacement(outcome.start, outcome.end, "", span.kind, "auto", outcome.words, span.why, span.tier)]
        if isinstance(outcome, Leave):
            return [
                Replacement(
                    span.start, span.end, "", span.kind, "auto", text[span.start : span.end], span.why, span.tier
                )
            ]
        if span.kind in KINDS:
            edit = fit(text, span.start, span.end, outcome.suggestions[0])
            return [Replacement(edit.start, edit.end, "", span.kind, "review", edit.words, span.why, span.tier)]
    token = f"[{span.kind.replace('-', ' ')}]"
    return [Replacement(span.start, span.end, "", span.kind, "review", token, span.why, span.tier)]


def _gaps(text: str, span: Span, covered: bytearray) -> list[tuple[int, int]]:
    """The parts of a finding that no registered name covers, when there are letters or digits in them."""
    parts: list[tuple[int, int]] = []
    start = span.start
    for i in range(span.start, span.end + 1):
        if i == span.end or covered[i]:
            piece = text[start:i]
            if any(c.isalnum() for c in piece) and piece.strip(" '’").lower() != "s":
                parts.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
            start = i + 1
    return parts
