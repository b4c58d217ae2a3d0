"""Which accounts are compared at all: about the same day or the next, and with something in common or opposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.common.progress import Progress
from desktop_app.services.merging.account import Account
from desktop_app.services.merging.lexicon import lexicon

_EVERY = 256
_A_DAY_APART_SHARED, _IN_A_SPAN_SHARED = 2, 2  # telling words
_VAGUE_DAYS = 4
_A_MEETING = 2.4  # weight of a concept
Pair = tuple[Account, Account, bool, bool]  # alike in a telling word; opposed on an axis


def nearby_pairs(accounts: Sequence[Account], progress: Progress) -> Iterator[Pair]:
    """Pairs of different agencies, each once. Raises CancelledError."""
    marks = _Marks(accounts)
    days: dict[int, list[int]] = defaultdict(list)
    spread: list[int] = []
    for place, account in enumerate(accounts):
        if account.low == account.high and not account.named:
            days[account.low].append(place)
        else:
            spread.append(place)
    work = len(days) + len(spread)
    for done, day in enumerate(sorted(days)):
        if done % 8 == 0:
            progress.step(done, work, "Comparing the accounts")
        here, after = days[day], days.get(day + 1, [])
        for number, place in enumerate(here):
            yield from marks.against(place, here[number + 1 :])
            yield from marks.a_day_apart(place, after)
    of_spread: dict[int, list[int]] = defaultdict(list)
    for done, place in enumerate(spread):
        if done % _EVERY == 0:
            progress.step(len(days) + done, work, "Comparing the accounts")
        reach = {near for day in accounts[place].about for near in (day - 1, day, day + 1)}
        others = {other for day in reach for known in (days, of_spread) for other in known.get(day, ())}
        vague = accounts[place].high - accounts[place].low > _VAGUE_DAYS
        yield from (marks.in_a_span if vague else marks.against)(place, sorted(others))
        for day in accounts[place].about:
            of_spread[day].append(place)


class _Marks:
    """The accounts' bits in lists, for the loop that runs millions of times."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._accounts = accounts
        self._agency = [account.event.agency for account in accounts]
        self._telling = [account.bits.telling for account in accounts]
        place = {kind: 1 << number for number, kind in enumerate(sorted({account.kind for account in accounts}))}
        self._kind = [place[account.kind] for account in accounts]
        self._named = [sum(place.get(kind, 0) for kind in account.kinds) for account in accounts]
        self._strong = [account.bits.strong for account in accounts]
        concepts = lexicon().concepts.values()
        heavy = sum(1 << number for number, concept in enumerate(concepts) if concept.weight >= _A_MEETING)
        self._heavy = [account.bits.joint & heavy for account in accounts]
        axes = tuple(lexicon().axes.values())
        self._lasting = sum(1 << number for number, axis in enumerate(axes) if axis.days and axis.about != "sending")
        sending = sum(1 << number for number, axis in enumerate(axes) if axis.about == "sending")
        self._yes = [account.bits.yes & ~sending for account in accounts]
        self._no = [account.bits.no & ~sending for account in accounts]

    def against(self, place: int, others: Sequence[int]) -> Iterator[Pair]:
        telling, strong, agency = self._telling[place], self._strong[place], self._agency[place]
        yes, no = self._yes[place], self._no[place]
        kind, named = self._kind[place], self._named[place]
        kinds, all_named = self._kind, self._named
        all_telling, all_strong, agencies = self._telling, self._strong, self._agency
        all_yes, all_no = self._yes, self._no
        first, accounts = self._accounts[place], self._accounts
        for other in others:
            if agencies[other] == agency:
                continue
            alike = bool(strong & all_strong[other])
            if not alike and (shared := telling & all_telling[other]):
                alike = bool(kind & all_named[other] or named & kinds[other]) or shared.bit_count() > 1
            opposed = bool(yes & all_no[other] or no & all_yes[other])
            if alike or opposed:
                yield first, accounts[other], alike, opposed

    def in_a_span(self, place: int, others: Sequence[int]) -> Iterator[Pair]:
        """A month holds much: what is vaguely dated must share more, or a meeting; it denies nothing on a day."""
        telling, agency = self._telling[place], self._agency[place]
        heavy, all_heavy = self._heavy[place], self._heavy
        all_telling, agencies, accounts = self._telling, self._agency, self._accounts
        first = accounts[place]
        for other in others:
            if agencies[other] == agency:
                continue
            if heavy & all_heavy[other] or (telling & all_telling[other]).bit_count() >= _IN_A_SPAN_SHARED:
                yield first, accounts[other], True, False

    def a_day_apart(self, place: int, others: Sequence[int]) -> Iterator[Pair]:
        """Two days make it less likely: more must be shared, and few things are denied a day later."""
        telling, agency = self._telling[place], self._agency[place]
        yes, no = self._yes[place] & self._lasting, self._no[place] & self._lasting
        all_telling, agencies, all_yes, all_no = self._telling, self._agency, self._yes, self._no
        first, accounts = self._accounts[place], self._accounts
        for other in others:
            if agencies[other] == agency:
                continue
            alike = (telling & all_telling[other]).bit_count() >= _A_DAY_APART_SHARED
            opposed = bool(yes & all_no[other] or no & all_yes[other])
            if alike or opposed:
                yield first, accounts[other], alike, opposed
