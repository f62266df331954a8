"""The files a glossary may be kept in, told by their suffix: CSV and TSV, TBX, TMX, UTX and YAML.

Each is one file with a function that reads it into a `Reading`, entries and faults together, and one that writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from translit.errors import UsageError
from translit.glossary.entry import Entry, Kind
from translit.glossary.formats.building import Reading
from translit.glossary.formats.rows import read_table, write_plain, write_table
from translit.languages import language

__all__ = ["STYLES", "Reading", "losses", "read", "written"]

# Ways to write a file that its suffix leaves open: a table of two bare columns, and the styles of TBX
STYLES = ("plain", "dca", "dct", "2008")
_TABLES = {".csv": ",", ".tsv": "\t", ".tab": "\t", ".txt": "\t"}
_YAML = (".yaml", ".yml")
_KNOWN = (*_TABLES, ".tbx", ".tmx", ".utx", *_YAML)


def read(path: Path, *, source: str = "", target: str = "") -> Reading:
    """Read a glossary file by its suffix; a table where that says nothing.

    source, target  languages of a plain file of two columns without a header

    Raises GlossaryError if it cannot be told apart into entries at all, and LanguageError for an unknown language.
    """
    wanted = tuple(language(tag).tag for tag in (source, target) if tag)
    match path.suffix.lower():
        case ".tbx":
            from translit.glossary.formats.tbx import read_tbx

            return read_tbx(path)
        case ".tmx":
            from translit.glossary.formats.tmx import read_tmx

            return read_tmx(path)
        case ".utx":
            from translit.glossary.formats.utx import read_utx

            return read_utx(path)
        case suffix if suffix in _YAML:
            from translit.glossary.formats.yaml_list import read_yaml

            return read_yaml(path)
        case _:
            return read_table(path, wanted)


def written(entries: Sequence[Entry], path: Path, *, source: str = "", target: str = "", style: str = "") -> bytes:
    """The entries as the file of this name would hold them.

    source, target  the two languages of a plain table and of UTX
    style           one of STYLES

    Raises UsageError for a suffix or style that is not written, and where two languages are needed and not given.
    """
    suffix = path.suffix.lower()
    if suffix not in _KNOWN:
        raise UsageError(
            f"a glossary is written as {', '.join(_KNOWN)}, not as {suffix or 'a file without a suffix'!r}"
        )
    allowed = ("plain",) if suffix in _TABLES else STYLES[1:] if suffix == ".tbx" else ()
    if style and style not in allowed:
        raise UsageError(f"{suffix} has no style {style!r}" + (f"; use {', '.join(allowed)}" if allowed else ""))
    if (suffix == ".utx" or style == "plain") and not (source and target):
        raise UsageError("this format holds two languages; say which with --from and --to")
    one, other = (language(tag).tag if tag else "" for tag in (source, target))
    match suffix:
        case ".tbx":
            from translit.glossary.formats.tbx_writing import Style, write_tbx

            return write_tbx(entries, Style(style or Style.DCA))
        case ".tmx":
            from translit.glossary.formats.tmx import write_tmx

            return write_tmx(entries)
        case ".utx":
            from translit.glossary.formats.utx import write_utx

            return write_utx(entries, one, other)
        case ".yaml" | ".yml":
            from translit.glossary.formats.yaml_list import write_yaml

            return write_yaml(entries)
        case _ if style == "plain":
            return write_plain(_pairs(entries, one, other), _TABLES[suffix])
        case _:
            return write_table(entries, _TABLES[suffix])


def losses(before: Sequence[Entry], after: Sequence[Entry]) -> list[str]:
    """Entries that a written file does not hold, or not in full: one sentence each, in their order."""
    kept = {_matter(entry) for entry in after}
    words = {frozenset(_words(entry)) for entry in after}
    return [
        f"{entry.id!r} keeps its words, but not all that is said of them"
        if frozenset(_words(entry)) in words
        else f"{entry.id!r} does not keep all its words"
        for entry in before
        if _matter(entry) not in kept
    ]


def _words(entry: Entry) -> Iterator[tuple[str, str]]:
    return ((tag, wording.text) for tag, wordings in entry.terms.items() for wording in wordings)


def _matter(entry: Entry) -> tuple[object, ...]:
    """An entry but for its name and place."""
    terms = tuple(sorted(entry.terms.items()))
    rest = (entry.kind, entry.case, entry.match, entry.domain, entry.priority, entry.note, entry.origin)
    return terms, *rest


def _pairs(entries: Sequence[Entry], source: str, target: str) -> Iterator[tuple[str, str]]:
    """Each source wording with the one that is written for it; with itself where it is copied."""
    for entry in entries:
        targets = entry.targets(target)
        for wording in entry.sources(source):
            if entry.kind is Kind.KEEP:
                yield wording.text, wording.text
            elif targets:
                yield wording.text, targets[0].text
