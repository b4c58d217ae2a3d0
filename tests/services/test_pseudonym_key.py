"""The one file with names in it: only when it is asked for as what it is, and only encrypted."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.output import OutputKind
from desktop_app.domain.people import Body, BodyKind, Person
from desktop_app.services.outputs import OUTPUTS
from desktop_app.services.pseudonym_key import write_pseudonym_key
from desktop_app.services.session import Session

STRONG = "marmot kestrel oblong vinegar"


@pytest.fixture
def review(session: Session) -> Session:
    session.put(
        "Add",
        Person(key="p", name="Callum Draycott", aliases=("Cal",), pseudonym="Rowan", role="subject"),
        Body(key="b", name="Thornby Academy", kind=BodyKind.SCHOOL, pseudonym="the secondary school"),
        Body(key="c", name="Eastmarch Police"),
    )
    return session


def test_it_opens_with_its_passphrase_alone_and_holds_who_is_who(review: Session, tmp_path: Path) -> None:
    target = tmp_path / "key.pdf"
    digest = write_pseudonym_key(review, target, STRONG, restricted=True)
    data = target.read_bytes()
    assert len(digest) == 64
    for name in (b"Callum", "Callum".encode("utf-16-be"), b"RESTRICTED", b"Rowan"):
        assert name not in data
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password=STRONG) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
    with pypdfium2.PdfDocument(data, password=STRONG) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    for words in ("Callum Draycott", "Cal", "Rowan", "Thornby Academy", "RESTRICTED"):
        assert words in text
    assert "Eastmarch Police" not in text, "it is named as it is, in every output"
    assert [output.kind for output in review.snapshot.outputs] == []


def test_it_is_refused_by_default_weakly_sealed_or_empty(review: Session, session: Session, tmp_path: Path) -> None:
    target = tmp_path / "key.pdf"
    for passphrase, restricted, code in (
        (STRONG, False, "restricted"),
        ("", True, "passphrase-weak"),
        ("password1", True, "passphrase-weak"),
    ):
        with pytest.raises(UserError) as refused:
            write_pseudonym_key(review, target, passphrase, restricted=restricted)
        assert refused.value.code == code
    with pytest.raises(UserError) as refused:
        write_pseudonym_key(review, tmp_path / "key.docx", STRONG, restricted=True)
    assert refused.value.code == "format-not-offered"
    assert list(tmp_path.glob("key*")) == []


def test_nothing_that_makes_outputs_makes_it() -> None:
    assert "pseudonym-key" not in {kind.value for kind in OutputKind}
    assert "pseudonym-key" not in {info.kind.value for info in OUTPUTS}
