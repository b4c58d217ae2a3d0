"""How long is left for a question; the time of day where nobody set a time."""

from __future__ import annotations

import datetime as dt


class AgendaClock:
    """`started`: the monotonic second in which a question was first shown."""

    def __init__(self) -> None:
        self._started: dict[str, float] = {}

    def show(self, question: str, second: float) -> None:
        """Going back to a question goes on with its time."""
        self._started.setdefault(question, second)

    def seconds_left(self, question: str, minutes: int, second: float) -> int | None:
        """Below zero when it is over; None without a time."""
        if not minutes:
            return None
        return round(minutes * 60 - (second - self._started.get(question, second)))


def in_figures(seconds: int) -> str:
    """ "12:40", without a sign."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{minutes}:{rest:02d}"


def time_of_day(now: dt.datetime) -> str:
    return f"{now:%H:%M}"
