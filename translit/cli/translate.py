"""`translit translate`: files or standard input through the whole path."""

from __future__ import annotations

from pathlib import Path

import click

from translit.cli.output import or_stdout


@click.command(short_help="Translate files, place terms, settle names.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--from", "source", required=True, metavar="LANG", help="Language of the files, such as en, or auto.")
@click.option("--to", "target", required=True, metavar="LANG", help="Language to translate into, such as ru.")
@click.option("-g", "--glossary", "glossaries", multiple=True, type=click.Path(path_type=Path), help="Glossary.")
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option("--style", default="", metavar="NAME", help="House style of the register, such as ap.")
@click.option("--scheme", default="", metavar="NAME", help="How names no register knows are written in Latin letters.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    callback=or_stdout,
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
@click.option("--anew", is_flag=True, help="Do again what a batch has done, and overwrite what stands in its place.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what a batch would do and about how long; write nothing.")
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
    anew: bool,
    dry: bool,
    strict: bool,
    everything: bool,
    quiet: bool,
) -> None:
    """Translate FILES (- is stdin), place terms, settle names, and say what was done.

    One file without -o goes to stdout. Several files, a folder or a pattern are a batch and need -o
    FOLDER: article.en.txt becomes article.ru.txt there, and the tree below a folder is kept. A file
    that fails is reported and the rest go on. Stopped or killed, the same command goes on from
    there; batch.json says what became of each file. --from auto looks at each file's own words.
    """
    from translit.cli.carrying import carry_many, carry_one, foresee
    from translit.cli.wishes import Wishes
    from translit.errors import UsageError

    if report is not None and report.suffix not in {"", ".json", ".html", ".htm"}:
        raise UsageError(f"a report is written as .json or .html, not as {report.suffix!r}")
    if bilingual is not None and output is None:
        raise UsageError("side by side is written beside the translation: add -o FILE or -o FOLDER")
    wishes = Wishes(
        source=source,
        target=target,
        output=output,
        report=report,
        bilingual=bilingual,
        glossaries=glossaries,
        registers=registers,
        fields=fields,
        columns=columns,
        how={
            "style": style,
            "scheme": scheme,
            "model": model,
            "engine": engine,
            "beam": beam,
            "threads": threads,
        },
        forgetful=forgetful,
        anew=anew,
        everything=everything,
        quiet=quiet,
    )
    from translit.batch import is_batch

    if dry:
        foresee(files, wishes)
        return
    doubts = carry_many(files, wishes) if is_batch(files) else carry_one(files[0], wishes)
    if strict and doubts:
        raise click.exceptions.Exit(3)
