"""Why a house template was not used, in words a person can act on."""

from __future__ import annotations

from desktop_app.common.errors import Exit, UserError

_SAFE = "Nothing was written and the review is unchanged."


def not_a_template() -> UserError:
    return UserError(
        "The template is not a Word document that Candour can read.",
        safe=_SAFE,
        do="Open it in Word or LibreOffice, save it as .docx and try again.",
        code="template-unreadable",
        exit_code=Exit.FILE,
    )


def too_large() -> UserError:
    return UserError(
        "The template is larger than a template can be.",
        safe=_SAFE,
        do="Take out what is not letterhead or layout; pictures should be small.",
        code="template-too-large",
        exit_code=Exit.FILE,
    )


def holds(what: str, do: str) -> UserError:
    """`what` completes “The template holds …”."""
    return UserError(f"The template holds {what}.", safe=_SAFE, do=do, code="template-refused", exit_code=Exit.LOOK)


def asks_for(what: str) -> UserError:
    """`what` is how the template's own word is to be called: of its own making, so it is shown short."""
    return UserError(
        f"The template asks for something that a template may not: {what}.",
        safe=_SAFE,
        do="Only name a field, as {{ title }}, or repeat a part, as {% for section in sections %}. "
        "“candour house-template” makes one to begin with.",
        code="template-refused",
        exit_code=Exit.LOOK,
    )
