"""An output in the partnership's own template goes through the gate like any other, and can be made again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from desktop_app.common.errors import UserError
from desktop_app.common.progress import NoProgress
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.review import Narrative
from desktop_app.services.house_template import keep_template, newest_template, read_template, write_starter
from desktop_app.services.outputs import export
from desktop_app.services.release.approving import final_bytes
from desktop_app.services.session import Session

BRIEFING, PUBLIC = OutputKind.BRIEFING, ProfileName.PUBLIC


@pytest.fixture
def review(session: Session) -> Session:
    session.put(
        "Add",
        Person(key="p", name="Callum Draycott", pseudonym="Rowan", role="subject"),
        Narrative(key="about", text="Callum Draycott was missing."),
    )
    return session


def _house(path: Path, *words: str, style: str = "") -> Path:
    word = docx.Document()
    word.core_properties.author = "Jane Bloggs"
    for said in (*words, "{{ title }}", "{{p body }}"):
        word.add_paragraph(said)
    if style:
        word.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    word.save(str(path))
    return path


def test_it_is_written_recorded_and_can_be_approved_from_what_is_kept(review: Session, tmp_path: Path) -> None:
    _, kept = keep_template(review, _house(tmp_path / "house.docx"))
    assert keep_template(review, tmp_path / "house.docx") == (None, kept), "kept once"
    assert newest_template(review.snapshot) == kept
    result = export(review, BRIEFING, PUBLIC, "docx", tmp_path / "o.docx", template=kept.sha256)
    assert result.written, result.blocked
    said = [p.text for p in docx.Document(str(tmp_path / "o.docx")).paragraphs]
    assert "Rowan was missing." in said
    assert b"Bloggs" not in (tmp_path / "o.docx").read_bytes()
    (output,) = review.snapshot.outputs
    assert output.template == kept.sha256
    (tmp_path / "house.docx").unlink()
    _, made = final_bytes(review.snapshot, output, NoProgress())
    final = [p.text for p in docx.Document(BytesIO(made.data)).paragraphs]
    assert "Rowan was missing." in final


def test_names_in_the_template_block_it_wherever_they_hide(review: Session, tmp_path: Path) -> None:
    for path in (
        _house(tmp_path / "words.docx", "In memory of Callum Draycott"),
        _house(tmp_path / "style.docx", style="Callum Draycott heading"),
        _house(tmp_path / "stranger.docx", "Written by Bridget Oakhanger"),
    ):
        _, kept = keep_template(review, path)
        result = export(review, BRIEFING, PUBLIC, "docx", tmp_path / "o.docx", template=kept.sha256)
        assert not result.written
        assert result.read_back
        assert not (tmp_path / "o.docx").exists()


def test_only_word_files_are_set_in_it_and_one_that_is_gone_is_told(review: Session, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        export(review, BRIEFING, PUBLIC, "pdf", tmp_path / "o.pdf", template="0" * 64)
    assert refused.value.code == "format-not-offered"
    with pytest.raises(UserError) as refused:
        export(review, BRIEFING, PUBLIC, "docx", tmp_path / "o.docx", template="0" * 64)
    assert refused.value.code == "template-gone"


def test_the_starter_can_be_used_as_it_is(review: Session, tmp_path: Path) -> None:
    write_starter(tmp_path / "start.docx")
    _, kept = keep_template(review, tmp_path / "start.docx")
    result = export(review, BRIEFING, PUBLIC, "docx", tmp_path / "o.docx", template=kept.sha256)
    assert result.written, result.blocked


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.docx"):
        with pytest.raises(UserError):
            read_template(path)
