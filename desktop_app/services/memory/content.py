"""A remembered review to and from the text that the memory file keeps."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from typing import Any

from desktop_app.domain.remembered import (
    RememberedFinding,
    RememberedPart,
    RememberedRecommendation,
    RememberedReview,
)

_PERSON = b"candour learning"  # 16 bytes: keeps these ids apart from any other sum of the same uid


def public_id(uid: str) -> str:
    """An id that stays the same wherever the record is told of, and from which its random uid cannot be found."""
    return hashlib.blake2b(uid.encode(), digest_size=16, person=_PERSON).hexdigest()


def written(review: RememberedReview) -> str:
    plain = dataclasses.asdict(review) | {"added": review.added.isoformat()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def read(content: str) -> RememberedReview:
    """Raises ValueError, KeyError or TypeError for what `written` did not write."""
    plain: dict[str, Any] = json.loads(content)
    plain["added"] = dt.date.fromisoformat(plain["added"])
    plain["findings"] = tuple(RememberedFinding(**one) for one in plain["findings"])
    plain["recommendations"] = tuple(_recommendation(one) for one in plain["recommendations"])
    plain["allowed"] = tuple(plain["allowed"])
    return RememberedReview(**plain)


def _recommendation(plain: dict[str, Any]) -> RememberedRecommendation:
    plain["parts"] = tuple(RememberedPart(**part) for part in plain["parts"])
    plain["findings"] = tuple(plain["findings"])
    return RememberedRecommendation(**plain)
