"""How much of the jigsaw waits for the author, for pages that only say so and lead there."""

from __future__ import annotations

from desktop_app.domain.output import ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.ledger import ledger


def warnings_waiting(snapshot: Snapshot) -> int:
    """Warnings without a reason, over everybody who was given an output; one that several readers meet counts once."""
    if not (snapshot.outputs or snapshot.public_facts):
        return 0
    readers = {ProfileName.PUBLIC, *(output.profile for output in snapshot.outputs)}
    return len({said for reader in readers for said in ledger(snapshot, reader).warnings})


def say_waiting(number: int) -> str:
    """ "2 combinations of facts could show who somebody is." """
    said = "1 combination of facts" if number == 1 else f"{number} combinations of facts"
    return f"{said} told in outputs could show who somebody is."
