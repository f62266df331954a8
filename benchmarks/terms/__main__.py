"""The steps as verbs; see the package's docstring."""

from __future__ import annotations

from pathlib import Path

import click

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
@click.option("--corpora", type=_FOLDER, default=Path("../shared/corpora"), show_default=True)
@click.pass_context
def main(context: click.Context, corpora: Path) -> None:
    """Does a glossary hold?"""
    context.obj = corpora


@main.command()
@click.argument("name")
@click.argument("language", type=click.Choice(["ru", "uk", "be"]))
@click.option("--lines", type=(int, int), default=(1, 10**6), help="First and last line of the set.")
@click.option("--count", default=400, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--work", type=_FOLDER, required=True, help="Where the alignment is kept.")
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.pass_obj
def draw(
    corpora: Path, name: str, language: str, lines: tuple[int, int], count: int, seed: int, work: Path, out: Path
) -> None:
    """Draw candidates from a set, to be read by a person."""
    from benchmarks.terms.draw import draw

    draw(corpora, name, language, range(lines[0], lines[1] + 1), count, work, out, seed)


@main.command()
@click.option("--development", is_flag=True, help="The set to develop on instead of those to report.")
@click.option("--from", "sources", multiple=True, help="Only these source languages.")
@click.option("--to", "targets", multiple=True, help="Only these target languages.")
@click.option("--annotation", type=click.Choice(["on", "off", "both"]), default="both", show_default=True)
@click.option("--model", help="Name or folder of a model.")
@click.option("--beam", default=4, show_default=True)
@click.option("--sample", default=0, help="Print so many placed terms with the words beside them, and what was missed.")
@click.option("--most", default=0, help="Only the first so many cases.")
@click.option("--others", is_flag=True, help="Wrong terms: each case gets the target of another, drawn at random.")
@click.pass_obj
def measure(
    corpora: Path,
    development: bool,
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    annotation: str,
    model: str | None,
    beam: int,
    sample: int,
    most: int,
    others: bool,
) -> None:
    """Success, chrF++ with and without the terms, and terms glued on or doubled."""
    from benchmarks.terms.measure import DEVELOPMENT, SETS, measure
    from translit.errors import TranslitError

    for name, source, target in DEVELOPMENT if development else SETS:
        if (sources and source not in sources) or (targets and target not in targets):
            continue
        for annotated in {"on": (True,), "off": (False,), "both": (True, False)}[annotation]:
            try:
                measure(
                    corpora, name, source, target,
                    model=model, beam=beam, annotated=annotated, sample=sample, most=most, others=others,
                )  # fmt: skip
            except TranslitError as error:
                click.echo(f"{name} {source}-{target}: {error}")


@main.command()
@click.option("--glossary", type=click.Path(path_type=Path), default=Path("glossaries/belarus.csv"), show_default=True)
@click.option("--model", help="Name or folder of a model.")
@click.option("--beam", default=4, show_default=True)
@click.option("--every", default=1, show_default=True, help="Only each n-th sentence.")
@click.pass_obj
def cost(corpora: Path, glossary: Path, model: str | None, beam: int, every: int) -> None:
    """Time with a glossary of 500 entries beside time without, on newstest2020."""
    from benchmarks.terms.cost import cost

    cost(corpora, glossary, name="newstest2020.en-ru", language="ru", model=model, beam=beam, every=every)


main()
