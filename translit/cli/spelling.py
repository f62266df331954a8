"""The verbs about spellings: `transliterate`, `schemes`, `compare`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Write words or files in another script.")
@click.argument("words", nargs=-1)
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the text, such as be.")
@click.option("--scheme", help="One of `translit schemes`.  [default: press-en, or what the language has]")
@click.option("--to-scheme", "to", metavar="NAME", help="The text is in Latin letters by --scheme: respell it by this.")
@click.option("-f", "--file", "files", multiple=True, type=click.Path(path_type=Path, allow_dash=True))
def transliterate(
    words: tuple[str, ...], source: str, scheme: str | None, to: str | None, files: tuple[Path, ...]
) -> None:
    """Write WORDS, or the text of files (- is stdin), in another script; the rest stays as it is."""
    from translit.documents.decoding import read
    from translit.errors import UsageError
    from translit.letters import mixed_script_words
    from translit.transliteration import respell, strange_words, transliterate, usual

    if not words and not files:
        raise UsageError("nothing to transliterate: give WORDS, or -f FILE (- is stdin)")
    if to and not scheme:
        raise UsageError("which scheme is the text in? Add --scheme NAME, such as iso-9")
    if not scheme:
        scheme = usual(source)
        if scheme == "anyascii":
            click.echo(f"translit: {source} has no scheme of its own; anyascii is a fallback, not a standard", err=True)
    texts = [" ".join(words) + "\n"] if words else []
    texts += [read(None if str(path) == "-" else path).text for path in files]
    for text in texts:
        for _, word in mixed_script_words(text):
            click.echo(f"translit: {word!r} mixes scripts; it may be misspelled", err=True)
        if to:
            spelled, left = respell(text, source=source, scheme=scheme, to=to)
            for word in left:
                click.echo(f"translit: {word!r} is no word by {scheme} and stays as it is", err=True)
        else:
            spelled = transliterate(text, source=source, scheme=scheme)
            for word in strange_words(text, source=source, scheme=scheme):
                click.echo(f"translit: {word!r} has letters from outside {source}; anyascii wrote them", err=True)
        click.echo(spelled, nl=False)


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
