"""What a title says about which of several people is meant: sex, profession, and that children seldom have one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.domain.people import RegisterEntry

_BEFORE = re.compile(
    r"(?:(?<=\s)|(?<=[(“\"‘'|])|^)(Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof(?:essor)?|Sir|Dame|PC|WPC|PCSO|DC|DS|DI|DCI|Sgt"
    r"|Sergeant|Insp(?:ector)?"
    r"|Constable|Cllr|Rev(?:d|erend)?|Nurse|Auntie|Aunty|Aunt|Uncle|Nan|Nana|Gran|Granny|Grandad|Grandma|Grandpa|Coach"
    r"|mr|mrs|ms|miss|dr|MR|MRS|MS|MISS|DR)\.?[ \u00a0]+$"
)
_FEMALE = re.compile(
    r"\b(?:(?:step|grand|foster |god)?mother|mum|sister|aunt|auntie|wife|daughter|girl|woman|nan|niece|girlfriend)\b"
)
_MALE = re.compile(
    r"\b(?:(?:step|grand|foster |god)?father|dad|brother|uncle|husband|son|boy|man|grandad|nephew|boyfriend)\b"
)
_CHILD = re.compile(
    r"\b(?:child|sibling|brother|sister|subject|son|daughter|young person|pupil|baby|boy|girl|infant)\b"
)
_DOCTOR = re.compile(r"\b(?:gp|doctor|psychiatrist|psychologist|paediatrician|consultant|registrar|surgeon|dr)\b")
_POLICE = re.compile(r"\b(?:police|officer|detective|sergeant|constable|pc|dc|inspector|pcso)\b")
_WANTS = {
    **dict.fromkeys(("mr", "sir", "uncle", "grandad", "grandpa"), _MALE),
    **dict.fromkeys(
        ("mrs", "ms", "miss", "dame", "auntie", "aunty", "aunt", "nan", "nana", "gran", "granny", "grandma"), _FEMALE
    ),
    **dict.fromkeys(("dr", "doctor", "prof", "professor"), _DOCTOR),
    **dict.fromkeys(
        ("pc", "wpc", "pcso", "dc", "ds", "di", "dci", "sgt", "sergeant", "insp", "inspector", "constable"), _POLICE
    ),
}


def title_before(text: str, start: int) -> tuple[int, str]:
    """(where the title begins, the title in lower case) when one stands just before `start`, else (`start`, "")."""
    match = _BEFORE.search(text[max(0, start - 14) : start])
    return (max(0, start - 14) + match.start(1), match.group(1).lower()) if match else (start, "")


def _about(entry: RegisterEntry) -> str:
    return f"{entry.role} {entry.pseudonym} {entry.descriptor} {entry.name.split()[0] if entry.name else ''}".lower()


def fits(title: str, entry: RegisterEntry) -> bool | None:
    """Does the title suit the person? None when nothing is known."""
    wanted, about = _WANTS.get(title), _about(entry)
    child = _CHILD.search(f"{entry.role} {entry.pseudonym}".lower())
    if wanted is None:
        return None
    if wanted.search(about):
        return not (child and title in ("mr", "mrs", "ms", "miss", "dr"))
    opposite = _MALE if wanted is _FEMALE else _FEMALE if wanted is _MALE else None
    if opposite is not None and opposite.search(about):
        return False
    if child and title in ("mr", "mrs", "ms", "dr", "pc", "dc"):
        return False
    return None


def meant(title: str, owners: Iterable[RegisterEntry]) -> list[RegisterEntry]:
    """The owners a title may mean: those it suits when there are any, else those it does not contradict."""
    judged = [(owner, fits(title, owner)) for owner in owners]
    return [owner for owner, good in judged if good] or [owner for owner, good in judged if good is None]
