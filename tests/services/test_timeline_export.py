"""The timeline as a file, the picture too: through the same renderer, and the same check on what was made."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Agency, Body, BodyKind, Person
from desktop_app.exporters import picture
from desktop_app.exporters.picture import pictured
from desktop_app.exporters.reader import read_bytes
from desktop_app.services.outputs import export
from desktop_app.services.session import Session

PUBLIC = ProfileName.PUBLIC


@pytest.fixture
def timed(session: Session) -> Session:
    school = "Thornby Academy"
    session.put(
        "Add",
        Agency(uid="sch", code="SCH", name=school, order=1),
        Body(key="b-sch", name=school, kind=BodyKind.SCHOOL, pseudonym="the secondary school"),
        Person(key="p-callum", name="Callum Draycott", pseudonym="Rowan", role="subject"),
        *(
            ChronologyEvent(
                ref=f"SCH-{n:03}",
                agency="sch",
                date=read_date(when),
                event="Callum Draycott was seen at school.",
                significance=Significance.KEY,
            )
            for n, when in enumerate(("7 May 2024", "early June 2024", "9 October 2025"))
        ),
    )
    return session


def test_a_picture_is_made_of_pages_that_were_read_back(timed: Session, tmp_path: Path) -> None:
    result = export(timed, OutputKind.TIMELINE, PUBLIC, "png", tmp_path / "t.png")
    assert result.written, result.blocked
    with Image.open(tmp_path / "t.png") as made:
        assert made.format == "PNG"
        assert made.width > 1_000
        assert not made.info, "no property says anything"
    assert timed.snapshot.outputs[-1].format == "png"


def test_no_picture_is_made_while_a_word_waits(timed: Session, tmp_path: Path) -> None:
    event = ChronologyEvent(
        ref="SCH-009",
        agency="sch",
        date=read_date("8 May 2024"),
        event="Seen with Zbigniew Wojciechowski at 14 Marsh Lane.",
        significance=Significance.KEY,
    )
    timed.put("Add", event)
    result = export(timed, OutputKind.TIMELINE, PUBLIC, "png", tmp_path / "t.png")
    assert not result.written
    assert result.blocked
    assert not (tmp_path / "t.png").exists()


def test_a_leak_in_the_pages_is_no_picture_either(
    timed: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check on finished bytes is the last gate, for a picture as for the rest."""
    from desktop_app.services import output_bytes

    real = output_bytes.build
    monkeypatch.setattr(
        output_bytes, "build", lambda *args, **kwargs: real(*args, **{**kwargs, "footer_note": "Draycott"})
    )
    monkeypatch.setattr(output_bytes, "_own_words", lambda *_args: iter(()))
    result = export(timed, OutputKind.TIMELINE, PUBLIC, "png", tmp_path / "t.png")
    assert not result.written
    assert not (tmp_path / "t.png").exists()


def test_the_lane_of_a_school_has_its_public_name(timed: Session, tmp_path: Path) -> None:
    result = export(timed, OutputKind.TIMELINE, PUBLIC, "pdf", tmp_path / "t.pdf")
    assert result.written, result.blocked
    parts = read_bytes((tmp_path / "t.pdf").read_bytes(), "t.pdf").parts
    said = " ".join(" ".join(part.text for part in parts).split())
    assert said.count("he secondary school") >= 4, "in the lane, and in every row"
    assert "Thornby" not in said


def test_only_the_timeline_is_made_as_a_picture(timed: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        export(timed, OutputKind.BRIEFING, PUBLIC, "png", tmp_path / "b.png")
    assert caught.value.code == "format-not-offered"


def test_too_many_pages_for_a_picture_are_refused(
    timed: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "_MOST_PAGES", 0)
    with pytest.raises(UserError) as caught:
        export(timed, OutputKind.TIMELINE, PUBLIC, "png", tmp_path / "t.png")
    assert caught.value.code == "picture-too-long"
    assert not (tmp_path / "t.png").exists()


def test_pages_stand_one_below_the_other() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(200, 100))
    for grey in (0.0, 1.0):
        canvas.setFillGray(grey)
        canvas.rect(0, 0, 200, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    with Image.open(BytesIO(pictured(out.getvalue()))) as made:
        assert made.height > made.width * 0.9
        assert made.getpixel((10, 10)) == (0, 0, 0)
        assert made.getpixel((10, made.height - 10)) == (255, 255, 255)
