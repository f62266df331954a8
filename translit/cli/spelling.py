"""The verbs about spellings: `transliterate`, `schemes`, `compare`, `names`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Write words or files in another script.")
@click.argument("words", nargs=-1)
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the text, such as be.")
@click.option("--scheme", default="press-en", show_default=True, help="One of `translit schemes`.")
@click.option("-f", "--file", "files", multiple=True, type=click.Path(path_type=Path, allow_dash=True))
def transliterate(words: tuple[str, ...], source: str, scheme: str, files: tuple[Path, ...]) -> None:
    """Write WORDS, or the text of files (- is stdin), in another script; the rest stays as it is."""
    from translit.documents.decoding import read
    from translit.errors import UsageError
    from translit.letters import mixed_script_words
    from translit.transliteration import transliterate

    if not words and not files:
        raise UsageError("nothing to transliterate: give WORDS, or -f FILE (- is stdin)")
    texts = [" ".join(words) + "\n"] if words else []
    texts += [read(None if str(path) == "-" else path).text for path in files]
    for text in texts:
        for _, word in mixed_script_words(text):
            click.echo(f"translit: {word!r} mixes scripts; it may be misspelled", err=True)
        click.echo(transliterate(text, source=source, scheme=scheme), nl=False)


@click.command(short_help="List or describe transliteration schemes.")
@click.argument("name", required=False)
@click.option("--from", "source", metavar="LANG", help="Only the schemes of this language.")
def schemes(name: str | None, source: str | None) -> None:
    """List the transliteration schemes, or describe NAME with its samples."""
    from translit.errors import SchemeError
    from translit.transliteration import schemes

    chosen = [scheme for scheme in schemes(source) if name in (None, scheme.id)]
    if not chosen:
        raise SchemeError(f"there is no scheme {name!r}; `translit schemes` lists them")
    for scheme in chosen:
        click.echo(f"{scheme.id}\t{scheme.language}\t{scheme.name}")
        if name is not None:
            click.echo(f"  {scheme.authority}, {scheme.year}. {scheme.source}")
            for text, expected in scheme.samples:
                click.echo(f"  {text} -> {expected}")


@click.command(short_help="Are two names one, and why?")
@click.argument("a")
@click.argument("b")
def compare(a: str, b: str) -> None:
    """Are A and B one name? Prints same, different or unsure, and why; exit 1 if different."""
    from translit.names import compare_names

    found = compare_names(a, b)
    verdict = {True: "same", False: "different", None: "unsure"}[found.same]
    click.echo(f"{verdict} {found.score:.2f}")
    for reason in found.why:
        click.echo(f"  {reason}")
    if found.same is False:
        raise click.exceptions.Exit(1)


@click.command(short_help="Collect the names in files.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the files.")
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option("--field", "fields", multiple=True, metavar="NAME", help="Field of JSON Lines that is text.")
@click.option("--column", "columns", multiple=True, metavar="NAME|NUMBER", help="Column of a table that is text.")
def names(
    files: tuple[Path, ...], source: str, registers: tuple[Path, ...], fields: tuple[str, ...], columns: tuple[str, ...]
) -> None:
    """Collect the names in FILES, a line each: how often, person of the register or ?, spellings, proposal, context."""
    from translit.documents import open_document
    from translit.names import NameBook, collect

    documents = {str(path): open_document(path, fields=fields, columns=columns) for path in files}
    texts = {path: "\n".join(passage.text for passage in it.passages) for path, it in documents.items()}
    for group in collect(texts, source, book=NameBook.read(*registers)):
        spellings = ", ".join(f"{spelling} ({number})" for spelling, number in group.spellings)
        click.echo(f"{group.count}\t{group.entry or '?'}\t{spellings}\t{group.proposal}\t{group.contexts[0][1]}")
