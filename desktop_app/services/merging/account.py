"""An event made ready for comparing: what it says as weighted words, which days it is about, whom it names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.days import named_days, own_days
from desktop_app.services.merging.lexicon import Lexicon, Side, kind_of_agency, lexicon
from desktop_app.services.merging.names import NAME, NameFinder
from desktop_app.services.merging.phrases import Found, Phrases
from desktop_app.services.merging.words import CLAUSE_ENDS, STOPS, stem, words_of

CONCEPT = "#"  # begins the token of a concept
_DENY_REACH = 4  # words
_TELLING, _STRONG = 0.5, 1.2  # weight
_WEIGHTY = 2.0  # weight of a concept
_NOT_AN_OCCASION = frozenset(
    {"attendance", "missed-appointment", "no-access", "closure", "low-mood", "protection-plan"}
)
_LIGHT, _NAME, _FIGURE = 0.12, 0.7, 1.2
_ROWS_BEFORE = 40.0  # as if so many other events had been read: a handful of events tells little about rareness
_VISIT = re.compile(r"\b(?:visit|appointment|appt|session)", re.IGNORECASE)
_EVERY = 2_000
_UNSURE = 2  # days either side of "about 3 August"
_LONGEST = 62  # days of a span that are looked at


@dataclass(slots=True)
class Bits:
    """What is looked at before two accounts are weighed, as whole numbers, so that a pair costs a few ANDs.

    `telling` words (`strong` the weightier), `concepts` that make one occasion, `joint` ones; `weighty` when one of
    these weighs as much as a meeting; `yes` and `no` by axis, without those said both ways.
    """

    telling: int = 0
    strong: int = 0
    concepts: int = 0
    joint: int = 0
    weighty: bool = False
    yes: int = 0
    no: int = 0


@dataclass(slots=True)
class Account:
    """One event, read. `tokens` maps each word or concept to its weight; `bits` marks those that can tell events apart.

    `first`..`last` are its own days as ordinals, `low`..`high` those it may be about (wider for "about 3 May"), `named`
    other days its words name; `minute` of the day, -1 unknown.
    `kinds` are the kinds of agency its words name, `kind` its own.
    """

    event: ChronologyEvent
    kind: str
    first: int
    last: int
    low: int
    high: int
    named: tuple[int, ...]
    minute: int
    kinds: frozenset[str]
    sides: frozenset[Side]
    denied: frozenset[str]
    words: tuple[str, ...]
    plain: str  # the folded words, for comparing letter by letter
    tokens: dict[str, float] = field(default_factory=dict)
    bag: frozenset[str] = frozenset()  # the tokens again: two sets are met in half the time of two dicts
    total: float = 0.0
    bits: Bits = field(default_factory=Bits)

    @property
    def about(self) -> tuple[int, ...]:
        return (*range(self.low, self.high + 1), *self.named)


def read_accounts(snapshot: Snapshot, progress: Progress | None = None) -> list[Account]:
    """Every dated event as an account, in order of its first day. Raises CancelledError."""
    watch = progress or NoProgress()
    reader = _Reader(snapshot)
    accounts = []
    for number, event in enumerate(snapshot.events):
        if number % _EVERY == 0:
            watch.step(number, 2 * len(snapshot.events), "Reading the accounts")
        account = reader.read(event)
        if account is not None:
            accounts.append(account)
    accounts.sort(key=lambda account: (account.first, account.last, account.event.ref))
    _weigh(accounts)
    return accounts


class _Reader:
    def __init__(self, snapshot: Snapshot) -> None:
        self._lexicon: Lexicon = lexicon()
        self._kinds = {
            agency.uid: kind_of_agency(agency.code, agency.name) or agency.uid for agency in snapshot.agencies
        }
        own = [(name, self._kinds[a.uid]) for a in snapshot.agencies for name in (a.name, a.code) if name]
        self._called = Phrases[str]([*own, *self._lexicon.agencies])
        self._names = NameFinder(snapshot)

    def read(self, event: ChronologyEvent) -> Account | None:
        days = own_days(event.date)
        if days is None:
            return None
        text = " . ".join(part for part in (event.event, event.action, event.outcome, _child(event)) if part)
        stems = tuple(map(stem, words_of(text)))
        names = self._names.find(stems)
        tokens = self._tokens(event, stems, self._lexicon.finder.find(stems), names)
        time = event.date.time
        kind = self._kinds.get(event.agency, event.agency)
        written = {found.what for found in self._called.find(stems)}
        kinds = frozenset((*written, *self._names.agencies_of(names, event))) - {kind}
        named = named_days(text, event.date)
        sides, denied = self._sides(stems)
        unsure = _UNSURE if event.date.approximate else 0
        return Account(
            event=event,
            kind=kind,
            first=days[0],
            last=days[1],
            low=days[0] - unsure,
            high=min(days[1] + unsure, days[0] + _LONGEST),
            named=tuple(sorted(named)),
            minute=-1 if time is None else time.hour * 60 + time.minute,
            kinds=kinds,
            sides=sides,
            denied=denied,
            words=tokens,
            plain=" ".join(tokens).replace(CONCEPT, ""),
        )

    def _tokens(
        self,
        event: ChronologyEvent,
        stems: Sequence[str],
        concepts: list[Found[str]],
        names: dict[int, tuple[int, str]],
    ) -> tuple[str, ...]:
        """Concepts and names in place of the words they were found in; every other word by the one it equals."""
        placed = {at: (end, NAME + uid) for at, (end, uid) in names.items()}
        placed |= {found.start: (found.end, CONCEPT + found.what) for found in concepts}
        tokens: list[str] = [f"{NAME}{uid}" for uid in event.people]
        one, after = self._lexicon.one, 0
        for at in sorted(placed):
            if at >= after:
                tokens += [one.get(word, word) for word in stems[after:at] if word not in STOPS]
                after, token = placed[at]
                tokens.append(token)
        tokens += [one.get(word, word) for word in stems[after:] if word not in STOPS]
        return tuple(dict.fromkeys(tokens))

    def _sides(self, stems: Sequence[str]) -> tuple[frozenset[Side], frozenset[str]]:
        """What the words say on each axis, denials turned round; and the words that were denied."""
        found = self._lexicon.sides.find(stems)
        if self._lexicon.deny.isdisjoint(stems):
            return frozenset([side for each in found for side in each.what]), frozenset()
        taken = {at for each in found for at in range(each.start, each.end)}
        deny = [at for at, word in enumerate(stems) if at not in taken and word in self._lexicon.deny]
        sides, denied = set(), set()
        for each in found:
            turned = any(
                0 < each.start - at <= _DENY_REACH and not CLAUSE_ENDS.intersection(stems[at : each.start])
                for at in deny
            )
            sides |= {Side(side.axis, not side.yes) if turned and side.yes else side for side in each.what}
        for at in deny:
            for word in stems[at + 1 : at + 1 + _DENY_REACH]:
                if word in CLAUSE_ENDS:
                    break
                denied.add(self._lexicon.one.get(word, word))
        return frozenset(sides), frozenset(denied)


def _child(event: ChronologyEvent) -> str:
    """What the column "child seen" says, as a clause; "no" means something only where seeing was the purpose."""
    said = event.child_seen.strip().casefold()
    if said.startswith(("y", "seen", "spoke")):
        return f"seen {event.child_seen}"
    purpose = said.startswith("no") and _VISIT.search(event.event)
    return f"not seen {event.child_seen}" if purpose else ""


def _weigh(accounts: Sequence[Account]) -> None:
    """Weights by the lexicon and by how rare a word is among these events; a bit for each word that tells."""
    counts: Counter[str] = Counter()
    for account in accounts:
        counts.update(account.words)
    rows = len(accounts) + _ROWS_BEFORE
    known = lexicon()
    weights = {word: _base(word, known) * _rareness(count, rows) for word, count in counts.items()}
    telling = {word for word, count in counts.items() if count > 1 and weights[word] >= _TELLING}
    place = {word: 1 << number for number, word in enumerate(sorted(telling))}
    strong = {word: bit for word, bit in place.items() if weights[word] >= _STRONG}
    concept = {CONCEPT + name: 1 << number for number, name in enumerate(known.concepts)}
    joint = {word: bit for word, bit in concept.items() if known.concepts[word[1:]].joint}
    occasions = {word: bit for word, bit in concept.items() if word[1:] not in _NOT_AN_OCCASION}
    weighty = {word for word in joint if known.concepts[word[1:]].weight >= _WEIGHTY}
    axis = {name: 1 << number for number, name in enumerate(known.axes)}
    for account in accounts:
        account.tokens = {word: weights[word] for word in account.words}
        account.bag = frozenset(account.words)
        account.total = sum(account.tokens.values())
        yes = _union([axis[side.axis] for side in account.sides if side.yes])
        no = _union([axis[side.axis] for side in account.sides if not side.yes])
        account.bits = Bits(
            telling=_union([place[word] for word in account.words if word in place]),
            strong=_union([strong[word] for word in account.words if word in strong]),
            concepts=_union([occasions[word] for word in account.words if word in occasions]),
            joint=_union([joint[word] for word in account.words if word in joint]),
            weighty=not weighty.isdisjoint(account.words),
            yes=yes & ~no,
            no=no & ~yes,
        )


def _union(bits: Iterable[int]) -> int:
    together = 0
    for each in bits:
        together |= each
    return together


def _base(word: str, known: Lexicon) -> float:
    if word.startswith(CONCEPT):
        return known.concepts[word[1:]].weight
    if word.startswith(NAME):
        return _NAME
    if word in known.light or len(word) == 1:
        return _LIGHT
    if word[0].isdigit() or word[0] == "£":
        return _FIGURE if len(word) > 2 else 0.5
    return 1.0


def _rareness(count: int, rows: float) -> float:
    """1 for a word that one event of a small review says; less for what many say, at most 1.5."""
    return min(1.5, math.log(rows / (count + 1.0)) / math.log(_ROWS_BEFORE)) if count + 1 < rows else 0.02
