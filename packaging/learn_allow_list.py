"""Learn resources/lexicon/allow_formal.txt: capitalised words of formal prose that identify nobody.

    python packaging/learn_allow_list.py train.json

The source is the training part of the Text Anonymization Benchmark (MIT licence): judgments in which every
identifying mention is marked. A word is allowed when it stands in at least four documents and is marked in at most
one place in twelve. Never run it on text that a figure is reported for.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.tokens import TOKEN, base_of

OUT = Path(__file__).resolve().parent.parent / "resources" / "lexicon" / "allow_formal.txt"
HEAD = """# Capitalised words of formal prose that identify nobody.
# Source: learned by packaging/learn_allow_list.py from the training part of the Text Anonymization Benchmark (MIT).
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("train", type=Path)
    masked: collections.Counter[str] = collections.Counter()
    seen: collections.Counter[str] = collections.Counter()
    documents: dict[str, set[str]] = collections.defaultdict(set)
    for case in json.loads(parser.parse_args().train.read_text("utf-8")):
        covered: set[int] = set()
        for annotator in case["annotations"].values():
            for mention in annotator["entity_mentions"]:
                if mention["identifier_type"] != "NO_MASK":
                    covered.update(range(mention["start_offset"], mention["end_offset"]))
        for match in TOKEN.finditer(case["text"]):
            if match.group()[0].isupper():
                base = base_of(match.group())
                seen[base] += 1
                masked[base] += match.start() in covered
                documents[base].add(case["doc_id"])
    allowed = [
        base
        for base, count in seen.items()
        if len(documents[base]) >= 4
        and masked[base] <= 0.08 * count
        and not (base in lexicon.given_names() and not lexicon.is_word(base))
    ]
    OUT.write_text(HEAD + "\n".join(sorted(allowed)) + "\n", "utf-8")
    print(f"{len(allowed)} words")


if __name__ == "__main__":
    main()
