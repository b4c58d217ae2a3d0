"""Every pair of roles that meet on the screen can be read; what is drawn can be told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.contrast import GRAPHIC_MINIMUM, GRAPHIC_PAIRS, TEXT_MINIMUM, TEXT_PAIRS, ratio
from desktop_app.ui.theme.icons import glyph, paint_icon
from desktop_app.ui.theme.lines import fitted_lines
from desktop_app.ui.theme.roles import AGENCIES, ROLES, Scheme, agency_look
from desktop_app.ui.theme.stylesheet import stylesheet
from desktop_app.ui.theme.theme import Theme


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_are_readable(scheme: Scheme, words: str, ground: str) -> None:
    assert ratio(ROLES[scheme][words], ROLES[scheme][ground]) >= TEXT_MINIMUM


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("shape", "ground"), GRAPHIC_PAIRS)
def test_shapes_with_meaning_are_seen(scheme: Scheme, shape: str, ground: str) -> None:
    assert ratio(ROLES[scheme][shape], ROLES[scheme][ground]) >= GRAPHIC_MINIMUM


@pytest.mark.parametrize("scheme", list(Scheme))
def test_agency_swatches_are_seen_on_every_ground(scheme: Scheme) -> None:
    for colour in AGENCIES[scheme]:
        for ground in ("surface", "window", "sunken", "hover", "soft"):
            assert ratio(colour, ROLES[scheme][ground]) >= GRAPHIC_MINIMUM, (colour, ground)


@given(st.integers(min_value=0, max_value=0xFFFFFF), st.integers(min_value=0, max_value=0xFFFFFF))
def test_contrast_is_the_same_both_ways_and_within_bounds(a: int, b: int) -> None:
    one, two = f"#{a:06X}", f"#{b:06X}"
    assert ratio(one, two) == ratio(two, one)
    assert 1 <= ratio(one, two) <= 21
    assert ratio(one, one) == 1


def test_no_two_of_the_first_sixty_four_agencies_look_alike() -> None:
    looks = [agency_look(order) for order in range(1, 65)]
    assert len(set(looks)) == 64


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [100, 200])
def test_the_style_sheet_leaves_no_role_unfilled(scheme: Scheme, scale: int) -> None:
    assert "$" not in stylesheet(Theme(scheme, scale))


def test_scale_grows_type_and_sizes_alike(qapp: QApplication) -> None:
    small, large = Theme(scale=100), Theme(scale=200)
    assert large.font("body").pointSizeF() == 2 * small.font("body").pointSizeF()
    assert large.px(32) == 2 * small.px(32)
    assert large.px(0) == 0
    assert small.font("small").pointSizeF() >= 10


def test_the_face_has_welsh_letters(qapp: QApplication) -> None:
    apply(qapp, Theme())
    from PySide6.QtGui import QRawFont

    raw = QRawFont.fromFont(Theme().font())
    assert raw.familyName() == "FiraGO"
    assert all(raw.supportsCharacter(ord(letter)) for letter in "ŵŷẁẃỳŴŶ–’“”…→")


def test_an_icon_is_drawn_in_its_colour(qapp: QApplication) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, QRect(4, 4, 32, 32), "lock-key", QColor("#17576F"))
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert "#17576f" in colours


def test_an_unknown_icon_is_our_fault() -> None:
    with pytest.raises(KeyError):
        glyph("no-such-icon")


def test_lines_are_elided_only_when_they_must_be(qapp: QApplication) -> None:
    font = Theme().font()
    assert fitted_lines("short", font, 400, 2) == ["short"]
    long = fitted_lines("word " * 60, font, 200, 2)
    assert len(long) == 2
    assert long[-1].endswith("…")
    assert fitted_lines("", font, 200, 2) in ([], [""])
