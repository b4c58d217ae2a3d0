"""A registered name is found however its letters are spelt, marked up or broken, and kept words free no others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.layout import located_texts
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart
from desktop_app.anonymise.squashed import SquashedNames
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.people import RegisterEntry

NAMES = ("Callum Draycott", "Draycott", "Nandakumar", "Priya Nandakumar", "Hannah Osei", "Jodie Draycott", "Callum")
FULL_WIDTH = {c: chr(ord(c) + 0xFEE0) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}
BOLD = {chr(65 + i): chr(0x1D400 + i) for i in range(26)} | {chr(97 + i): chr(0x1D41A + i) for i in range(26)}
ALPHABETS = ({"a": "а", "o": "о", "e": "е", "c": "с"}, FULL_WIDTH, BOLD, {"a": "á", "o": "ö", "u": "ū", "n": "ñ"})
JOINTS = st.sampled_from(
    ["", "", "", "\u200b", "\u00ad", "\u2060", "**", "<b>", "</b>", "<wbr>", "&shy;", "~~", "-\n", "\u2066", "\u0301"]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\u2009", " \n "])


@st.composite
def perturbed(draw: st.DrawFn, name: str) -> tuple[str, list[int]]:
    """(the name with look-alike letters, things between them and other gaps, where its own letters stand in it)."""
    alphabet = draw(st.sampled_from(ALPHABETS))
    capitals = draw(st.sampled_from([str, str.upper]))
    written, letters = "", []
    for word in capitals(name).split():
        written += draw(GAPS) if written else ""
        for number, letter in enumerate(word):
            written += draw(JOINTS) if number else ""
            letters.append(len(written))
            written += alphabet.get(letter, letter) if draw(st.booleans()) else letter
    return written, letters


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(NAMES), st.sampled_from(["", "On Monday ", "(", "“"]))
def test_no_way_of_writing_a_name_hides_it(register, data, name, before) -> None:
    written, letters = data.draw(perturbed(name))
    text = f"{before}{written} was there."
    whole, apart = SquashedNames(register).doubtful(text, register.find(text))
    covered = {i for m in (*whole, *apart) for i in range(m.start, m.end)}
    assert all(len(before) + i in covered for i in letters), text


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["Wilczek", "Zofia", "Zofia Wilczek", "Marsh Lane", "poppy wreath"]),
    st.sampled_from(["Zofia Wilczek rang.", "Wilczek rang.", "He saw Zofia.", "By Marsh Lane.", "Lee Marsh rang.",
                     "A poppy wreath.", "Poppy rang.", "Tadeusz Wilczek rang."]),
)  # fmt: skip
def test_what_is_kept_keeps_nothing_else(rendered, body_words, register, kept, text) -> None:
    """A kept surface lets its own words through and no other: not in the rendering, and not in the finished file."""
    decision = SurfaceDecision(surface=kept, choice=Choice.KEEP, reason="agreed")
    rendering = rendered(text, decisions=(decision,))
    printed = body_words(rendering)[0]
    waiting = {word for item in rendering.undecided for word in item.surface.split()}
    for name in ("Zofia", "Wilczek", "Tadeusz", "Lee", "Marsh", "Poppy"):
        if name in printed.split() and name not in kept.split():
            assert name in waiting, (kept, printed)
    if rendering.anonymised is not None:
        words = "\n".join(located.text.words for located in located_texts(rendering.anonymised.document))
        leak = (FilePart("page 1", f"{words}\nTadeusz Wilczek and Lee Marsh"),)
        assert check_parts(leak, register, rendering.anonymised.allowed, load_profile("public"))


@given(st.permutations(["Callum Draycott", "Callum", "Draycott", "C. Draycott"]))
def test_the_longest_name_is_exchanged_whole_in_whatever_order(order) -> None:
    register = Register((RegisterEntry("p", "person", "Callum Draycott", tuple(order), "Rowan"),))
    (match,) = register.find("Then Callum Draycott left.")
    assert (match.start, match.end, match.auto) == (5, 20, True)
