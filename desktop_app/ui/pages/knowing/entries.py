"""What an agency knew, and what it did not, as rows of one list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.who_knew import AgencyKnew, Known
from desktop_app.ui.dates_words import day
from desktop_app.ui.widgets.record_list import Entry


def agency_entries(found: tuple[AgencyKnew, ...]) -> list[Entry]:
    said = _tr("{} known · {} not known to them")
    return [
        Entry(
            knew.agency.uid,
            knew.agency.name or knew.agency.code,
            said.format(len(knew.known), len(knew.not_known)),
            icon="eye" if knew.known else "eye-slash",
        )
        for knew in found
    ]


def event_entries(snapshot: Snapshot, knew: AgencyKnew) -> list[Entry]:
    codes = {agency.uid: agency.code for agency in snapshot.agencies}
    rows = [Entry(group=_tr("Knew by then: {}").format(len(knew.known)))]
    rows += [_known(known, codes) for known in reversed(knew.known)]
    rows.append(Entry(group=_tr("Did not know of: {}").format(len(knew.not_known))))
    rows += [_unknown(event, codes) for event in reversed(knew.not_known)]
    return rows


def _known(known: Known, codes: dict[str, str]) -> Entry:
    event = known.event
    if known.own:
        how = known.how or _tr("its own record")
    else:
        how = _tr("from {}").format(codes.get(event.agency, "")) + (f", {known.how}" if known.how else "")
    since = day(known.since) if known.sure else _tr("not surely by then")
    second = f"{event.ref} · {_tr('knew')} {since} · {how}"
    return Entry(event.uid, event.event, second, icon="check-circle", tone="good" if known.own else "accent")


def _unknown(event: ChronologyEvent, codes: dict[str, str]) -> Entry:
    second = f"{event.ref} · {in_words(event.date) or event.date.wording} · {codes.get(event.agency, '')}"
    return Entry(event.uid, event.event, second, icon="eye-slash")


def _tr(text: str) -> str:
    return QCoreApplication.translate("knowing", text)
