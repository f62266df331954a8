"""A public set with the drafts of a model, as the engine gives them: no glossary, no register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terms.cases import Sentences
from translit.engines import open_engine
from translit.passages import Draft, Span


@dataclass(frozen=True, slots=True)
class Drafted:
    """Sources, references and drafts of a set, in its order; `signature` is the engine's."""

    name: str
    signature: str
    sources: tuple[str, ...]
    references: tuple[str, ...]
    drafts: tuple[Draft, ...]


def drafted(corpora: Path, name: str, language: str, *, keep: Path | None, model: str | None) -> Drafted:
    """The set translated from English, or the drafts that were kept of the same engine."""
    sentences = Sentences.read(corpora, name, language)
    engine = open_engine("en", language, model=model, threads=1)
    kept = keep / f"{name}.{language}.json" if keep else None
    if kept and kept.is_file():
        found = json.loads(kept.read_text(encoding="utf-8"))
        if found["signature"] == engine.signature:
            drafts = tuple(
                Draft(text, tuple((Span(*a), Span(*b)) for a, b in pairs), score)
                for text, pairs, score in found["drafts"]
            )
            return Drafted(name, engine.signature, sentences.sources, sentences.references, drafts)
    drafts = tuple(engine.translate(sentences.sources))
    if kept:
        rows = [
            (one.text, [((a.start, a.end), (b.start, b.end)) for a, b in one.alignment], one.score) for one in drafts
        ]
        kept.write_text(json.dumps({"signature": engine.signature, "drafts": rows}), encoding="utf-8")
    return Drafted(name, engine.signature, sentences.sources, sentences.references, drafts)
