"""Agencies: found by code or name, made when new, and the refs of their events."""

from __future__ import annotations

import re

from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot


def agency_called(snapshot: Snapshot, name: str) -> Agency:
    """The agency with this code or name; else a new one, with a code from its initials and the next colour."""
    wanted = name.strip().casefold()
    for agency in snapshot.agencies:
        if wanted in (agency.code.casefold(), agency.name.casefold(), agency.uid.casefold()):
            return agency
    order = max((a.order for a in snapshot.agencies), default=0) + 1
    return Agency(code=_fresh_code(snapshot, name), name=name.strip(), order=order)


def _fresh_code(snapshot: Snapshot, name: str) -> str:
    taken = {a.code for a in snapshot.agencies}
    words = [w for w in re.findall(r"[A-Za-z]+", name) if w.casefold() not in {"of", "the", "and", "for", "s"}]
    code = "".join(w[0] for w in words).upper() if len(words) > 1 else (words[0][:3].upper() if words else "AG")
    if code not in taken:
        return code
    number = 2
    while f"{code}{number}" in taken:
        number += 1
    return f"{code}{number}"


def next_ref(snapshot: Snapshot, agency: Agency) -> int:
    """The first free number for refs such as CSC-014."""
    used = [
        int(event.ref.rsplit("-", 1)[1])
        for event in snapshot.events
        if event.ref.startswith(f"{agency.code}-") and event.ref.rsplit("-", 1)[1].isdigit()
    ]
    return max(used, default=0) + 1
