"""A picture somebody brings: its camera's data and its texts are read, where it was taken is told, pixels are not."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from desktop_app.exporters.reader import read_bytes

NAME = "Callum Draycott"


def saved(format_: str, **options: object) -> bytes:
    out = BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(out, format_, **options)
    return out.getvalue()


def camera(**tags: str) -> Image.Exif:
    exif = Image.Exif()
    exif[0x013B] = tags.get("artist", "")
    if "comment" in tags:
        exif.get_ifd(0x8769)[0x9286] = b"UNICODE\x00" + tags["comment"].encode("utf-16-be")
    if "title" in tags:
        exif[0x9C9B] = tags["title"].encode("utf-16-le") + b"\x00\x00"
    return exif


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "GIF", "TIFF", "WEBP"])
def test_a_picture_without_words_is_clean(format_: str) -> None:
    seen = read_bytes(saved(format_), "a")
    assert seen.format == format_.lower()
    if format_ in ("PNG", "JPEG"):
        assert (seen.parts, seen.findings) == ((), ())


@pytest.mark.parametrize(
    ("format_", "tag"),
    [
        *((format_, tag) for format_ in ("PNG", "JPEG", "WEBP") for tag in ("artist", "comment", "title")),
        *(("TIFF", tag) for tag in ("artist", "title")),  # the library that writes these leaves the comment out
    ],
)
def test_what_a_camera_wrote_is_read(format_: str, tag: str) -> None:
    seen = read_bytes(saved(format_, exif=camera(**{tag: NAME})), "a")
    assert any(NAME in part.text for part in seen.parts)
    assert "picture-metadata" in seen.findings


@pytest.mark.parametrize("packed", [False, True])
def test_texts_of_a_png_are_read_packed_or_not(packed: bool) -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", NAME, zip=packed)
    told.add_itxt("Title", f"{NAME} ŵ", zip=packed)
    seen = read_bytes(saved("PNG", pnginfo=told), "a")
    assert {f"Author: {NAME}", f"Title: {NAME} ŵ"} <= {part.text for part in seen.parts}


def test_where_it_was_taken_is_told() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    assert "position" in read_bytes(saved("JPEG", exif=exif), "a").findings


def test_what_stands_after_the_picture_is_read() -> None:
    for format_ in ("PNG", "JPEG"):
        seen = read_bytes(saved(format_) + b"\n" + NAME.encode(), "a")
        assert any(NAME in part.text for part in seen.parts)


def test_half_a_picture_is_read_as_far_as_it_goes() -> None:
    whole = saved("JPEG", exif=camera(artist=NAME))
    for end in range(4, 400, 7):
        read_bytes(whole[:end], "a")
