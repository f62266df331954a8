"""`translit translate`: files or standard input through the whole path."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from translit.documents import Document


@click.command(short_help="Translate files, place terms, settle names.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the files, such as en.")
@click.option("--to", "target", required=True, metavar="LANG", help="Language to translate into, such as ru.")
@click.option("-g", "--glossary", "glossaries", multiple=True, type=click.Path(path_type=Path), help="Glossary.")
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option("--style", default="", metavar="NAME", help="House style of the register, such as ap.")
@click.option("--scheme", default="", metavar="NAME", help="How names no register knows are written in Latin letters.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File; a folder for several files, or where it has no suffix.",
)
@click.option("--report", type=click.Path(path_type=Path), help="What was done and why: .json or .html, or a folder.")
@click.option(
    "--bilingual",
    type=click.Choice(["docx", "html", "tmx", "xliff"]),
    help="Also source and translation side by side, beside the translation.",
)
@click.option("--field", "fields", multiple=True, metavar="NAME", help="Field of JSON Lines that is text.")
@click.option("--column", "columns", multiple=True, metavar="NAME|NUMBER", help="Column of a table that is text.")
@click.option("--model", metavar="NAME|FOLDER", help="A model of `translit models list`, or a folder.")
@click.option("--engine", type=click.Choice(["ctranslate", "marian", "echo"]), default="ctranslate", show_default=True)
@click.option("--beam", type=click.IntRange(1, 32), default=4, show_default=True, help="Width of the beam search.")
@click.option("--threads", type=click.IntRange(0), default=0, help="Processor threads, 0 for all.")
@click.option("--no-memory", "forgetful", is_flag=True, help="Translate anew what was translated before.")
@click.option("--strict", is_flag=True, help="Exit with 3 if a person should look at something.")
@click.option("--all", "everything", is_flag=True, help="List also what was right already.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no table on stderr.")
def translate(
    files: tuple[Path, ...],
    source: str,
    target: str,
    glossaries: tuple[Path, ...],
    registers: tuple[Path, ...],
    style: str,
    scheme: str,
    output: Path | None,
    report: Path | None,
    bilingual: str | None,
    fields: tuple[str, ...],
    columns: tuple[str, ...],
    model: str | None,
    engine: str,
    beam: int,
    threads: int,
    forgetful: bool,
    strict: bool,
    everything: bool,
    quiet: bool,
) -> None:
    """Translate FILES (- is stdin), place terms, settle names, and say what was done.

    One file without -o goes to stdout. Several files need -o FOLDER; article.en.txt becomes
    article.ru.txt there. A file that fails is reported and the rest go on.
    """
    from translit.cli.talk import complain, progress, say
    from translit.documents import open_document
    from translit.errors import TranslitError, UsageError
    from translit.glossary import Glossary
    from translit.memory import Memory
    from translit.names import NameBook
    from translit.report.bilingual import write_bilingual
    from translit.translator import Translator

    if len(files) > 1 and output is None:
        raise UsageError("several files need a folder to go to: add -o FOLDER")
    if report is not None and report.suffix not in {"", ".json", ".html", ".htm"}:
        raise UsageError(f"a report is written as .json or .html, not as {report.suffix!r}")
    if report is not None and report.suffix and len(files) > 1:
        raise UsageError("several files need a folder for their reports: --report FOLDER")
    if bilingual is not None and output is None:
        raise UsageError("side by side is written beside the translation: add -o FILE or -o FOLDER")
    results = _folder(output, several=len(files) > 1)
    reports = _folder(report, several=len(files) > 1)
    terms, people = Glossary.empty(), NameBook.empty()
    for path in glossaries:
        terms = terms + Glossary.read(path, source=source, target=target)
    for path in registers:
        people = people + NameBook.read(path)
    translator = Translator(
        source,
        target,
        glossary=terms,
        names=people,
        style=style,
        scheme=scheme,
        model=model,
        engine=engine,
        beam=beam,
        threads=threads,
        # an echo costs less than looking it up
        memory=None if forgetful or engine == "echo" else Memory(),
    )
    stdin = open_document("-") if Path("-") in files else None
    opened: list[Path] = []
    failed, doubts, characters = 0, 0, 0

    def read(path: Path) -> Document:
        return stdin if stdin and str(path) == "-" else open_document(path, fields=fields, columns=columns)

    def met() -> Iterator[Document]:
        nonlocal characters
        for path in files:
            # what cannot be read is told of in its turn
            with suppress(TranslitError):
                document = read(path)
                characters += sum(len(passage.text) for passage in document.passages)
                yield document

    def documents() -> Iterator[Document]:
        nonlocal failed
        for path in files:
            try:
                document = read(path)
            except TranslitError as error:
                failed += 1
                complain(error)
            else:
                opened.append(path)
                yield document

    # read once for the names, so that a person is called the same in all, and once more in turn:
    # memory does not grow with their number
    translator = translator.meeting(met())
    with progress(characters, len(files), quiet) as (carried, finished):
        for number, (document, done) in enumerate(translator.translate_documents(documents(), carried=carried)):
            path = opened[number]
            try:
                if isinstance(done, TranslitError):
                    raise done
                if output is None:
                    sys.stdout.buffer.write(done.render())
                    sys.stdout.buffer.flush()
                else:
                    place = results / _renamed(path, source, target) if results else output
                    done.write(place)
                    if bilingual is not None:
                        write_bilingual(done.report, place.with_name(f"{place.stem}.{source}-{target}.{bilingual}"))
                if report is not None:
                    done.report.write(reports / f"{_renamed(path, source, target)}.html" if reports else report)
            except TranslitError as error:
                failed += 1
                complain(error)
                continue
            finally:
                finished()
            if document.encoding_note and not quiet:
                click.echo(f"translit: {document.encoding_note}", err=True)
            doubts += len(done.report.doubts)
            if not quiet:
                say(path, done.report, everything)
    if failed:
        if len(files) > 1:
            click.echo(f"translit: {failed} of {len(files)} files failed", err=True)
        raise click.exceptions.Exit(1)
    if strict and doubts:
        raise click.exceptions.Exit(3)


def _folder(path: Path | None, *, several: bool) -> Path | None:
    """The path, made a folder if it is to be one: for several files, or where it has no suffix."""
    from translit.errors import OutputError

    if path is None or not (several or path.is_dir() or not path.suffix):
        return None
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"the folder could not be made: {fault.strerror}", path) from fault
    return path


def _renamed(path: Path, source: str, target: str) -> str:
    """article.en.txt becomes article.ru.txt; article.txt becomes article.ru.txt too."""
    if str(path) == "-":
        return f"stdin.{target}.txt"
    stem = path.stem.removesuffix(f".{source}")
    return f"{stem}.{target}{path.suffix}"
