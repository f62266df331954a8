"""Engines turn sentences into drafts. They know nothing of files, glossaries or names.

An engine takes sentences, already cut and in NFC, and gives for each a `Draft`: the text, which
stretch of it came from which stretch of the source, and how sure the model was. The house asks three
things of every engine, and one suite of tests asks them of all:

- the draft of a sentence does not depend on its neighbours;
- a start, if one is wanted, stands at the beginning of the draft, letter for letter;
- nothing is cut off: `fits` says beforehand whether a sentence is too long for the model.

The engines: `ctranslate` (8-bit MarianMT, the default), `marian` (the same on torch, the reference,
an extra) and `echo` (for tests and docs). A model is a folder (`folders`); those that are here, and
how to get more, is the business of `models`. A Hugging Face or OPUS-MT folder is compiled for
CTranslate2 when it is first used, and kept in the cache (`compilation`, `weights`).

    engine = open_engine("en", "ru")
    [draft] = engine.translate(["The court in Minsk has fined three journalists."])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from translit.engines.folders import Model, fingerprint
from translit.engines.models import find, survey
from translit.errors import ModelError, Problem, UsageError
from translit.languages import EAST_SLAVIC, language
from translit.passages import Draft

ENGINES = ("ctranslate", "marian", "echo")


class Engine(Protocol):
    """Turns sentences into drafts.

    signature   model, version, target, quantisation, beam, library: whatever a draft depends on
    annotation  markers (start, wanted, end) if the model was trained to take a term's translation
                inside the source, as in '⟦Minsk⟪Минск⟫'; else None
    """

    signature: str
    annotation: tuple[str, str, str] | None

    def fits(self, sentence: str) -> bool:
        """Whether the sentence is short enough for the model."""
        ...

    def translate(
        self,
        sentences: Sequence[str],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
    ) -> list[Draft]:
        """One draft a sentence, in order.

        starts   the beginning each draft must have, '' for none
        without  words and phrases that each draft must not hold after its beginning, spelled as they are given
        beam     width of the search, 0 for the engine's own
        rivals   how many other hypotheses of the search each draft brings along (fewer than the beam)
        """
        ...

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """How likely each text is as the beginning of its sentence's translation: log-probability, summed."""
        ...


def open_engine(
    source: str,
    target: str,
    *,
    model: str | Path | None = None,
    engine: str = "ctranslate",
    beam: int = 4,
    compute_type: str = "int8",
    threads: int = 0,
) -> Engine:
    """The engine for one pair of languages, with the model named, or else the first that is here.

    `compute_type` ('int8', 'float32') is for ctranslate; `threads` 0 means as many as there are processors.
    Raises UsageError for an engine there is not or a beam below 1, LanguageError for an unknown tag,
    ModelError if no model goes straight from `source` to `target` (see `route`) or the one named does not.
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}; use one of {', '.join(ENGINES)}")
    if beam < 1:
        raise UsageError(f"a beam of {beam} finds nothing; use 1 or more")
    source, target = language(source).tag, language(target).tag
    if engine == "echo":
        from translit.engines.echo import EchoEngine

        return EchoEngine()
    chosen = _chosen(source, target, model)
    from translit.engines.parting import Parting

    opened: Engine
    if engine == "marian":
        from translit.engines.marian import MarianEngine

        opened = MarianEngine(chosen.folder, target, source=source, beam=beam, threads=threads)
    else:
        from translit.engines.ctranslate import CTranslateEngine

        opened = CTranslateEngine(
            chosen.folder, target, source=source, beam=beam, compute_type=compute_type, threads=threads
        )
    return Parting(opened, chosen.long, target) if chosen.long else opened


def route(source: str, target: str) -> list[tuple[str, str]]:
    """The legs from one language to another over the models that are here: one, or two through a third language.

    English is preferred as the third. Raises UsageError for a language into itself, ModelError if
    there is no way.
    """
    source, target = language(source).tag, language(target).tag
    if source == target:
        raise UsageError(f"source and target are both {source!r}; nothing is to be translated")
    models, problems = survey()
    pairs = {pair for one in models for pair in one.pairs}
    if (source, target) in pairs:
        return [(source, target)]
    middles = {b for a, b in pairs if a == source} & {a for a, b in pairs if b == target}
    if middles:
        middle = min(middles, key=lambda tag: (tag != "en", tag))
        return [(source, middle), (middle, target)]
    raise _no_way(source, target, pairs, problems)


def sources(target: str, *, model: str | Path | None = None, engine: str = "ctranslate") -> tuple[str, ...]:
    """Tags of the languages from which there is a way to `target`, sorted.

    Raises ModelError for a named model that does not say what it translates.
    """
    tag = language(target).tag
    if engine == "echo":
        return tuple(sorted({"en", *EAST_SLAVIC} - {tag}))
    if model is not None:
        named = find(model)
        if not named.pairs:
            raise ModelError("the model does not say what it translates from; say it with --from", named.folder)
        return tuple(sorted({a for a, b in named.pairs if b == tag}))
    pairs = {pair for one in survey()[0] for pair in one.pairs}
    last = {a for a, b in pairs if b == tag}
    return tuple(sorted((last | {a for a, b in pairs if b in last}) - {tag}))


def versions(
    source: str, target: str, *, model: str | Path | None = None, engine: str = "ctranslate"
) -> tuple[str, ...]:
    """What `open_engine` would open for each leg of the way, told without loading it: folder, files and library.

    Raises as `route` and `open_engine`.
    """
    if engine == "echo":
        return ("echo",)
    ways = [(source, target)] if model else route(source, target)
    library = {"ctranslate": "ctranslate2", "marian": "transformers"}[engine]
    models = (_chosen(language(a).tag, language(b).tag, model) for a, b in ways)
    return (f"{engine} {version(library)}", *(fingerprint(one) for one in models))


def _chosen(source: str, target: str, model: str | Path | None) -> Model:
    if model is not None:
        named = find(model)
        if named.pairs and not named.translates(source, target):
            known = ", ".join(f"{a}-{b}" for a, b in named.pairs)
            raise ModelError(f"the model {named.name} does not translate {source}-{target}, but {known}", named.folder)
        return named
    models, problems = survey()
    for one in models:
        if one.translates(source, target):
            return one
    raise _no_way(source, target, {pair for one in models for pair in one.pairs}, problems)


def _no_way(source: str, target: str, pairs: Iterable[tuple[str, str]], problems: Iterable[Problem]) -> ModelError:
    there = ", ".join(f"{a}-{b}" for a, b in sorted(pairs)) or "none"
    advice = (
        f"no model here translates {source}-{target}; pairs that are here: {there}; get another with "
        f"`translit models get Helsinki-NLP/opus-mt-{source}-{target}`"
    )
    return ModelError([Problem(advice), *problems])
