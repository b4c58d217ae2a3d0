"""Every word of `candour export` with every kind: written whole, or refused with what to do, and nothing left over."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import exporting
from desktop_app.cli.exporting_words import FORMATS
from desktop_app.cli.main import run
from desktop_app.cli.words.command import PROFILES
from desktop_app.cli.words.outputs import OUTPUT_KINDS
from desktop_app.common.errors import Exit
from desktop_app.domain.release import Status
from desktop_app.services.output_kinds import OUTPUTS
from desktop_app.services.sample import make_sample
from desktop_app.services.session import Session

SECRET = "otter velvet cumulus brig"
Said = dict[str, Any]
Export = Callable[..., tuple[int, Said]]
OFFERED = {info.kind.value: info.formats for info in OUTPUTS}
WITH_READER = list(zip(OUTPUT_KINDS, cycle(PROFILES), strict=False))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session, _ = make_sample(tmp_path_factory.mktemp("words") / "s.review", SECRET)
    yield session
    session.close()


@pytest.fixture
def export(
    opened: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Export:
    """The command, run here on a review that is open already; its code, and what it says as JSON."""
    monkeypatch.setattr(exporting, "opened", lambda _args: nullcontext(opened))
    monkeypatch.chdir(tmp_path)

    def done(kind: str, *words: str, profile: str = "public", to: str = "o.docx") -> tuple[int, Said]:
        code = run(["export", "s.review", "--output", kind, "--profile", profile, "--to", to, "--json", *words])
        said: Said = json.loads(capsys.readouterr().out)
        written = [path for path in tmp_path.iterdir() if path.name not in ("house.docx", "other.txt")]
        assert [path.name for path in written] == ([to] if code == Exit.DONE else []), "all of it, or nothing"
        if code not in (Exit.DONE, Exit.LOOK):
            assert all(said[key] for key in ("code", "what", "safe", "do")), said
        return code, said

    return done


@pytest.mark.parametrize(("kind", "profile"), WITH_READER)
def test_a_kind_is_written_or_says_what_stands_in_its_way(
    export: Export, opened: Session, kind: str, profile: str
) -> None:
    code, said = export(kind, "--as-at", "2026-05-15", "--by", "Lead reviewer", profile=profile)
    assert code == (Exit.DONE if said["written"] else Exit.LOOK)
    assert said["written"] is not bool(said["blocked"])
    if said["written"]:
        assert len(said["sha256"]) == 64
        (step,) = [s for s in opened.snapshot.release_steps if s.output == opened.snapshot.outputs[-1].uid]
        assert (step.status, step.role) == (Status.DRAFT, "Lead reviewer")


def test_the_log_can_be_written_after_something_was(export: Export) -> None:
    """Its table of sums is headed by a word that has the shape of a code."""
    assert export("non-involvement")[0] == Exit.DONE
    Path("o.docx").unlink()
    assert export("anonymisation-log")[0] == Exit.DONE


@pytest.mark.parametrize("kind", OUTPUT_KINDS)
def test_a_format_that_is_not_made_is_refused(export: Export, kind: str) -> None:
    for wanted in set(FORMATS) - set(OFFERED[kind]):
        code, said = export(kind, "--format", wanted, to=f"o.{wanted}")
        assert (code, said["code"]) == (Exit.USAGE, "format-not-offered")
        assert OFFERED[kind][0] in said["what"] + said["do"]


@pytest.mark.parametrize("kind", OUTPUT_KINDS)
def test_a_shape_that_is_not_made_is_refused(export: Export, kind: str) -> None:
    code, said = export(kind, "--preset", "round")
    assert (code, said["code"]) == (Exit.USAGE, "unknown-preset")
    code, said = export(kind, "--agency", "Nobody")
    assert (code, said["code"]) == (Exit.USAGE, "unknown-agency")
    assert ("POL" in said["do"]) is (kind in ("action-plan", "letter-agency"))


@pytest.mark.parametrize(
    ("words", "to", "refusal", "exit_code"),
    [
        (("--as-at", "2026-02-30"), "o.pdf", "bad-date", Exit.USAGE),
        (("--format", "docx"), "o.pdf", "format-and-name-differ", Exit.USAGE),
        ((), "o.odt", "format-and-name-differ", Exit.USAGE),
        (("--restricted",), "o.pdf", "words-in-vain", Exit.USAGE),
        (("--template", "house.docx"), "o.pdf", "template-is-word", Exit.USAGE),
        (("--template", "house.docx", "--format", "xlsx"), "o", "template-is-word", Exit.USAGE),
        (("--template", "nowhere.docx"), "o.docx", "not-found", Exit.OUTSIDE),
        (("--template", "other.txt"), "o.docx", "template-unreadable", Exit.FILE),
        ((), "nowhere/o.pdf", "not-found", Exit.OUTSIDE),
        ((), "o.review", "target-is-a-review", Exit.USAGE),
    ],
)
def test_words_that_do_not_go_together(
    export: Export, words: tuple[str, ...], to: str, refusal: str, exit_code: Exit
) -> None:
    Path("other.txt").write_text("no template")
    code, said = export("briefing", *words, to=to)
    assert (code, said["code"]) == (exit_code, refusal)


def test_the_pseudonym_key_takes_no_word_in_vain(export: Export) -> None:
    code, said = export("pseudonym-key", "--agency", "POL", "--by", "Chair", to="k.pdf")
    assert (code, said["code"]) == (Exit.USAGE, "words-in-vain")
    assert "--agency and --by" in said["what"] + said["do"]


@pytest.mark.parametrize("agency", ["POL", "Eastmarch Police"])
def test_a_plan_for_one_agency_and_none_for_one_without_actions(export: Export, agency: str) -> None:
    assert export("action-plan", "--agency", agency, "--preset", "tracker", profile="partner")[0] == Exit.DONE
    Path("o.docx").unlink()
    code, said = export("action-plan", "--agency", "GP", profile="partner")
    assert (code, said["code"]) == (Exit.USAGE, "no-actions")
