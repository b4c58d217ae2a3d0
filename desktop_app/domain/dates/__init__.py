"""Dates as people write them: one grammar in, one way of printing out."""

from desktop_app.domain.dates.clock import read_time
from desktop_app.domain.dates.order import DayOrder, could_be_either, order_evidence
from desktop_app.domain.dates.print import coarsen, day_in_words, in_words
from desktop_app.domain.dates.read import read_date
from desktop_app.domain.dates.state import State, cannot_be, names_no_day, state_of

__all__ = [
    "DayOrder",
    "State",
    "cannot_be",
    "coarsen",
    "could_be_either",
    "day_in_words",
    "in_words",
    "names_no_day",
    "order_evidence",
    "read_date",
    "read_time",
    "state_of",
]
