"""Records to columns and back: the only place that knows how a field's type lies in the file.

str, int, float as they are; bool 0/1; date, datetime "YYYY-MM-DD[THH:MM:SS+00:00]"; time "HH:MM"; an enumeration's
value; a tuple of str as JSON; a `PartialDate` as JSON with `<field>_start` and `<field>_end` beside it for sorting.
"""

from __future__ import annotations

import datetime as dt
import json
import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.record import Record

Value = str | int | float | None
R = TypeVar("R", bound=Record)


class UnreadableValueError(ValueError):
    """A stored value that no version of Candour up to this one writes."""


@dataclass(frozen=True, slots=True)
class _FieldCodec:
    """How one field lies in its column. `missing` is what the field was before the column existed."""

    name: str
    sql_type: type[str] | type[int] | type[float]
    encode: Callable[[Any], Value]
    decode: Callable[[Any], Any]
    optional: bool
    missing: Callable[[], Any]
    dated: bool

    def read(self, value: Value) -> Any:
        if value is None:
            return None if self.optional else self.missing()
        return self.decode(value)


class RecordCodec(Generic[R]):
    """`columns` maps each column name to str, int or float, the uid first; rows come and go in that order."""

    def __init__(self, kind: type[R]) -> None:
        hints = get_type_hints(kind)
        self.kind = kind
        self._codecs = [_field_codec(field, hints[field.name]) for field in fields(kind)]
        self.columns: dict[str, type[str] | type[int] | type[float]] = {}
        for codec in self._codecs:
            self.columns[codec.name] = codec.sql_type
            if codec.dated:
                self.columns |= {f"{codec.name}_start": str, f"{codec.name}_end": str}

    def encode(self, record: R) -> tuple[Value, ...]:
        """The row of a record."""
        row: list[Value] = []
        for codec in self._codecs:
            value = getattr(record, codec.name)
            row.append(None if value is None else codec.encode(value))
            if codec.dated:
                row += (_date_out(value.start), _date_out(value.end))
        return tuple(row)

    def decode(self, row: Sequence[Value]) -> R:
        """The record of a row. Raises UnreadableValueError."""
        values: dict[str, Any] = {}
        at = 0
        try:
            for codec in self._codecs:
                values[codec.name] = codec.read(row[at])
                at += 3 if codec.dated else 1
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableValueError(self.kind.__name__) from error
        return self.kind(**values)


_MADE: dict[type[Record], RecordCodec[Any]] = {}


def codec_of(kind: type[R]) -> RecordCodec[R]:
    """The codec of a record type, made once."""
    if kind not in _MADE:
        _MADE[kind] = RecordCodec(kind)
    return _MADE[kind]


def _field_codec(field: Field[Any], hint: Any) -> _FieldCodec:
    optional = get_origin(hint) in (Union, types.UnionType)
    inner = next(arg for arg in get_args(hint) if arg is not type(None)) if optional else hint
    sql_type, encode, decode = _how(inner)
    return _FieldCodec(field.name, sql_type, encode, decode, optional, _default_of(field), dated=inner is PartialDate)


def _default_of(field: Field[Any]) -> Callable[[], Any]:
    if field.default_factory is not MISSING:
        return field.default_factory
    return lambda: field.default


def _how(inner: Any) -> tuple[type[str] | type[int] | type[float], Callable[[Any], Value], Callable[[Any], Any]]:
    if get_origin(inner) is tuple and get_args(inner) == (str, ...):
        return str, lambda texts: json.dumps(texts, ensure_ascii=False), lambda text: tuple(json.loads(text))
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return str, lambda member: member.value, inner
    try:
        return _PLAIN[inner]
    except KeyError:
        raise TypeError(f"no column can hold {inner!r}") from None


def _date_out(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date_in(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _time_out(time: dt.time) -> str:
    return time.strftime("%H:%M")


def _partial_out(date: PartialDate) -> str:
    plain = {
        "start": _date_out(date.start),
        "end": _date_out(date.end),
        "precision": date.precision.value,
        "wording": date.wording,
        "time": None if date.time is None else _time_out(date.time),
        "approximate": date.approximate,
        "problem": date.problem,
    }
    return json.dumps(plain, ensure_ascii=False)


def _partial_in(text: str) -> PartialDate:
    plain = json.loads(text)
    time = plain["time"]
    return PartialDate(
        _date_in(plain["start"]),
        _date_in(plain["end"]),
        Precision(plain["precision"]),
        plain["wording"],
        None if time is None else dt.time.fromisoformat(time),
        bool(plain["approximate"]),
        plain["problem"],
    )


def _same(value: Any) -> Any:
    return value


_PLAIN: dict[Any, tuple[type[str] | type[int] | type[float], Callable[[Any], Value], Callable[[Any], Any]]] = {
    str: (str, _same, _same),
    int: (int, _same, _same),
    float: (float, float, float),
    bool: (int, int, bool),
    dt.date: (str, dt.date.isoformat, dt.date.fromisoformat),
    dt.datetime: (str, dt.datetime.isoformat, dt.datetime.fromisoformat),
    dt.time: (str, _time_out, dt.time.fromisoformat),
    PartialDate: (str, _partial_out, _partial_in),
}
