"""The steps of the recipe as verbs; see the package's docstring."""

from __future__ import annotations

from pathlib import Path

import click

from translit.engines.models import STARTERS

SETS = ("flores-dev.en-ru-uk-be", "newstest2019.en-ru", "newstest2020.en-ru")
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
@click.option("--run", type=_FOLDER, default=Path("runs/en-zle"), show_default=True, help="Where the run lives.")
@click.option("--corpora", type=_FOLDER, default=Path("../shared/corpora"), show_default=True)
@click.option("--names", type=_FOLDER, default=Path("../shared/names"), show_default=True)
@click.pass_context
def main(context: click.Context, run: Path, corpora: Path, names: Path) -> None:
    """Train a starter model, step by step."""
    context.obj = (run, corpora, names)


@main.command()
@click.pass_obj
def collect(paths: tuple[Path, Path, Path]) -> None:
    """Clean and weigh the parallel text."""
    from training.corpus import collect

    collect(paths[1], paths[0])


@main.command()
@click.pass_obj
def vocabulary(paths: tuple[Path, Path, Path]) -> None:
    """Build the SentencePiece model."""
    from training.vocabulary import build

    build(paths[1], paths[0])


@main.command()
@click.pass_obj
def align(paths: tuple[Path, Path, Path]) -> None:
    """Align words, and find which could stand in a glossary."""
    from training.alignment import align
    from training.annotation import annotate

    align(paths[0])
    annotate(paths[0])


@main.command()
@click.option("--minutes", type=float, required=True, help="The rate falls to zero at the end of them.")
@click.option("--tokens", default=4500, show_default=True, help="Target tokens in a batch.")
@click.option("--seed", default=1, show_default=True)
@click.option("--again", is_flag=True, help="A new schedule from the last weights.")
@click.pass_obj
def learn(paths: tuple[Path, Path, Path], minutes: float, tokens: int, seed: int, again: bool) -> None:
    """Train, from the last checkpoint if there is one."""
    from training.learn import learn

    learn(paths[0], paths[2], minutes=minutes, tokens=tokens, seed=seed, again=again)


@main.command()
@click.option("--version", required=True)
@click.option("--to", "targets", multiple=True, default=["ru"], show_default=True)
@click.option("--folder", type=_FOLDER, default=STARTERS / "en-zle", show_default=False)
@click.pass_obj
def ship(paths: tuple[Path, Path, Path], version: str, targets: tuple[str, ...], folder: Path) -> None:
    """Write the folder that ships."""
    from training.ship import ship

    ship(paths[0], folder, version=version, targets=list(targets))


@main.command()
@click.option("--folder", type=_FOLDER, default=STARTERS / "en-zle", show_default=False)
@click.pass_obj
def take_up(paths: tuple[Path, Path, Path], folder: Path) -> None:
    """Begin a run where the shipped model ended, on a machine that has no checkpoint."""
    from training.ship import take_up

    take_up(folder, paths[0])


@main.command()
@click.option("--to", "target", default="ru", show_default=True)
@click.option("--beam", default=4, show_default=True)
@click.option("--compute-type", default="int8", show_default=True)
@click.option("--set", "sets", multiple=True, default=SETS, show_default=True)
@click.option("--most", type=int, help="Only the first so many sentences of each set.")
@click.option("--folder", type=_FOLDER, default=STARTERS / "en-zle", show_default=False)
@click.pass_obj
def evaluate(
    paths: tuple[Path, Path, Path],
    target: str,
    beam: int,
    compute_type: str,
    sets: tuple[str, ...],
    most: int | None,
    folder: Path,
) -> None:
    """Print every number of the model card."""
    from training.evaluate import evaluate

    evaluate(paths[1], folder, sets, target=target, beam=beam, compute_type=compute_type, most=most)


main()
