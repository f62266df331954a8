"""Between Russian, Ukrainian and Belarusian through English, beside Apertium: chrF++ on the same sentences.

    python -m benchmarks.pivots [--count 300]

Bare engines, one after the other as `route` has them, without glossary, names or retries. Apertium takes its part
where the program and the pair are installed; words it does not know it leaves as they are.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from itertools import permutations
from pathlib import Path

import click

from training.corpus import plain, read_tsv
from translit.engines import open_engine, route
from translit.errors import ModelError
from translit.evaluation import quality

SET = "flores-dev.en-ru-uk-be"
LANGUAGES = ("ru", "uk", "be")
# how Apertium names them
_APERTIUM = {"ru": "rus", "uk": "ukr", "be": "bel"}


@click.command()
@click.option(
    "--corpora", type=click.Path(path_type=Path, file_okay=False), default=Path("../shared/corpora"), show_default=True
)
@click.option("--count", default=300, show_default=True, help="The first so many sentences.")
@click.option("--beam", default=4, show_default=True)
def main(corpora: Path, count: int, beam: int) -> None:
    """chrF++ and BLEU of every pair, ours and Apertium's."""
    rows = read_tsv(corpora / "eval" / f"{SET}.tsv.xz")
    columns = dict(zip(next(rows), zip(*rows, strict=True), strict=True))
    texts = {tag: tuple(plain(one) for one in columns[tag][:count]) for tag in LANGUAGES}
    for source, target in permutations(LANGUAGES, 2):
        for name, wrote in (
            ("ours", ours(texts[source], source, target, beam)),
            ("Apertium", apertium(texts[source], source, target)),
        ):
            print(f"{source}-{target} {name:9}", quality(wrote, texts[target]) if wrote else "no way", flush=True)


def ours(texts: tuple[str, ...], source: str, target: str, beam: int) -> tuple[str, ...]:
    """The texts through every engine of the way; nothing if no way leads there."""
    try:
        ways = route(source, target)
    except ModelError:
        return ()
    for leg in ways:
        texts = _translated(texts, *leg, beam)
    return texts


@cache
def _translated(texts: tuple[str, ...], source: str, target: str, beam: int) -> tuple[str, ...]:
    # two ways of one language share their first leg
    return tuple(draft.text for draft in open_engine(source, target, beam=beam).translate(texts))


def apertium(texts: tuple[str, ...], source: str, target: str) -> tuple[str, ...]:
    """The texts as Apertium puts them; nothing if it or the pair is missing, or does not run."""
    if not shutil.which("apertium"):
        return ()
    call = ["apertium", "-u", f"{_APERTIUM[source]}-{_APERTIUM[target]}"]
    said = subprocess.run(call, input="\n\n".join(texts), capture_output=True, text=True, check=False)
    wrote = tuple(said.stdout.rstrip("\n").split("\n\n"))
    return wrote if said.returncode == 0 and len(wrote) == len(texts) else ()


main()
