"""`translit memory`: what the translation memory holds, and how to be rid of it."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.group()
def memory() -> None:
    """What was translated before and need not be translated again."""


@memory.command()
def stats() -> None:
    """Where the memory is, how large, and how many drafts of which model it holds."""
    from translit.memory import Memory

    kept = Memory()
    click.echo(f"{kept.path}\t{kept.size / 1e6:.1f} MB")
    for held in kept.holdings():
        click.echo(f"{held.drafts}\t{held.source}-{held.target}\t{held.signature}")


@memory.command()
@click.confirmation_option("-y", "--yes", prompt="Forget every draft?", help="Do not ask.")
def clear() -> None:
    """Forget everything; texts that were translated stay as they are."""
    from translit.memory import Memory

    click.echo(f"translit: {Memory().clear()} drafts forgotten", err=True)


@memory.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def export(file: Path) -> None:
    """Write sentences and drafts as TMX to FILE (- is stdout): as the model gave them, without terms and names."""
    from translit.documents.writing import write_beside
    from translit.memory import Memory
    from translit.report.bilingual import tmx

    pairs = list(Memory().pairs())
    data = tmx(((pair.source, pair.sentence), (pair.target, pair.text)) for pair in pairs)
    if str(file) == "-":
        sys.stdout.buffer.write(data)
    else:
        write_beside(file, data)
        click.echo(f"translit: {len(pairs)} sentences in {file}", err=True)
