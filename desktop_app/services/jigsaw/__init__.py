"""The jigsaw: what readers could put together about a person, how that was weighed, and what the author enters for it.

`ledger` puts facts together over outputs, drafts and what is public; `said` puts it in sentences; `weighing` changes
records; `estimate` reckons with figures the author entered; `intruder` holds the motivated intruder's questions.
"""

from desktop_app.anonymise.jigsaw.union import Piece
from desktop_app.services.jigsaw.ledger import (
    Draft,
    Ledger,
    PersonLedger,
    facts_of,
    ledger,
    records_of,
)
from desktop_app.services.jigsaw.listed import listed
from desktop_app.services.jigsaw.said import say, say_undone
from desktop_app.services.jigsaw.weighing import add_public_fact, keep_with_reason

__all__ = [
    "Draft",
    "Ledger",
    "PersonLedger",
    "Piece",
    "add_public_fact",
    "facts_of",
    "keep_with_reason",
    "ledger",
    "listed",
    "records_of",
    "say",
    "say_undone",
]
