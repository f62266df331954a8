"""Translations that people made go before those of a model: an engine around an engine, for sentences in the memory.

Only a plain call is answered so: where a beginning or a search is asked for, the model is. The model still aligns
what people wrote, by being led through it word for word, so that marks and terms find their places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translit.engines import Engine
from translit.errors import RecallError
from translit.glossary import Glossary
from translit.letters import nfc
from translit.memory import Memory, Pair
from translit.passages import Draft
from translit.segmentation import sentences as split


class Given:
    """An engine that says what people wrote where they did, and else what the model says."""

    def __init__(self, engine: Engine, memory: Memory, source: str, target: str) -> None:
        self._engine, self._memory, self._way = engine, memory, (source, target)
        self.signature, self.annotation = engine.signature, engine.annotation
        # a term as it is shown to a model, and the words it was shown with
        start, wanted, end = map(re.escape, engine.annotation or ("", "", ""))
        self._shown = re.compile(f"{start}(.*?){wanted}.*?{end}") if engine.annotation else None

    def fits(self, sentence: str) -> bool:
        """As `Engine.fits`."""
        return self._engine.fits(sentence)

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """As `Engine.weigh`."""
        return self._engine.weigh(sentences, texts)

    def translate(
        self,
        sentences: Sequence[str],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
    ) -> list[Draft]:
        """As `Engine.translate`."""
        if starts or without or beam:
            return self._engine.translate(sentences, starts=starts, without=without, beam=beam, rivals=rivals)
        plain = [self._shown.sub(r"\1", one) if self._shown else one for one in sentences]
        known = self._memory.given(*self._way, plain)
        theirs = [n for n, one in enumerate(plain) if one in known]
        ours = [n for n, one in enumerate(plain) if one not in known]
        drafts = dict(zip(ours, self._engine.translate([sentences[n] for n in ours], rivals=rivals), strict=True))
        texts = [known[plain[n]] for n in theirs]
        led = self._engine.translate([sentences[n] for n in theirs], starts=texts, beam=1) if theirs else []
        drafts |= {n: _only(text, draft) for n, text, draft in zip(theirs, texts, led, strict=True)}
        return [drafts[n] for n in range(len(sentences))]


def _only(text: str, draft: Draft) -> Draft:
    """The draft without what the model would add behind the text."""
    inside = tuple((source, target) for source, target in draft.alignment if target.end <= len(text))
    return replace(draft, text=text, alignment=inside, rivals=(), of_people=True)


def read_pairs(path: Path, source: str, target: str) -> list[Pair]:
    """The pairs of sentences in a file: TMX, or JSON Lines with a text under each of the two tags.

    Units of several sentences are taken apart where both sides have as many; the others are left out.
    Raises GlossaryError for a TMX file that is none, RecallError for a file without such pairs.
    """
    texts = _of_lines(path, source, target) if path.suffix.lower() == ".jsonl" else _of_units(path, source, target)
    pairs: list[Pair] = []
    for here, there in texts:
        parts = [[span.of(one) for span in split(one, tag)] for one, tag in ((here, source), (there, target))]
        if len(parts[0]) == len(parts[1]):
            pairs += [Pair(source, target, a.strip(), b.strip()) for a, b in zip(*parts, strict=True) if b.strip()]
    if not pairs:
        raise RecallError(f"there is no sentence in {source} with one in {target} in this file", path)
    return pairs


def _of_units(path: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    for entry in Glossary.read(path, source=source, target=target).entries:
        for here in entry.terms.get(source, ()):
            for there in list(entry.terms.get(target, ()))[:1]:
                yield _plain(here.text), _plain(there.text)


def _of_lines(path: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as fault:
        raise RecallError("this cannot be read as text in UTF-8; look at the name, or save it as that", path) from fault
    for number, line in enumerate(lines, 1):
        try:
            said = json.loads(line) if line.strip() else {}
            here, there = said.get(source), said.get(target)
        except (ValueError, AttributeError) as fault:
            raise RecallError('this is no line such as {"en": "…", "ru": "…"}', path, number) from fault
        if isinstance(here, str) and isinstance(there, str):
            yield _plain(here), _plain(there)


def _plain(text: str) -> str:
    return " ".join(nfc(text).split())
