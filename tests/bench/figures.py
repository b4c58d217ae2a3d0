"""Entity recall, token precision and false findings of one or several recognisers, on text nobody tuned on.

    python tests/bench/figures.py                      Candour on the held-out texts
    python tests/bench/figures.py candour presidio     beside a peer (see peers.py)
    python tests/bench/figures.py --tab FILE           also on a file of the Text Anonymization Benchmark
    python tests/bench/figures.py --tuned              on the texts that were tuned on
    python tests/bench/figures.py --varied             on texts in another manner; --biographies on biographies
    python tests/bench/figures.py --hands              by four other hands; --strangers, --fresh by two more each
    python tests/bench/figures.py --json               one JSON document

What is missed is not printed: whoever reads it may no longer call the texts held out.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from marked import Case, Gold, read_cases
from peers import PEERS, Find
from scoring import Score, covered, said, score


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("peers", nargs="*", choices=[[], *PEERS], default=[])
    parser.add_argument("--tab", type=Path)
    parser.add_argument("--tuned", action="store_true")
    parser.add_argument("--varied", dest="of", action="store_const", const="varied_", default="")
    parser.add_argument("--hands", dest="of", action="store_const", const="hands_")
    parser.add_argument("--strangers", dest="of", action="store_const", const="strangers_")
    parser.add_argument("--fresh", dest="of", action="store_const", const="fresh_")
    parser.add_argument("--biographies", dest="of", action="store_const", const="biographies_")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    half = f"{asked.of}{'dev' if asked.tuned else 'held_out'}"
    plain = "" if asked.of == "biographies_" else f"{half}_plain"  # a biography is of somebody
    names = (half, plain)
    peers = asked.peers or ["candour"]
    rows = {peers[0]: _row(peers[0], names, asked.tab)} if len(peers) == 1 else {p: _apart(p) for p in peers}
    if asked.json:
        print(json.dumps(rows))
        return
    for peer, row in rows.items():
        print(f"\n{peer}")
        for what, value in row.items():
            print(f"  {what}: {value if not isinstance(value, list) else said(*value)}")


def _row(peer: str, names: tuple[str, str], tab: Path | None) -> dict[str, Any]:
    started = time.perf_counter()
    find = PEERS[peer]()
    find("Warm up.")
    row = {"start, s": round(time.perf_counter() - started, 2), **_measured(find, *names)}
    if tab:
        row |= _judgments(find, json.loads(tab.read_text("utf-8")))
    return {**row, "memory, MB": _peak_memory()}


def _peak_memory() -> int:
    """MB of this program alone: Linux hands `ru_maxrss` down from the process that started it, VmHWM not."""
    own = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    if own is None:
        raise RuntimeError("the system does not tell a process its peak memory")
    return int(own[1]) // 1024


def _apart(peer: str) -> dict[str, Any]:
    """In a process of its own, so that memory and start are its own."""
    words = [word for word in sys.argv[1:] if word not in PEERS and word != "--json"]
    done = subprocess.run(
        [sys.executable, __file__, peer, "--json", *words], capture_output=True, encoding="utf-8", check=True
    )
    rows: dict[str, dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return rows[peer]


def _measured(find: Find, annotated: str, plain: str) -> dict[str, Any]:
    cases, nobody = read_cases(f"{annotated}.txt"), read_cases(f"{plain}.txt") if plain else []
    total, empty = score(cases, find), score(nobody, find)
    texts = [case.text for case in cases] * 3
    started = time.process_time()
    for text in texts:
        find(text)
    pace = sum(map(len, texts)) / (time.process_time() - started)
    return {
        "direct": list(total.direct),
        "quasi": list(total.quasi),
        "token precision": [total.right, total.right + total.wrong],
        "false in 1,000 words, with identifiers": _rate(total),
        "false in 1,000 words, with none": _rate(empty),
        "characters a second of CPU": round(pace),
        **dict(sorted(total.kinds.items())),
    }


def _rate(total: Score) -> float:
    return round(1000 * total.false / max(1, total.words), 1)


def _judgments(find: Find, documents: list[dict[str, Any]]) -> dict[str, Any]:
    """Micro-average over annotators, as the benchmark has it."""
    tally = {"DIRECT": [0, 0], "QUASI": [0, 0]}
    right = marked = 0
    for document in documents:
        text = document["text"]
        marks, gold = bytearray(len(text) + 1), bytearray(len(text) + 1)
        for start, end in find(text):
            marks[start:end] = b"\x01" * (end - start)
        for annotator in document["annotations"].values():
            for mentions in _entities(annotator):
                for mention in mentions:
                    gold[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                row = tally[mentions[0].kind]
                row[0] += all(covered(text, marks, m.start, m.end) for m in mentions)
                row[1] += 1
        words = score([Case("", text, ())], lambda _, marks=marks: _runs(marks))
        marked += words.wrong
        both = bytearray(a & b for a, b in zip(marks, gold, strict=True))
        right += score([Case("", text, ())], lambda _, both=both: _runs(both)).wrong
    return {"TAB direct": tally["DIRECT"], "TAB quasi": tally["QUASI"], "TAB token precision": [right, marked]}


def _entities(annotator: dict[str, Any]) -> list[list[Gold]]:
    """Mentions by entity; the first mention says whether it identifies directly."""
    found: dict[str, list[Gold]] = collections.defaultdict(list)
    for mention in annotator["entity_mentions"]:
        found[mention["entity_id"]].append(
            Gold(mention["start_offset"], mention["end_offset"], mention["identifier_type"])
        )
    return [mentions for mentions in found.values() if mentions[0].kind != "NO_MASK"]


def _runs(marks: bytearray) -> list[tuple[int, int]]:
    runs, start = [], -1
    for i, mark in enumerate(marks):
        if mark and start < 0:
            start = i
        elif not mark and start >= 0:
            runs.append((start, i))
            start = -1
    return runs


if __name__ == "__main__":
    main()
