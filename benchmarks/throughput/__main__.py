"""The run; see the package's docstring."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import click

from benchmarks.terms.cases import Sentences
from benchmarks.throughput.ways import Way, path, raw, transformers
from translit.engines import Engine, open_engine
from translit.engines.ctranslate import CTranslateEngine
from translit.engines.marian import MarianEngine
from translit.engines.parting import Parting
from translit.evaluation import quality
from translit.segmentation import sentences as cut
from translit.translator import Translator

# sizes of batch for the raw ways: 1 as the path has them, the others as they are fastest
SIZES = (1, 16)


@click.command()
@click.option(
    "--corpora", type=click.Path(path_type=Path, file_okay=False), default=Path("../shared/corpora"), show_default=True
)
@click.option("--set", "name", default="flores-dev.en-ru-uk-be", show_default=True)
@click.option("--from", "source", default="en", show_default=True, help="English is one of the two languages.")
@click.option("--to", "target", default="ru", show_default=True)
@click.option("--count", default=80, show_default=True, help="Sentences, drawn by chance.")
@click.option(
    "--torch", "few", default=16, show_default=True, help="How many of them transformers gets; 0 leaves it out."
)
@click.option("--rounds", default=3, show_default=True, help="How often every way takes its turn.")
@click.option("--beam", default=4, show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--model", help="Name or folder of a model.")
def main(
    corpora: Path,
    name: str,
    source: str,
    target: str,
    count: int,
    few: int,
    rounds: int,
    beam: int,
    threads: int,
    model: str | None,
) -> None:
    """The path beside bare CTranslate2 and transformers: sentences and words a second, ratios, chrF++."""
    sources, references = _drawn(Sentences.directed(corpora, name, source, target), source, count)
    translator = Translator(source, target, model=model, beam=beam, threads=threads)
    engine = cast(CTranslateEngine, _bare(open_engine(source, target, model=model, beam=beam, threads=threads)))
    with tempfile.TemporaryDirectory() as folder:
        ways = [path(translator, sources, Path(folder))]
        ways += [raw(engine, sources, size, plain=plain) for plain in (False, True) for size in SIZES]
        counts = [len(sources)] * len(ways)
        if few:
            reference = open_engine(source, target, model=model, engine="marian", beam=beam, threads=threads)
            ways.append(transformers(cast(MarianEngine, _bare(reference)), sources[:few], beam))
            counts.append(few)
        seconds, texts = _by_turns(ways, rounds)
    print(
        f"{name} {source}-{target}, {len(sources)} sentences, {threads} threads, {rounds} rounds",
        translator.signature,
        sep="; ",
    )
    rates: dict[str, float] = {}
    for way, some in zip(ways, counts, strict=True):
        best = min(wall for wall, _ in seconds[way.name])
        busy = min(cpu for _, cpu in seconds[way.name])
        rates[way.name] = some / best
        words = sum(len(text.split()) for text in sources[:some]) / best
        chrf = quality(texts[way.name], references[:some]).chrf
        print(
            f"{way.name:28} {some / best:6.1f} sentences/s {words:6.0f} words/s  "
            f"{1000 * busy / some:5.1f} ms of a processor a sentence  chrF++ {chrf:.2f}"
        )
    raw_rates = {name: rate for name, rate in rates.items() if name.startswith("raw")}
    print(f"path / the fastest raw             {rates['path'] / max(raw_rates.values()):.2f}")
    alone = max(rate for name, rate in raw_rates.items() if name.endswith(" 1"))
    print(f"path / raw, a sentence at a time   {rates['path'] / alone:.2f}")
    if few:
        print(f"path / transformers                {rates['path'] / rates['transformers']:.2f}")


def _bare(engine: Engine) -> Engine:
    """The engine itself, where another one parts long sentences for it."""
    return engine._engine if isinstance(engine, Parting) else engine


def _drawn(told: Sentences, language: str, count: int) -> tuple[list[str], list[str]]:
    """Pairs whose source the path does not cut in two, so that all ways have the same sentences."""
    pairs = [
        (source, reference)
        for source, reference in zip(told.sources, told.references, strict=True)
        if len(cut(source, language)) == 1
    ]
    drawn = random.Random(2020).sample(pairs, min(count, len(pairs)))
    return [source for source, _ in drawn], [reference for _, reference in drawn]


def _by_turns(ways: Sequence[Way], rounds: int) -> tuple[dict[str, list[tuple[float, float]]], dict[str, list[str]]]:
    """Seconds of every way, by the clock and of processors, round after round; and what they wrote."""
    seconds: dict[str, list[tuple[float, float]]] = {way.name: [] for way in ways}
    written: dict[str, Any] = {}
    for _ in range(rounds):
        for way in ways:
            began, busy = time.perf_counter(), time.process_time()
            written[way.name] = way.run()
            seconds[way.name].append((time.perf_counter() - began, time.process_time() - busy))
    return seconds, {way.name: way.read(written[way.name]) for way in ways}


main()
