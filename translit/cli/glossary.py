"""`translit glossary`: look at a glossary before it is trusted."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def glossary() -> None:
    """Check a glossary, convert it, or see what it would find."""


@glossary.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--notes", is_flag=True, help="List also what is only good to know.")
@click.option("--from", "source", default="", metavar="LANG", help="Language of the first of two columns.")
@click.option("--to", "target", default="", metavar="LANG", help="Language of the second of two columns.")
def check(files: tuple[Path, ...], notes: bool, source: str, target: str) -> None:
    """List what is wrong or risky in FILES, with file and line, all at once; exit 1 if there is anything.

    Duplicates, conflicts, everyday words and very short ones, mixed alphabets, untidy text, unknown languages. Notes,
    which do not count: duplicates, words that are the same in two languages, that are found by each other's forms,
    that nest in each other or straddle.
    """
    from translit.glossary.checking import check_files

    entries, found = check_files(files, source=source, target=target)
    serious = [finding for finding in found if finding.severity != "note"]
    for finding in found if notes else serious:
        click.echo(str(finding))
    left = len(found) - len(serious)
    told = f", {left} notes" + ("" if notes else " (--notes lists them)") if left else ""
    click.echo(f"{entries} entries, {len(serious)} to look at{told}", err=True)
    if serious:
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
@click.option("--field", "fields", multiple=True, metavar="NAME", help="Field of JSON Lines that is text.")
@click.option("--column", "columns", multiple=True, metavar="NAME|NUMBER", help="Column of a table that is text.")
def find(
    files: tuple[Path, ...],
    path: Path,
    source: str,
    target: str,
    fields: tuple[str, ...],
    columns: tuple[str, ...],
) -> None:
    """Show what would match in FILES, without translating: file, words found, wanted target."""
    from translit.documents import open_document
    from translit.glossary import Glossary
    from translit.verbatim import copied

    terms = Glossary.read(path, source=source, target=target)
    for file in files:
        for passage in open_document(file, fields=fields, columns=columns).passages:
            kept = (*passage.verbatim, *copied(passage.text))
            for mention in terms.find(passage.text, source, target, taken=kept):
                click.echo(f"{file}\t{passage.id}\t{mention.text}\t{mention.targets[0]}")


@glossary.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-g", "--glossary", "paths", multiple=True, type=click.Path(path_type=Path), help="What is there already."
)
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option("--from", "source", required=True, metavar="LANG")
@click.option("--to", "target", required=True, metavar="LANG")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="How often it must stand.")
def suggest(
    files: tuple[Path, ...], paths: tuple[Path, ...], registers: tuple[Path, ...], source: str, target: str, least: int
) -> None:
    """Propose entries from FILES, as a CSV to fill in: names and phrases that come again and have none.

    Persons of a register (-n) and entries of a glossary (-g) are left out, and so is what is copied.
    """
    import csv
    import sys

    from translit.documents import open_document
    from translit.glossary import Glossary
    from translit.glossary.suggesting import suggest
    from translit.names import NameBook, find_names
    from translit.passages import Span
    from translit.verbatim import copied

    terms, people = Glossary.empty(), NameBook.empty()
    for path in paths:
        terms = terms + Glossary.read(path, source=source, target=target)
    for path in registers:
        people = people + NameBook.read(path)

    def known(text: str) -> list[Span]:
        found = find_names(text, source=source, target=target, book=people) if registers else ()
        return [*copied(text), *(mention.span for mention in found if mention.entry)]

    texts = [passage.text for file in files for passage in open_document(file).passages]
    found = suggest(texts, terms, source, target, least=least, taken=known)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow([source, target, "kind", "note"])
    rows.writerows([one.words, "", "", f"{one.count} times: {one.around}"] for one in found)
    click.echo(f"{len(found)} to look at; fill in {target}, drop the rest", err=True)
