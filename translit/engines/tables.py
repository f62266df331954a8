"""A table that lies beside a model: text in xz, whose first line names the columns, then a line a row."""

from __future__ import annotations

import lzma
from collections.abc import Iterable
from pathlib import Path

from translit.errors import ModelError


def packed(lines: Iterable[str]) -> bytes:
    """The file of these lines."""
    return lzma.compress("".join(f"{line}\n" for line in lines).encode(), preset=9 | lzma.PRESET_EXTREME)


def unpacked(path: Path, what: str, largest: int) -> list[list[str]]:
    """The cells of every line, the first one's at the front; [[""]] for an empty file.

    what     what the table is, with its article
    largest  bytes that it may have unpacked: what unpacks to gigabytes is none
    Raises ModelError if it is larger, or no text in xz and UTF-8.
    """
    try:
        with lzma.open(path) as packing:
            text = packing.read(largest + 1)
        if len(text) > largest:
            raise ModelError(f"{what} has at most {largest:,d} bytes; get the model again", path)
        return [line.split("\t") for line in text.decode().splitlines() or [""]]
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise ModelError(f"{what} is text in xz and UTF-8, and this is none; get the model again", path) from error
