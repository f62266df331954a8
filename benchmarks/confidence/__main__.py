"""The two steps as verbs; see the package's docstring."""

from __future__ import annotations

from pathlib import Path

import click

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
@click.option("--corpora", type=_FOLDER, default=Path("../shared/corpora"), show_default=True)
@click.option("--keep", type=_FOLDER, help="Where drafts are kept between runs.")
@click.option("--model", help="Name or folder of a model.")
@click.pass_context
def main(context: click.Context, corpora: Path, keep: Path | None, model: str | None) -> None:
    """Does confidence tell the bad drafts from the rest?"""
    context.obj = (corpora, keep, model)


@main.command()
@click.option("--set", "name", default="newstest2020.en-ru", show_default=True)
@click.pass_obj
def fit(told: tuple[Path, Path | None, str | None], name: str) -> None:
    """Print weights fitted on a set, as they stand in weights.yaml."""
    from benchmarks.confidence.drafted import drafted
    from benchmarks.confidence.fitting import fitted

    print(fitted(drafted(told[0], name, "ru", keep=told[1], model=told[2])))


@main.command()
@click.option("--set", "name", default="flores-dev.en-ru-uk-be", show_default=True)
@click.option("--share", default=0.1, show_default=True, help="Share of the sentences that counts as the worst.")
@click.pass_obj
def report(told: tuple[Path, Path | None, str | None], name: str, share: float) -> None:
    """chrF++ of the worst by confidence and of the rest; each sign alone beside it."""
    from benchmarks.confidence.drafted import drafted
    from benchmarks.confidence.fitting import told_apart

    print(told_apart(drafted(told[0], name, "ru", keep=told[1], model=told[2]), share))


main()
