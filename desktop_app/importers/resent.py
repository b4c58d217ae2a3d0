"""A return sent again: what it adds, changes and leaves out. Nothing is doubled, and nothing goes in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.common.progress import Progress
from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn, EarlierWording
from desktop_app.domain.import_plan import ChangedRow, FieldChange, MissingRow, NeedsDecision, Row
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.row_sums import SUMMED, changed_fields, sums_of
from desktop_app.importers.chronology_rows import Draft, needs_decision
from desktop_app.importers.same_row import like_rows, same_rows

_BOTH = "the sender changed this, and so did somebody here: the words here were kept"


@dataclass(slots=True)
class Resent:
    """`fresh` are the rows that are new. `records` and `waiting_records` hold events as they will be, each followed
    by what was said before.
    """

    fresh: list[Draft]
    unchanged: list[int] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)
    records: list[Row] = field(default_factory=list)
    waiting: list[NeedsDecision] = field(default_factory=list)
    waiting_records: list[Row] = field(default_factory=list)
    missing: list[MissingRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    supersedes: str = ""


def compare(
    drafts: list[Draft],
    held: Sequence[ChronologyEvent],
    returns: Sequence[ChronologyReturn],
    return_uid: str,
    progress: Progress,
) -> Resent:
    """`held` are the agency's events, `returns` its returns; `return_uid` is the return that is read."""
    if not held:
        return Resent(fresh=drafts)
    pairs = same_rows(drafts, held)
    corrected = like_rows(drafts, held, pairs, progress)
    supersedes = _superseded((pairs | corrected).values(), held, returns)
    if supersedes:
        # Only in a return sent again is a row that is nearly the same that row: elsewhere it is another contact.
        lines = _lines(returns)
        line = lines[supersedes]
        pairs |= {at: event for at, event in corrected.items() if lines.get(event.chronology_return) == line}
    resent = Resent([draft for at, draft in enumerate(drafts) if at not in pairs], supersedes=supersedes)
    for place, event in sorted(pairs.items()):
        _sort_pair(resent, drafts[place], event, return_uid)
    if supersedes:
        _list_missing(resent, {event.uid for event in pairs.values()}, held, returns)
    return resent


def _sort_pair(resent: Resent, draft: Draft, event: ChronologyEvent, return_uid: str) -> None:
    number, sheet = draft.row.number, draft.layout.table.name
    texts = draft.texts()
    sums = draft.sums(texts)
    changes, kept = _differences(draft, texts, sums, event)
    if not changes and not kept:
        resent.unchanged.append(number)
        if event.missing_from:
            resent.records.append(Row(number, (replace(event, missing_from=""),), sheet))
        return
    said: dict[str, Any] = {change.field: change.after for change in changes if change.field in texts}
    now = replace(
        event,
        **said,
        date=draft.date if any(change.field == "date" for change in changes) else event.date,
        chronology_return=return_uid,
        sheet=sheet,
        row=number,
        sender_ref=draft.sender_ref or event.sender_ref,
        sent=sums,
        missing_from="",
    )
    earlier = [
        EarlierWording(event=event.uid, replaced_by=return_uid, field=change.field, text=change.before)
        for change in changes
    ]
    problems = [problem for problem in draft.problems if problem[0] in {change.field for change in changes} | {"row"}]
    problems += [(change.field, change.after, _BOTH) for change in kept]
    row = Row(number, (now, *earlier), sheet)
    resent.changed.append(
        ChangedRow(number, event.uid, event.ref, tuple(changes), tuple(kept), sheet, waits=bool(problems))
    )
    if problems:
        resent.waiting.append(needs_decision(draft._replace(problems=tuple(problems)), event.uid))
        resent.waiting_records.append(row)
    else:
        resent.records.append(row)


def _differences(
    draft: Draft, texts: dict[str, str], sums: str, event: ChronologyEvent
) -> tuple[list[FieldChange], list[FieldChange]]:
    """(what the sender changed, what the sender changed and somebody here did, too)."""
    after = {"date": _date_words(draft.day.wording, draft.date), **texts}
    before = {"date": _date_words(event.date.wording, event.date)} | {name: getattr(event, name) for name in texts}
    if event.sent:
        names = dict.fromkeys("date" if n == "time" else n for n in changed_fields(event.sent, sums))
        sent = dict(zip(SUMMED, event.sent.split(), strict=False))
    else:  # from before sums were kept
        names = dict.fromkeys(name for name in ("date", *texts) if before[name] != after[name])
        sent = {}
    changes: list[FieldChange] = []
    kept: list[FieldChange] = []
    for name in names:
        if before[name] == after[name]:
            continue
        edited = name != "date" and name in sent and sums_of((before[name],)) != sent[name]
        (kept if edited else changes).append(FieldChange(name, before[name], after[name]))
    return changes, kept


def _date_words(wording: str, date: PartialDate) -> str:
    clock = f"{date.time:%H:%M}" if date.time else ""
    return f"{wording} {clock}".strip() if clock and clock not in wording else wording


def _superseded(
    found: Iterable[ChronologyEvent], held: Sequence[ChronologyEvent], returns: Sequence[ChronologyReturn]
) -> str:
    """The newest return of the line this file sends again: at least half of that line's rows are in it. "" for a file
    that is another part of the agency's account.
    """
    lines = _lines(returns)
    sizes = Counter(lines.get(event.chronology_return, "") for event in held if not event.missing_from)
    matched = Counter(lines.get(event.chronology_return, "") for event in found)
    best = max((line for line in matched if line), key=lambda line: matched[line], default="")
    if not best or matched[best] * 2 < sizes[best]:
        return ""
    newest = [sent for sent in returns if lines.get(sent.uid) == best]
    return max(newest, key=lambda sent: sent.version).uid


def _lines(returns: Sequence[ChronologyReturn]) -> dict[str, str]:
    """Uid of each return -> uid of the first of the line in which each supersedes the one before."""
    before = {sent.uid: sent.supersedes for sent in returns}
    lines = {}
    for uid in before:
        first, seen = uid, {uid}
        while (earlier := before.get(first, "")) and earlier in before and earlier not in seen:
            first = earlier
            seen.add(first)
        lines[uid] = first
    return lines


def _list_missing(
    resent: Resent, found: set[str], held: Sequence[ChronologyEvent], returns: Sequence[ChronologyReturn]
) -> None:
    lines = _lines(returns)
    line = lines[resent.supersedes]
    gone = [e for e in held if e.uid not in found and lines.get(e.chronology_return) == line]
    resent.missing += [MissingRow(e.uid, e.ref, e.sheet, e.row) for e in gone if not e.missing_from]
    if resent.missing:
        count = len(resent.missing)
        resent.notes.append(
            f"{count} row(s) of the earlier return are not in this file. Their events are kept, and marked."
        )
