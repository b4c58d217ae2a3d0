"""A partnership's own Word template: kept with the review, found again for what was made in it, one to begin with."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.regular_file import read_regular
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.house_template import HouseTemplate
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.deliver import deliver
from desktop_app.exporters.house.cleaned import LARGEST_FILE, Cleaned
from desktop_app.exporters.house.refusals import not_a_template, too_large
from desktop_app.services.session import Session

_SAFE = "Nothing was written and the review is unchanged."


def read_template(path: Path) -> HouseTemplate:
    """The file at `path`, taken apart and cleaned.

    Raises UserError not-found, template-unreadable, template-too-large, template-refused, not-a-file.
    """
    from desktop_app.exporters.house.cleaning import clean

    try:
        data = read_regular(path, LARGEST_FILE, safe=_SAFE)
    except FileNotFoundError as error:
        raise UserError(
            f"There is no file called “{path.name}” there.",
            safe=_SAFE,
            do="Look at the name, or make a template to begin with: “candour house-template --to HOUSE.docx”.",
            code="not-found",
            exit_code=Exit.OUTSIDE,
        ) from error
    except OSError as error:
        raise not_a_template() from error
    if len(data) > LARGEST_FILE:
        raise too_large()
    template = clean(data)
    return HouseTemplate(
        packed=base64.b64encode(template.data).decode("ascii"),
        sha256=hashlib.sha256(template.data).hexdigest(),
        pictures=tuple(sorted(template.pictures)),
    )


def keep_template(session: Session, path: Path) -> tuple[ChangeSet | None, HouseTemplate]:
    """Keep it for this review, and say which it is; one that is kept already is not kept twice."""
    read = read_template(path)
    held = next((one for one in session.snapshot.house_templates if one.sha256 == read.sha256), None)
    if held is not None:
        return None, held
    return session.put("Keep a house template", read), read


def newest_template(snapshot: Snapshot) -> HouseTemplate | None:
    """The one kept last; earlier ones stay for the outputs that were made in them."""
    return snapshot.house_templates[-1] if snapshot.house_templates else None


def template_called(snapshot: Snapshot, sha256: str) -> Cleaned | None:
    """The template with this sum, ready to be filled; None for "". Raises UserError template-gone."""
    if not sha256:
        return None
    held = next((one for one in snapshot.house_templates if one.sha256 == sha256), None)
    if held is None:
        raise UserError(
            "The template that this was made in is not kept with the review any more.",
            safe=_SAFE,
            do="Make a new draft, in the template you have.",
            code="template-gone",
            exit_code=Exit.LOOK,
        )
    return Cleaned(base64.b64decode(held.packed), frozenset(held.pictures))


def write_starter(target: Path) -> None:
    """A template with every field in it and a word on each, to be dressed in Word. Raises what `deliver` raises."""
    from desktop_app.exporters.house.starter import starter

    deliver(starter(), target)
