"""The steps of the recipe as verbs; see the package's docstring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from training.recipe import Recipe, recipe
from translit.engines.models import STARTERS

_FOLDER = click.Path(path_type=Path, file_okay=False)


@dataclass(frozen=True, slots=True)
class Place:
    """What is made, and where everything lies."""

    chosen: Recipe
    run: Path
    corpora: Path
    names: Path
    shipped: Path


@click.group()
@click.option("--model", default="en-zle", show_default=True, help="Which of training/models.yaml.")
@click.option("--only", multiple=True, metavar="LANG", help="Only this language beside English.")
@click.option("--run", type=_FOLDER, help="Where the run lives; runs/MODEL unless told.")
@click.option("--corpora", type=_FOLDER, default=Path("../shared/corpora"), show_default=True)
@click.option("--names", type=_FOLDER, default=Path("../shared/names"), show_default=True)
@click.option("--folder", type=_FOLDER, help="The model that ships; the starter of that name unless told.")
@click.pass_context
def main(
    context: click.Context,
    model: str,
    only: tuple[str, ...],
    run: Path | None,
    corpora: Path,
    names: Path,
    folder: Path | None,
) -> None:
    """Train a starter model, step by step."""
    try:
        chosen = recipe(model)
    except KeyError:
        raise click.UsageError(f"there is no model {model!r} in training/models.yaml") from None
    context.obj = Place(chosen.only(only), run or Path("runs") / model, corpora, names, folder or STARTERS / model)


@main.command()
@click.option("--finishing", is_flag=True, help="Only what a last sitting sees: the next steps are then soon done.")
@click.pass_obj
def collect(place: Place, finishing: bool) -> None:
    """Clean and weigh the parallel text."""
    from training.corpus import collect

    collect(place.corpora, place.run, place.chosen, finishing=finishing)


@main.command()
@click.option("--into", required=True, metavar="LANG", help="Language of the model that writes.")
@click.option("--most", type=int, help="Only the first so many sentences.")
@click.option("--beam", default=1, show_default=True)
@click.option("--by", type=_FOLDER, help="The model that writes; the starter unless told.")
@click.pass_obj
def back_translate(place: Place, into: str, most: int | None, beam: int, by: Path | None) -> None:
    """Have English news written in another language, to read it from there."""
    from training.synthesis import back_translate

    back_translate(place.corpora, place.run, into, most=most, beam=beam, by=by)


@main.command()
@click.option("--most", type=int, help="Only the first so many sentences.")
@click.option("--beam", default=1, show_default=True)
@click.option("--by", type=_FOLDER, help="The model that reads; the starter unless told.")
@click.pass_obj
def people_wrote(place: Place, most: int | None, beam: int, by: Path | None) -> None:
    """Have Ukrainian that people wrote put into English, to write it from there."""
    from training.synthesis import people_wrote

    people_wrote(place.run, most=most, beam=beam, by=by)


@main.command()
@click.option("--into", required=True, type=click.Choice(["be", "uk"]), metavar="LANG", help="be or uk.")
@click.pass_obj
def neighbours(place: Place, into: str) -> None:
    """Have Russian prose put into a neighbour's language word for word, to learn that from it."""
    from training.synthesis import neighbours

    neighbours(place.corpora, place.names, place.run, into)


@main.command()
@click.pass_obj
def vocabulary(place: Place) -> None:
    """Build the SentencePiece model."""
    from training.vocabulary import build

    build(place.corpora, place.run)


@main.command()
@click.pass_obj
def align(place: Place) -> None:
    """Align words, and find which could stand in a glossary."""
    from training.alignment import align
    from training.annotation import annotate

    align(place.run)
    annotate(place.run)


@main.command()
@click.pass_obj
def gloss(place: Place) -> None:
    """Put English news into the languages the model reads, phrase by phrase, behind the aligned pairs."""
    from training.phrases import gloss

    gloss(place.corpora, place.run, place.chosen)


@main.command()
@click.pass_obj
def begin(place: Place) -> None:
    """Begin anew with a model that knows words: what the aligner found, in its first weights."""
    from training.lexical import begin

    begin(place.run)


