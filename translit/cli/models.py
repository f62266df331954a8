"""`translit models`: which models are here, and the only verb that may use the network."""

from __future__ import annotations

import click


@click.group()
def models() -> None:
    """List, fetch and describe translation models."""


@models.command("list")
def list_() -> None:
    """Models that are here: those that ship with translit, and those fetched."""
    from translit.engines.models import installed

    for model in installed():
        pairs = ", ".join(f"{source}-{target}" for source, target in model.pairs)
        click.echo(f"{model.name}\t{pairs}\t{model.megabytes:.0f} MB\t{model.folder}")


@models.command()
@click.argument("name")
def info(name: str) -> None:
    """What a model is: languages, size, files, signature. NAME is of `list`, or a folder."""
    from translit.engines.models import describe

    for key, value in describe(name).items():
        click.echo(f"{key:12} {value}")


@models.command()
@click.argument("name")
def get(name: str) -> None:
    """Fetch a MarianMT model such as Helsinki-NLP/opus-mt-en-de from the Hugging Face hub."""
    from translit.engines.models import fetch

    click.echo(f"fetched {fetch(name)}", err=True)
