"""One document's texts on their way to a reader: each finding is settled by a decision, by a rule, or waits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from desktop_app.anonymise.again import Again, sentence_mark
from desktop_app.anonymise.agreement import agreeing
from desktop_app.anonymise.allowance import Surfaces, folded_phrases, unaccounted
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.capitals_given import capitals_given
from desktop_app.anonymise.decided import Decided
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gather import Queue
from desktop_app.anonymise.grammar import Edit, fit
from desktop_app.anonymise.kin_words import KINDS, kin_spans
from desktop_app.anonymise.layout import SEPARATOR, Located
from desktop_app.anonymise.lexicon import is_word
from desktop_app.anonymise.pieces import WHOLE, Item, items
from desktop_app.anonymise.plain_numbers import plain_numbers
from desktop_app.anonymise.policy import Ask, Leave, Policy
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render_steps import Stage, Steps
from desktop_app.anonymise.repeats import said_once
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.result import Span
from desktop_app.anonymise.squashed import SquashedNames
from desktop_app.anonymise.surfaces import own_words
from desktop_app.anonymise.taken_out import taken_out
from desktop_app.anonymise.wording import stand_in, suggestions
from desktop_app.common.document import Dates
from desktop_app.common.progress import Progress

_ALWAYS_ASKED = KINDS | {"date", "age", "time"}


@lru_cache(maxsize=4)
def _detected(text: str) -> tuple[Span, ...]:
    """What the recognisers find. A decision changes what is printed, not what they read: the last few are kept.

    Plain numbers are settled with them, so that they pass in the finished file, where the words around are others.
    """
    return tuple(sorted((*detect(text), *plain_numbers(Anchors(text))), key=lambda span: (span.start, -span.end)))


@dataclass(slots=True)
class Piece:
    """One text on its way: edits and waiting slices in indices of its own words."""

    located: Located
    edits: list[Edit] = field(default_factory=list)
    waiting: list[tuple[int, int]] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)  # printed as they stand, by rule or decision

    @property
    def words(self) -> str:
        return self.located.text.words

    @property
    def fixed(self) -> bool:
        return self.located.text.dates is Dates.FIXED


class Renderer:
    def __init__(
        self, register: Register, policy: Policy, decided: Decided, again: Again, abbreviations: frozenset[str]
    ) -> None:
        self.register, self.again = register, again
        self.policy = policy
        self.decided = decided
        self.abbreviations = abbreviations
        self.known = Surfaces({*decided.kept, *folded_phrases(), *own_words(register)})
        self.queue = Queue(register)
        self.squashed = SquashedNames(register)

    def run(self, pieces: list[Piece], progress: Progress) -> None:
        """Settle every piece. Raises CancelledError when `progress` says so."""
        joined = SEPARATOR.join(piece.words for piece in pieces)
        heard = Steps(progress, len(pieces), Stage.READ)
        heard.step(0)
        matches = self.register.find(joined)
        heard.step(0)
        findings = list(_detected(joined))
        if kin := [*kin_spans(joined, self.policy.profile, findings)]:
            findings = sorted((*findings, *kin), key=lambda span: span.start)
        offset = m = f = 0
        for number, piece in enumerate(pieces):
            heard.step(number)
            end = offset + len(piece.words)
            own_matches: list[Match] = []
            while m < len(matches) and matches[m].start < end:
                own_matches.append(_moved(matches[m], -offset))
                m += 1
            own_findings: list[Span] = []
            while f < len(findings) and findings[f].start < end:
                s = findings[f]
                own_findings.append(Span(s.start - offset, s.end - offset, s.kind, s.tier, s.why))
                f += 1
            self._text(piece, own_matches, [] if piece.fixed else own_findings)
            offset = end + len(SEPARATOR)

    def _text(self, piece: Piece, matches: list[Match], findings: list[Span]) -> None:
        """Settle everything that stands in one text."""
        words = piece.words
        settled = bytearray(len(words) + 1)
        whole, doubtful = self.squashed.doubtful(words, matches)
        for match in whole:
            if all(self.register.is_named(uid) for uid in match.owners):
                _cover(settled, match.start, _with_possessive(words, match.end))
                continue
            stand = stand_in(self.register, match) if match.auto else ""
            if not stand:
                doubtful.append(match)
                continue
            edit = fit(words, match.start, match.end, stand, family=match.family)
            piece.edits.append(edit)
            _cover(settled, min(edit.start, match.start), _with_possessive(words, edit.end))
        known = self.known.cover(words)
        places = self.decided.find(words)
        self._exchange(piece, places, settled)
        for item in items(findings, doubtful):
            self._item(piece, item, settled, known, places)
        edits, verbs = agreeing(words, piece.edits)
        piece.edits = said_once(words, capitals_given(words, [*edits, *verbs]))

    def _exchange(self, piece: Piece, places: list[tuple[int, int, str]], settled: bytearray) -> None:
        """What a person chose other words for goes wherever it stands, whether a recogniser sees it there or not.

        But not a single ordinary word: a decision on the name Will says nothing about "will".
        """
        if piece.fixed:
            return
        for start, end, form in sorted(places, key=lambda place: place[0] - place[1]):
            if " " not in form and is_word(form):
                continue
            if self.decided.words(piece.words[start:end]) is not None and not any(settled[start:end]):
                self._decide(piece, start, _without_possessive(piece.words, start, end), settled)

    def _item(
        self, piece: Piece, item: Item, settled: bytearray, known: bytearray, places: list[tuple[int, int, str]]
    ) -> None:
        """Settle one finding: by a decision on it or in it, by what is known, by the profile's rule; else it waits."""
        words, span = piece.words, item.span
        if all(settled[span.start : span.end]):
            return
        form = fold_surface(words[span.start : span.end])
        if self._ask_again(piece, item, form, settled, places):
            self._item(piece, item, settled, known, places)
            return
        if words[span.start : span.end] in self.decided:
            self._decide(piece, span.start, span.end, settled)
            return
        if item.match is None and span.kind not in WHOLE:
            for start, end, _ in sorted(places, key=lambda p: p[0] - p[1]):
                if span.start <= start and end <= span.end and not any(settled[start:end]):
                    self._decide(piece, start, _without_possessive(words, start, end), settled)
            both = bytearray(a | b for a, b in zip(settled, known, strict=True))
            part = any(settled[span.start : span.end])
            if not unaccounted(words, span.start, span.end, both, part=part) or self._abbreviated(words, span, both):
                piece.left += _gaps(span, settled)
                return
        if item.match is None:
            span = _uncovered(words, span, settled)
        elif any(settled[span.start : span.end]):
            for start, end in _gaps(span, settled):
                rest = Span(start, end, span.kind, span.tier, span.why)
                if start <= item.match.start and item.match.end <= end:
                    self._by_rule(piece, item, rest)
                else:
                    self._item(piece, Item(rest), settled, known, places)
            return
        self._by_rule(piece, item, span)

    def _ask_again(
        self, piece: Piece, item: Item, form: str, settled: bytearray, places: list[tuple[int, int, str]]
    ) -> bool:
        """Put the first kept words of a finding that stand in a new sentence back into the queue; are there any?"""
        span = item.span
        for start, end, inner in sorted(places, key=lambda p: p[0] - p[1]):
            part = item.match is None and span.kind not in WHOLE
            beside = start >= span.end or span.start >= end
            if beside or (inner != form and not part) or any(settled[start:end]):
                continue
            why = self.again.why_kept(piece.words, start, end)
            if why is not None:
                said = f"decided before: keep, because “{why}”; new here"
                self._wait(piece, Span(start, end, span.kind, span.tier, said), said, (), (), kept_because=why)
                _cover(settled, start, end)
                return True
        return False

    def _by_rule(self, piece: Piece, item: Item, span: Span) -> None:
        words = piece.words
        if words[span.start : span.end] in self.decided:
            self._decide(piece, span.start, span.end, bytearray(len(words) + 1))
            return
        if item.match is not None:
            offers = suggestions(self.register, item.match)
            self._wait(piece, span, item.span.why, offers, item.match.owners)
            return
        outcome = self.policy.outcome(words, span, piece.located.text.dates)
        if isinstance(outcome, Leave):
            piece.left.append((span.start, span.end))
        elif isinstance(outcome, Ask):
            if self.policy.profile.asks_at >= span.tier or span.kind in _ALWAYS_ASKED:
                self._wait(piece, span, outcome.why, outcome.suggestions, ())
        else:
            piece.edits.append(_capital(words, outcome))

    def _wait(
        self,
        piece: Piece,
        span: Span,
        why: str,
        offers: tuple[str, ...],
        owners: tuple[str, ...],
        kept_because: str | None = None,
    ) -> None:
        piece.waiting.append((span.start, span.end))
        self.queue.add(
            piece.words,
            span.start,
            span.end,
            kind=span.kind,
            tier=span.tier,
            why=why,
            where=piece.located.where,
            suggestions=offers,
            owners=owners,
            sentence=sentence_mark(piece.words, span.start),
            kept_because=kept_because,
            source=piece.located.text.source,
        )

    def _decide(self, piece: Piece, start: int, end: int, settled: bytearray) -> None:
        new = self.decided.words(piece.words[start:end])
        if new is None:
            piece.left.append((start, end))
        else:
            new = self.policy.at_most(new, piece.located.text.dates)
            end = _without_possessive(piece.words, start, end)
            piece.edits.append(fit(piece.words, start, end, new) if new else taken_out(piece.words, start, end))
        _cover(settled, start, end)

    def _abbreviated(self, words: str, span: Span, both: bytearray) -> bool:
        """Is every word of a finding an abbreviation of the review's own list, or accounted for?"""
        rest = [w.strip("()[],.;:'’") for w in words[span.start : span.end].split()]
        if not any(w in self.abbreviations for w in rest):
            return False
        covered = bytearray(both)
        for short in self.abbreviations:
            at = words.find(short, span.start)
            while short and 0 <= at < span.end:
                _cover(covered, at, at + len(short))
                at = words.find(short, at + 1)
        return not unaccounted(words, span.start, span.end, covered)


