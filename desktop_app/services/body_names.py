"""One body written several ways, and two bodies with one abbreviation: found, and said why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from desktop_app.domain.body_names import keys_of, named_in, tidy, why_alike
from desktop_app.domain.people import Body, BodyKind
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.family_words import counted
from desktop_app.services.recommendation_edits import as_read

# Fields that hold the name of a body, in words; a tuple of names where several are meant.
NAMED: tuple[tuple[str, str], ...] = (
    *(("reviews", "commissioning_body"), ("decisions", "deciding_body"), ("terms", "agreed_by")),
    *(("clocks", "extension_agreed_by"), ("publication_decisions", "decided_by"), ("meetings", "body")),
    *(("recommendations", "bodies"), ("recommendations", "accepted_by"), ("answer_changes", "by")),
    ("actions", "owner_body"),
)
_TEXTS = (("recommendations", "text"), ("parts", "text"), ("actions", "text"), ("updates", "text"))
_BODIES = frozenset({BodyKind.BODY, BodyKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class NameUse:
    """One way of writing. `body` is the uid of the Body it belongs to, "" for none; `where` says where it stands."""

    name: str
    body: str
    where: str
    times: int


@dataclass(frozen=True, slots=True)
class SameBody:
    """Names that may be of one body; `keep` is the one proposed, `why` a sentence."""

    names: tuple[NameUse, ...]
    keep: str
    why: str


@dataclass(frozen=True, slots=True)
class OneAbbreviation:
    """Letters that stand for more than one thing."""

    short: str
    stands_for: tuple[str, ...]
    uids: tuple[str, ...]


def same_bodies(snapshot: Snapshot) -> list[SameBody]:
    """Names that stand apart and may be of one body, the most written first. What was answered is not asked again."""
    uses = _uses(snapshot)
    spelt = {held.short: held.long for held in snapshot.abbreviations if held.long}
    apart = [{tidy(name) for name in held.names} for held in snapshot.names_apart]
    followed = {frozenset((body.uid, body.follows)) for body in snapshot.bodies if body.follows}
    joined = {name: name for name in uses}
    whys: dict[str, str] = {}
    for a, b in _candidates(uses, spelt):
        one, other = uses[a].body, uses[b].body
        if (one and one == other) or frozenset((one, other)) in followed or any({a, b} <= held for held in apart):
            continue
        if why := why_alike(uses[a].name, uses[b].name, spelt):
            _join(joined, a, b)
            whys[a] = whys[b] = why
    groups: dict[str, list[str]] = defaultdict(list)
    for name in whys:
        groups[_root(joined, name)].append(name)
    found = [_proposal([uses[name] for name in names], [whys[name] for name in names]) for names in groups.values()]
    return sorted(found, key=lambda same: (-sum(use.times for use in same.names), same.keep))


def _candidates(uses: Mapping[str, NameUse], spelt: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs that share anything by which they could be alike, in order."""
    held: dict[str, list[str]] = defaultdict(list)
    for key in sorted(uses):
        for shared in keys_of(uses[key].name, spelt):
            held[shared].append(key)
    return sorted({pair for names in held.values() for pair in combinations(names, 2)})


def one_abbreviation(snapshot: Snapshot) -> list[OneAbbreviation]:
    """Letters used for two things, by the abbreviations kept and by the bodies themselves."""
    held: dict[str, dict[str, str]] = defaultdict(dict)
    meant: dict[str, dict[str, str]] = defaultdict(dict)
    names = {body.uid: body.name for body in snapshot.bodies}
    for short in snapshot.abbreviations:
        long = names.get(short.body) or short.long
        if short.short and long:
            meant[short.short].setdefault(tidy(long), long)
            held[short.short].setdefault(tidy(long), short.uid)
    for body in snapshot.bodies:
        if body.abbreviation:
            known = {tidy(alias) for alias in (body.name, *body.aliases)} & set(meant[body.abbreviation])
            if not known:
                meant[body.abbreviation].setdefault(tidy(body.name), body.name)
                held[body.abbreviation].setdefault(tidy(body.name), body.uid)
    return [
        OneAbbreviation(short, tuple(longs.values()), tuple(held[short].values()))
        for short, longs in sorted(meant.items())
        if len(longs) > 1
    ]


def names_in(record: Record, field: str) -> tuple[str, ...]:
    """The names that a field of `NAMED` holds."""
    value = getattr(record, field)
    return tuple(name for name in ((value,) if isinstance(value, str) else value) if name.strip())


def owner_of(snapshot: Snapshot) -> Mapping[str, Body]:
    """Each way of writing that the register knows (`tidy`) -> the body it belongs to."""
    known: dict[str, Body] = {}
    for body in snapshot.bodies:
        if body.kind in _BODIES:
            for name in (body.name, *body.aliases, body.abbreviation):
                if name:
                    known.setdefault(tidy(name), body)
    return known


def _uses(snapshot: Snapshot) -> dict[str, NameUse]:
    """Every way of writing a body, by how it is compared."""
    known, places = owner_of(snapshot), {tidy(b.name) for b in snapshot.bodies if b.kind not in _BODIES}
    uids = {body.uid for body in snapshot.bodies}
    written: dict[str, Counter[str]] = defaultdict(Counter)
    stands: dict[str, Counter[str]] = defaultdict(Counter)
    for body in snapshot.bodies:
        if body.kind in _BODIES and body.name:
            written[tidy(body.name)][body.name] += 1
    for agency in snapshot.agencies:
        if agency.name:
            written[tidy(agency.name)][agency.name] += 1
            stands[tidy(agency.name)]["agencies"] += 1
    for family, name in _stored(snapshot):
        if name not in uids:
            written[tidy(name)][name] += 1
            stands[tidy(name)][family] += 1
    return {
        key: NameUse(
            names.most_common(1)[0][0],
            known[key].uid if key in known else "",
            ", ".join(_place(family, count) for family, count in sorted(stands[key].items())),
            max(stands[key].total(), 1),
        )
        for key, names in written.items()
        if key not in places
    }


def _place(family: str, count: int) -> str:
    return "the review itself" if family == "reviews" else counted(family, count)


def _stored(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """(family, name) of every name that stands in a field, or in the words of the plan."""
    for family, field in NAMED:
        for record in getattr(snapshot, family):
            yield from ((family, name.strip()) for name in names_in(record, field))
    for family, field in _TEXTS:
        for record in getattr(snapshot, family):
            yield from ((family, name) for name in named_in(as_read(snapshot, getattr(record, field))))


def _proposal(uses: list[NameUse], whys: list[str]) -> SameBody:
    """A name that the register has is proposed before one that is only written; then the longest."""
    ordered = sorted(uses, key=lambda use: (not use.body, -len(use.name), use.name))
    return SameBody(tuple(ordered), ordered[0].name, "; ".join(dict.fromkeys(whys)))


def _root(joined: dict[str, str], name: str) -> str:
    while joined[name] != name:
        name = joined[name]
    return name


def _join(joined: dict[str, str], a: str, b: str) -> None:
    joined[_root(joined, b)] = _root(joined, a)
