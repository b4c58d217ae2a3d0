"""Every record type comes back from the file as it went in."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import family_types
from desktop_app.storage import records, schema
from desktop_app.storage.codec import RecordCodec, UnreadableValueError, codec_of
from desktop_app.storage.driver import Database, open_keyed
from desktop_app.storage.migrations import migrate

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TIME = st.times().map(lambda time: time.replace(second=0, microsecond=0))
DATE_OR_NONE = st.none() | st.dates()
PARTIAL = st.builds(
    PartialDate, DATE_OR_NONE, DATE_OR_NONE, st.sampled_from(Precision), TEXT, st.none() | TIME, st.booleans(), TEXT
)
INT64 = st.integers(-(2**63), 2**63 - 1)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: INT64,
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    dt.date: st.dates(),
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)),
    dt.time: TIME,
    PartialDate: PARTIAL,
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*(st.none() if arg is type(None) else values(arg) for arg in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(TEXT, max_size=4).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return PLAIN[hint]


def any_record(kind: type[Record]) -> st.SearchStrategy[Record]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in fields(kind)})


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = open_keyed(tmp_path_factory.mktemp("codec") / "x.db", b"k" * 32, b"s" * 16, create=True)
    migrate(made)
    yield made
    made.close()


@pytest.mark.parametrize("kind", family_types().values(), ids=family_types())
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_round_trip(db: Database, kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(any_record(kind))
    with db.atomic():
        changed = records.put(db, [record], "desk")
        assert changed == {(schema.family_of(kind), record.uid)}
        assert records.read_one(db, kind, record.uid) == record
        assert record in records.read_all(db, kind)
        assert records.put(db, [record], "desk") == set(), "stored already exactly so"
        db.execute(f"DELETE FROM {schema.family_of(kind)}")


def test_no_field_takes_the_name_of_a_housekeeping_column() -> None:
    for kind in family_types().values():
        columns = codec_of(kind).columns
        assert not set(schema.HOUSEKEEPING) - {"uid"} & set(columns)
        assert len({name.lower() for name in columns}) == len(columns), "SQL does not tell case apart"
        assert len(columns) + len(schema.HOUSEKEEPING) < 60, "json_object in the undo triggers takes two a column"


def test_an_imprecise_date_can_be_sorted_by_sql(db: Database) -> None:
    date = PartialDate(dt.date(2020, 1, 1), dt.date(2020, 1, 31), Precision.MONTH, "Jan 2020")
    with db.atomic():
        records.put(db, [ChronologyEvent(uid="e", date=date)], "desk")
    found = db.conn.execute("SELECT date_start, date_end FROM events WHERE uid = 'e'").fetchone()
    assert found == ("2020-01-01", "2020-01-31")


def test_a_column_that_an_old_file_lacks_reads_as_the_default() -> None:
    codec = codec_of(ChronologyEvent)
    row = [None] * len(codec.columns)
    row[0] = "e"
    assert codec.decode(row) == ChronologyEvent(uid="e")


@pytest.mark.parametrize(("field", "value"), [("significance", "vital"), ("people", "not json"), ("date", "{}")])
def test_values_of_a_later_version_are_told(field: str, value: str) -> None:
    codec = codec_of(ChronologyEvent)
    row = list(codec.encode(ChronologyEvent(uid="e")))
    row[list(codec.columns).index(field)] = value
    with pytest.raises(UnreadableValueError):
        codec.decode(row)


def test_half_a_character_is_refused(db: Database) -> None:
    with pytest.raises(UserError) as caught:
        records.put(db, [ChronologyEvent(event="\ud800")], "desk")
    assert caught.value.code == "not-text"
    with pytest.raises(UserError):
        records.put(db, [ChronologyEvent(uid="\ud800")], "desk")


def test_a_field_of_a_type_no_column_holds_is_a_mistake_of_ours() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Record):
        path: Path = Path()

    with pytest.raises(TypeError):
        RecordCodec(Odd)
