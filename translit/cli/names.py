"""The verbs about persons: `names` collects them for a register, `reconcile` gives each one spelling."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translit.cli.complaint import complain
from translit.cli.output import folder_for, named

if TYPE_CHECKING:
    from translit.names import NameBook
    from translit.names.texts.respelling import Respelled

_RECORD = ".names.json"


@click.command(short_help="Collect the names in files.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--from", "source", metavar="LANG", help="Language of the files; article.ru.txt says its own.")
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), callback=named, help="A new register, for a person to edit."
)
@click.option("--ner", type=click.Path(path_type=Path), help="Folder of a model that finds persons (extra ner).")
@click.option("--field", "fields", multiple=True, metavar="NAME", help="Field of JSON Lines that is text.")
@click.option("--column", "columns", multiple=True, metavar="NAME|NUMBER", help="Column of a table that is text.")
def names(
    files: tuple[Path, ...],
    source: str | None,
    registers: tuple[Path, ...],
    output: Path | None,
    ner: Path | None,
    fields: tuple[str, ...],
    columns: tuple[str, ...],
) -> None:
    """Collect the names in FILES, a line each: how often, person of the register or ?, spellings, proposal, context.

    With -o, the names that no register knows are written as a register: proposed groups with their evidence,
    and the pairs that stay unsure. A person reads it; `reconcile` uses what is left without `proposed: true`.
    """
    from translit.documents import open_document
    from translit.documents.writing import write_beside
    from translit.errors import UsageError
    from translit.names import NameBook, Text, collect
    from translit.names.register.writing import as_yaml
    from translit.names.texts.drafting import HEADING, drafted

    if output is not None and output.exists():
        raise UsageError(f"{output} is there already and may hold a person's work; choose another name")
    recognise = None
    if ner is not None:
        from translit.names.texts.recognising import Recogniser

        recognise = Recogniser(ner)
    texts = []
    for path in files:
        there = open_document(path, fields=fields, columns=columns)
        lines = "\n".join(passage.text for passage in there.passages)
        texts.append(Text(str(path), lines, _language(path, source, "--from")))
    book = NameBook.read(*registers)
    groups = collect(texts, book=book, recognise=recognise)
    if output is not None:
        register = drafted(groups, book)
        write_beside(output, as_yaml(register, HEADING).encode("utf-8"))
        click.echo(f"{output}: {len(register.people)} proposed, {len(register.judgements)} unsure", err=True)
        return
    for group in groups:
        spellings = ", ".join(f"{spelling} ({number})" for spelling, number in group.spellings)
        click.echo(f"{group.count}\t{group.entry or '?'}\t{spellings}\t{group.proposal}\t{group.contexts[0][1]}")


@click.command(short_help="One spelling a person in existing texts.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option("--style", default="", metavar="NAME", help="House style of the register, such as ap.")
@click.option("--to", "tag", metavar="LANG", help="Language of the files; article.en.txt says its own.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day the texts are of; today if left out.")
@click.option("--proposed", is_flag=True, help="Use entries too that no person has read yet.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), callback=named, help="File; a folder for several files."
)
@click.option("--in-place", is_flag=True, help="Write over the files themselves.")
@click.option("--undo", is_flag=True, help=f"FILES are FILE{_RECORD} that an earlier run left: restore the input.")
@click.option("--strict", is_flag=True, help="Exit with 3 if a person should look at something.")
@click.option("-q", "--quiet", is_flag=True, help="No difference and no doubts.")
@click.option("--field", "fields", multiple=True, metavar="NAME", help="Field of JSON Lines that is text.")
@click.option("--column", "columns", multiple=True, metavar="NAME|NUMBER", help="Column of a table that is text.")
def reconcile(
    files: tuple[Path, ...],
    registers: tuple[Path, ...],
    style: str,
    tag: str | None,
    day: datetime | None,
    proposed: bool,
    output: Path | None,
    in_place: bool,
    undo: bool,
    strict: bool,
    quiet: bool,
    fields: tuple[str, ...],
    columns: tuple[str, ...],
) -> None:
    """Give each person of the register one spelling in FILES, in the right case, without translating.

    Shows what would change, and writes only where told: -o, or --in-place. Beside each file written stands
    FILE.names.json with every decision, from which --undo restores the input byte for byte.
    """
    from translit.errors import TranslitError, UsageError
    from translit.names import NameBook

    if in_place and output is not None:
        raise UsageError("-o and --in-place exclude each other")
    book = NameBook.empty()
    if not undo:
        if not registers:
            raise UsageError("which spelling is right? Give a register: -n names.yaml")
        read = NameBook.read(*registers)
        book = read.in_force(style, on=day.date() if day else None, proposed=proposed)
        waiting = 0 if proposed else sum(person.proposed for person in read.people)
        if waiting:
            click.echo(
                f"translit: {waiting} proposed entries were not used; take out `proposed: true` where one is right",
                err=True,
            )
    folder = folder_for(files, output)
    failed = doubts = 0
    for path in files:
        try:
            if undo:
                _undone(path, folder or output, folder is not None, in_place, quiet)
                continue
            place = path if in_place else folder / path.name if folder else output
            doubts += _reconciled(path, place, tag, style, book, in_place, quiet, fields, columns)
        except TranslitError as error:
            failed += 1
            complain(error)
    if failed:
        raise click.exceptions.Exit(1)
    if strict and doubts:
        raise click.exceptions.Exit(3)


def _reconciled(
    path: Path,
    place: Path | None,
    tag: str | None,
    style: str,
    book: NameBook,
    in_place: bool,
    quiet: bool,
    fields: Sequence[str],
    columns: Sequence[str],
) -> int:
    """One file: shown, and written where there is a place for it; how many doubts it has."""
    from translit.documents import open_document
    from translit.documents.writing import write_beside
    from translit.errors import UsageError
    from translit.names.texts.respelling import record, respelled

    if place is not None and str(path) == "-":
        raise UsageError("standard input has no file that could be restored; give a file, or leave out -o")
    document = open_document(path, fields=fields, columns=columns)
    before = b"" if str(path) == "-" else path.read_bytes()
    done = respelled(document, language=_language(path, tag, "--to"), book=book)
    if not quiet:
        for line in _shown(path, done):
            click.echo(line)
    if place is None:
        click.echo(f"translit: {path}: {done.changes} to change, {len(done.doubts)} doubts; nothing written", err=True)
        return len(done.doubts)
    after = done.render() if done.changed else before
    kept = _free(place)
    row = record(before, after, done, style)
    text = json.dumps({**row, "file": place.name}, ensure_ascii=False, indent=1) + "\n"
    write_beside(kept, text.encode("utf-8"))
    try:
        write_beside(place, after, source=path, replace_source=in_place)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    click.echo(f"translit: {place}: {done.changes} changed, {len(done.doubts)} doubts; decisions in {kept}", err=True)
    return len(done.doubts)


def _shown(path: Path, done: Respelled) -> Iterator[str]:
    if done.changed:
        yield f"--- {path}"
        yield f"+++ {path}"
        yield from done.difference()
    for decision in done.doubts:
        yield f"? {path} {decision.passage}: {decision.before!r}: {decision.reason}"


def _free(place: Path) -> Path:
    """A name for the decisions that is not taken: an earlier run may still have to be undone."""
    first = place.with_name(place.name + _RECORD)
    number, found = 2, first
    while found.exists():
        found, number = place.with_name(f"{place.name}.{number}{_RECORD}"), number + 1
    return found


def _undone(kept: Path, output: Path | None, several: bool, in_place: bool, quiet: bool) -> None:
    from translit.documents.writing import write_beside
    from translit.errors import InputError, UsageError
    from translit.names.texts.respelling import restored

    try:
        row = json.loads(kept.read_text(encoding="utf-8"))
        name = Path(str(row["file"])).name
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("this is no file of decisions that `translit reconcile` wrote", kept) from error
    written = kept.with_name(name)
    try:
        after = written.read_bytes()
    except OSError as error:
        raise InputError(f"{name}, which these decisions belong to, cannot be read beside them", kept) from error
    before = restored(after, row, kept)
    place = written if in_place else output / name if output and several else output
    if place is None:
        if not quiet:
            sys.stdout.buffer.write(before)
            sys.stdout.buffer.flush()
        return
    if place.is_dir():
        raise UsageError(f"{place} is a folder; name a file in it")
    write_beside(place, before, source=written, replace_source=in_place)
    click.echo(f"translit: {place}: as it was before its names were settled", err=True)


def _language(path: Path, told: str | None, option: str) -> str:
    """The language told, or the one in the name of the file: article.ru.txt."""
    from translit.errors import LanguageError, UsageError
    from translit.languages import NAMES, language

    if told:
        return language(told).tag
    part = Path(path.stem).suffix.removeprefix(".")
    try:
        if part:
            return language(part).tag
    except LanguageError:
        pass
    tags = ", ".join(sorted(NAMES))
    raise UsageError(f"which language is {path} in? Add {option} LANG ({tags}, ...), or name it like article.en.txt")
