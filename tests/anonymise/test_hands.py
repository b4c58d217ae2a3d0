"""Texts that two other hands wrote and nobody tuned on: what is reached there can't fall unseen.

What is promised (.96 and .92) is not met here, and is written down so in RESULTS.md; false findings are.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FIGURES = Path(__file__).resolve().parents[1] / "bench" / "figures.py"


def test_recall_and_false_findings_on_texts_by_other_hands() -> None:
    done = subprocess.run(
        [sys.executable, FIGURES, "--json", "--strangers"], capture_output=True, encoding="utf-8", check=True
    )
    row = json.loads(done.stdout)["candour"]
    assert row["direct"][0] >= 0.9 * row["direct"][1]
    assert row["quasi"][0] >= 0.89 * row["quasi"][1]
    assert row["false in 1,000 words, with identifiers"] <= 10
    assert row["false in 1,000 words, with none"] <= 6
