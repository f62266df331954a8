"""The files a glossary may be kept in: CSV and TSV.

Each is one file with a function that reads it into a `Reading`, entries and faults together, and one that writes it.
"""

from __future__ import annotations

from pathlib import Path

from translit.glossary.formats.building import Reading
from translit.glossary.formats.rows import read_table
from translit.languages import language

__all__ = ["Reading", "read"]


def read(path: Path, *, source: str = "", target: str = "") -> Reading:
    """Read a glossary file by its suffix.

    source, target  languages of a plain file of two columns without a header

    Raises GlossaryError if it cannot be told apart into entries at all, and LanguageError for an unknown language.
    """
    wanted = tuple(language(tag).tag for tag in (source, target) if tag)
    return read_table(path, wanted)
