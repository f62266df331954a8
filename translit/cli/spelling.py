"""The verbs about spellings: `transliterate`, `schemes`, `compare`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from translit.cli.complaint import complain
from translit.cli.output import folder_for, or_stdout


@click.command(short_help="Write words or files in another script.")
@click.argument("words", nargs=-1)
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the text, such as be.")
@click.option("--scheme", help="One of `translit schemes`.  [default: press-en, or what the language has]")
@click.option("--to-scheme", "to", metavar="NAME", help="The text is in Latin letters by --scheme: respell it by this.")
@click.option("-f", "--file", "files", multiple=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), callback=or_stdout, help="File; a folder for several files."
)
@click.option("--field", "fields", multiple=True, metavar="NAME", help="Field of JSON Lines that is text.")
@click.option("--column", "columns", multiple=True, metavar="NAME|NUMBER", help="Column of a table that is text.")
def transliterate(
    words: tuple[str, ...],
    source: str,
    scheme: str | None,
    to: str | None,
    files: tuple[Path, ...],
    output: Path | None,
    fields: tuple[str, ...],
    columns: tuple[str, ...],
) -> None:
    """Write WORDS, or the text of files (- is stdin), in another script; the rest stays as it is.

    Files are documents of any kind that `translate` reads: markup, code and addresses are not touched.
    """
    from translit.documents.writing import write_beside
    from translit.errors import TranslitError, UsageError

    if not words and not files:
        raise UsageError("nothing to transliterate: give WORDS, or -f FILE (- is stdin)")
    if output is not None and (words or not files):
        raise UsageError("-o is for files; WORDS are printed")
    if to and not scheme:
        raise UsageError("which scheme is the text in? Add --scheme NAME, such as iso-9")
    write = _writer(source, scheme, to)
    if words:
        click.echo(write(" ".join(words)))
    folder = folder_for(files, output)
    failed = False
    for path in files:
        try:
            data = _rewritten(path, write, fields, columns)
            place = folder / path.name if folder else output
            if place is None:
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
            else:
                write_beside(place, data, source=path)
        except TranslitError as error:
            failed = True
            complain(error)
    if failed:
        raise click.exceptions.Exit(1)


def _writer(source: str, scheme: str | None, to: str | None) -> Callable[[str], str]:
    """What writes a text in the other script, and says what a person should look at, each word once."""
    from translit.letters import mixed_script_words
    from translit.transliteration import respell, strange_words, transliterate, usual

    chosen = scheme or usual(source)
    if chosen == "anyascii" and not scheme:
        click.echo(f"translit: {source} has no scheme of its own; anyascii is a fallback, not a standard", err=True)
    told: set[str] = set()

    def tell(word: str, what: str) -> None:
        if word not in told:
            told.add(word)
            click.echo(f"translit: {word!r} {what}", err=True)

    def write(text: str) -> str:
        for _, word in mixed_script_words(text):
            tell(word, "mixes scripts; it may be misspelled")
        if to:
            spelled, left = respell(text, source=source, scheme=chosen, to=to)
            for word in left:
                tell(word, f"is no word by {chosen} and stays as it is")
            return spelled
        for word in strange_words(text, source=source, scheme=chosen):
            tell(word, f"has letters from outside {source}; anyascii wrote them")
        return transliterate(text, source=source, scheme=chosen)

    return write


def _rewritten(path: Path, write: Callable[[str], str], fields: Sequence[str], columns: Sequence[str]) -> bytes:
    """A file in the other script; plain text with every blank where it stood, in UTF-8."""
    from translit.documents import decoding, is_plain, open_document
    from translit.documents.rewriting import rewritten

    if str(path) == "-" or is_plain(path):
        return write(decoding.read(None if str(path) == "-" else path).text).encode()
    return rewritten(open_document(path, fields=fields, columns=columns), write)


@click.command(short_help="How a name in Latin letters may be written in Cyrillic.")
@click.argument("name")
@click.option("--to", "target", required=True, metavar="LANG", help="be, ru or uk.")
@click.option("--hint", metavar="LANG", help="The language the name comes from, where it is known.")
def readings(name: str, target: str, hint: str | None) -> None:
    """How NAME, in Latin letters, may be written in Belarusian, Russian or Ukrainian: best first, with reasons."""
    from translit.transliteration import readings

    for reading in readings(name, target=target, hint=hint):
        click.echo(f"{reading.text}\t{reading.score:.2f}\t{reading.why}")


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