@main.command()
@click.option("--minutes", type=float, required=True, help="The rate falls to zero at the end of them.")
@click.option("--tokens", default=4500, show_default=True, help="Places in a batch: sentences times the longest side.")
@click.option("--seed", default=1, show_default=True)
@click.option("--again", is_flag=True, help="A new schedule from the last weights.")
@click.option("--gentle", default=1.0, show_default=True, help="Scales the peak rates, for a short later sitting.")
@click.option("--dropout", default=0.0, show_default=True, help="For many passes over the text.")
@click.option("--finishing", is_flag=True, help="News and talk alone, in their likeliest pieces: for a last sitting.")
@click.pass_obj
def learn(
    place: Place, minutes: float, tokens: int, seed: int, again: bool, gentle: float, dropout: float, finishing: bool
) -> None:
    """Train, from the last checkpoint if there is one."""
    from training.learn import learn

    learn(
        place.run,
        place.names,
        place.chosen,
        minutes=minutes,
        tokens=tokens,
        seed=seed,
        again=again,
        gentle=gentle,
        dropout=dropout,
        finishing=finishing,
    )


@main.command()
@click.pass_obj
def dictionary(place: Place) -> None:
    """List what single words stood against, for the model to be shown."""
    from training.dictionary import dictionary

    dictionary(place.run, place.chosen, place.corpora, place.names)


@main.command()
@click.pass_obj
def enter(place: Place) -> None:
    """Put the words that were written for the models into the dictionaries."""
    from training.entries import enter

    enter(place.run, place.chosen)


@main.command()
@click.pass_obj
def transcribe(place: Place) -> None:
    """Learn from the names that were written for the models how others are written in other letters."""
    from training.transcription import transcribe

    transcribe(place.run, place.chosen)


@main.command()
@click.option("--version", required=True)
@click.option("--to", "targets", multiple=True, help="Targets the manifest names; all of the model unless told.")
@click.option("--length-penalty", default=1.0, show_default=True, help="Above 1 for a model that writes too little.")
@click.option("--long", type=int, help="Characters above which a sentence is translated in parts.")
@click.pass_obj
def ship(place: Place, version: str, targets: tuple[str, ...], length_penalty: float, long: int | None) -> None:
    """Write the folder that ships."""
    from training.ship import ship

    chosen = place.chosen.only(targets)
    ship(place.run, place.shipped, chosen, version=version, length_penalty=length_penalty, long=long)


@main.command()
@click.option("--share", required=True, type=click.FloatRange(0, 1), help="How much of the shipped model goes in.")
@click.pass_obj
def blend(place: Place, share: float) -> None:
    """Put some of the shipped model's weights into those of the sitting that went on from it."""
    from training.ship import blend

    blend(place.shipped, place.run, share)


@main.command()
@click.option("--like", type=_FOLDER, help="Another model, of which only pieces and their embeddings are taken.")
@click.pass_obj
def take_up(place: Place, like: Path | None) -> None:
    """Begin a run where the shipped model ended, on a machine that has no checkpoint."""
    from training.ship import take_up

    take_up(like or place.shipped, place.run, whole=like is None)


@main.command()
@click.option("--beam", default=4, show_default=True)
@click.option("--compute-type", default="int8", show_default=True)
@click.option(
    "--set", "sets", multiple=True, help="Name of an evaluation set; all that have the languages unless told."
)
@click.option("--most", type=int, help="Only the first so many sentences of each set.")
@click.pass_obj
def evaluate(place: Place, beam: int, compute_type: str, sets: tuple[str, ...], most: int | None) -> None:
    """Print the scores of the model card: chrF++, BLEU, words a second."""
    from training.evaluate import evaluate

    evaluate(place.corpora, place.shipped, place.chosen, sets, beam=beam, compute_type=compute_type, most=most)


@main.command()
@click.option("--most", type=int, help="Only the first so many sentences.")
@click.pass_obj
def agreement(place: Place, most: int | None) -> None:
    """How far the model's own alignment agrees with eflomal's; needs the collected pairs."""
    from training.evaluate import agreement

    agreement(place.corpora, place.run, place.shipped, place.chosen, most=most)


main()
