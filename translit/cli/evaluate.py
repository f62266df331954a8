"""`translit evaluate`: how well a translation holds, whoever made it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from translit.documents import Document
    from translit.passages import Passage

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(short_help="Whether a translation keeps terms and names, and how near it is to a reference.")
@click.argument("translation", type=_FILE)
@click.option("--of", "original", type=_FILE, help="What was translated: terms and names are looked for in it.")
@click.option("--reference", type=_FILE, help="A translation by a person: chrF++ and BLEU.")
@click.option("--from", "source", metavar="LANG", help="Language of the original, such as en.")
@click.option("--to", "target", required=True, metavar="LANG", help="Language of the translation, such as ru.")
@click.option("-g", "--glossary", "glossaries", multiple=True, type=click.Path(path_type=Path), help="Glossary.")
@click.option("-n", "--names", "registers", multiple=True, type=click.Path(path_type=Path), help="Register, YAML.")
@click.option("--style", default="", metavar="NAME", help="House style of the register, such as ap.")
@click.option("--strict", is_flag=True, help="Exit with 3 if a term or a name is missing.")
def evaluate(
    translation: Path,
    original: Path | None,
    reference: Path | None,
    source: str | None,
    target: str,
    glossaries: tuple[Path, ...],
    registers: tuple[Path, ...],
    style: str,
    strict: bool,
) -> None:
    """Count which terms and names of the original (--of) stand in TRANSLATION, in any form, and hold it
    against a --reference. No model is asked: the translation may be anybody's. Files are compared
    passage by passage, so they must have equally many.
    """
    from translit.documents import open_document
    from translit.errors import UsageError
    from translit.evaluation import kept, quality
    from translit.glossary import Glossary
    from translit.names import NameBook

    if original is None and reference is None:
        raise UsageError("nothing to hold the translation against: add --of ORIGINAL or --reference FILE, or both")
    if original is not None and (source is None or not (glossaries or registers)):
        raise UsageError("terms and names need --from LANG and a glossary (-g) or a register (-n)")
    done = open_document(translation)
    texts = [passage.text for passage in done.passages]
    if reference is not None:
        found = quality(texts, [one.text for one in _beside(done, open_document(reference), translation, reference)])
        click.echo(f"chrF++\t{found.chrf:.2f}\t{found.chrf_signature}")
        click.echo(f"BLEU\t{found.bleu:.2f}\t{found.bleu_signature}")
    if original is None or source is None:
        return
    passages = _beside(done, open_document(original), translation, original)
    mentions = kept(
        zip(passages, texts, strict=True),
        source=source,
        target=target,
        glossary=sum((Glossary.read(one, source=source, target=target) for one in glossaries), Glossary.empty()),
        names=NameBook.read(*registers).in_force(style),
    )
    for what, some in (
        ("terms", [one for one in mentions if not one.named]),
        ("names", [one for one in mentions if one.named]),
    ):
        click.echo(f"{what}\t{sum(one.at is not None for one in some)} of {len(some)} stand")
    missing = [one for one in mentions if one.at is None]
    for one in missing:
        click.echo(f"missing\t{one.passage}\t{one.mention.text}\t{' | '.join(one.mention.targets)}")
    if strict and missing:
        raise click.exceptions.Exit(3)


def _beside(done: Document, other: Document, path: Path, path_of_other: Path) -> Sequence[Passage]:
    from translit.errors import UsageError

    if len(done.passages) != len(other.passages):
        raise UsageError(
            f"{path} has {len(done.passages)} passages and {path_of_other} has {len(other.passages)}; "
            "passages are compared one by one, so they must be equally many"
        )
    return other.passages
