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
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--from", "source", default="", metavar="LANG", help="Language of the first of two columns.")
@click.option("--to", "target", default="", metavar="LANG", help="Language of the second of two columns.")
@click.option("--style", default="", help="plain: two columns without a header; dca, dct or 2008: kinds of TBX.")
def convert(old: Path, new: Path, source: str, target: str, style: str) -> None:
    """Write the glossary OLD in the format of NEW: .csv, .tsv, .tbx, .tmx, .utx, .yaml.

    What the format cannot hold is listed on stderr, an entry a line.
    """
    from translit.documents.writing import write_beside
    from translit.glossary import Glossary
    from translit.glossary.formats import losses

    entries = Glossary.read(old, source=source, target=target)
    write_beside(new, entries.render(new, source=source, target=target, style=style), source=old)
    lost = losses(entries.entries, Glossary.read(new, source=source, target=target).entries)
    for text in lost:
        click.echo(f"{old}: {text}", err=True)
    click.echo(f"{len(entries)} entries written to {new}, {len(lost)} of them not in full", err=True)


@glossary.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-g", "--glossary", "path", required=True, type=click.Path(path_type=Path), help="The glossary.")
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
