"""How strong a passphrase is, said in words. The judgement is zxcvbn's; there is no bare rule to satisfy."""

from __future__ import annotations

LONGEST_JUDGED = 72  # zxcvbn's own limit; more can only be stronger


def passphrase_strength(text: str) -> tuple[str, str]:
    """("weak" | "fair" | "strong", a sentence about it)."""
    if not text:
        return "weak", "Four or five unrelated words are easy to remember and hard to guess."
    from zxcvbn import zxcvbn

    result = zxcvbn(text[:LONGEST_JUDGED])
    advice = " ".join(filter(None, [result["feedback"]["warning"]])).strip()
    if result["guesses_log10"] < 9:
        return "weak", advice or "A determined guesser could find this. Add another unrelated word or two."
    if result["guesses_log10"] < 12:
        return "fair", advice or "Reasonable. One more unrelated word makes it strong."
    return "strong", "Strong, if it is not used anywhere else and is not a saying."
