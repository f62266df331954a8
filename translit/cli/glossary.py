"""`translit glossary`: look at a glossary before it is trusted."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def glossary() -> None:
    """Check a glossary, or see what it would find."""


@glossary.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """List duplicates, conflicts, risky keys and mixed scripts in FILES, with file and line; exit 1 if any."""
    from translit.errors import GlossaryError, Problem
    from translit.glossary import Glossary, check

    problems: list[Problem] = []
    entries = 0
    for path in files:
        try:
            read = Glossary.read(path)
        except GlossaryError as error:
            problems += error.problems
            continue
        entries += len(read)
        problems += check(read)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{entries} entries, {len(problems)} to look at", err=True)
    if problems:
        raise click.exceptions.Exit(1)


@glossary.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-g", "--glossary", "path", required=True, type=click.Path(path_type=Path), help="CSV or TSV.")
@click.option("--from", "source", required=True, metavar="LANG")
@click.option("--to", "target", required=True, metavar="LANG")
def find(files: tuple[Path, ...], path: Path, source: str, target: str) -> None:
    """Show what would match in FILES, without translating: file, words found, wanted target."""
    from translit.documents import open_document
    from translit.glossary import Glossary
    from translit.verbatim import copied

    terms = Glossary.read(path, source=source, target=target)
    for file in files:
        for passage in open_document(file).passages:
            kept = (*passage.verbatim, *copied(passage.text))
            for mention in terms.find(passage.text, source, target, taken=kept):
                click.echo(f"{file}\t{passage.id}\t{mention.text}\t{mention.targets[0]}")
