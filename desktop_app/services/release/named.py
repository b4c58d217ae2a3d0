"""Which output somebody means: by uid, by the first digits of its hash, or as "briefing/public/3"."""

from __future__ import annotations

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot

_FEWEST = 6  # hexadecimal digits that may stand for a hash


def output_named(snapshot: Snapshot, words: str) -> Output:
    """The newest that fits: a kind, a kind and a reader, or these and a version. Raises UserError no-such-output."""
    wanted = words.strip().casefold()
    kind, _, rest = wanted.partition("/")
    reader, _, version = rest.partition("/")
    for output in reversed(snapshot.outputs):
        hashes = (output.sha256, output.final_sha256)
        if wanted == output.uid or (len(wanted) >= _FEWEST and any(h.startswith(wanted) for h in hashes if h)):
            return output
        if kind == output.kind.value and reader in ("", output.profile.value) and version in ("", str(output.version)):
            return output
    raise UserError(
        "No output of this review is called that.",
        safe="Nothing was changed.",
        do="Give its uid, its SHA-256, or KIND/PROFILE/VERSION, e.g. briefing/public/2; “candour list FILE outputs” "
        "lists them.",
        code="no-such-output",
        exit_code=Exit.USAGE,
    )
