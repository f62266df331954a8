"""`translit memory`: what the translation memory holds, and how to be rid of it."""

from __future__ import annotations

import json
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
    """Write sentences and drafts to FILE (- is stdout): as the model gave them, without terms and names.

    TMX; JSON Lines if the file is named .jsonl.
    """
    from translit.documents.writing import write_beside
    from translit.memory import Memory
    from translit.report.bilingual import tmx

    pairs = list(Memory().pairs())
    units = (((pair.source, pair.sentence), (pair.target, pair.text)) for pair in pairs)
    if file.suffix.lower() == ".jsonl":
        data = "".join(json.dumps(dict(unit), ensure_ascii=False) + "\n" for unit in units).encode()
    else:
        data = tmx(units)
    if str(file) == "-":
        sys.stdout.buffer.write(data)
    else:
        write_beside(file, data)
        click.echo(f"translit: {len(pairs)} sentences in {file}", err=True)


@memory.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the sentences, such as en.")
@click.option("--to", "target", required=True, metavar="LANG", help="Language of the translations, such as ru.")
def take(files: tuple[Path, ...], source: str, target: str) -> None:
    """Take translations of people from FILES: a sentence that stands there is not given to a model any more.

    TMX, or JSON Lines such as {"en": "…", "ru": "…"}. Terms and names are settled in them as in any draft.
    """
    from translit.given import read_pairs
    from translit.languages import language
    from translit.memory import Memory

    read = [pair for file in files for pair in read_pairs(file, language(source).tag, language(target).tag)]
    Memory().keep_given(read)
    click.echo(f"translit: {len(read)} sentences taken", err=True)