def _moved(match: Match, by: int) -> Match:
    return replace(match, start=match.start + by, end=match.end + by)


def _cover(covered: bytearray, start: int, end: int) -> None:
    covered[start:end] = b"\x01" * (end - start)


def _with_possessive(words: str, end: int) -> int:
    return end + 2 if words[end : end + 2] in ("'s", "’s") else end


def _without_possessive(words: str, start: int, end: int) -> int:
    return end - 2 if words[start:end].endswith(("'s", "’s")) else end


def _uncovered(words: str, span: Span, settled: bytearray) -> Span:
    """The finding without the settled words at its edges."""
    start, end = span.start, span.end
    while start < end and (settled[start] or not words[start].isalnum()):
        start += 1
    while end > start and (settled[end - 1] or words[end - 1].isspace()):
        end -= 1
    return Span(start, end, span.kind, span.tier, span.why)


def _gaps(span: Span, settled: bytearray) -> list[tuple[int, int]]:
    """The parts of a finding that nothing has settled: what is printed of it as it stands."""
    parts: list[tuple[int, int]] = []
    start = span.start
    for i in range(span.start, span.end + 1):
        if i == span.end or settled[i]:
            if i > start:
                parts.append((start, i))
            start = i + 1
    return parts


def _capital(words: str, edit: Edit) -> Edit:
    """Coarsened words at the start of a sentence keep its capital."""
    if edit.words[:1].islower() and words[edit.start : edit.start + 1].isupper():
        return fit(words, edit.start, edit.end, edit.words)
    if edit.words[:1].islower() and words[edit.start : edit.start + 1].isdigit():
        return fit(words, edit.start, edit.end, edit.words)
    return edit
