"""The bytes of a glossary as text, and what is no text of a glossary at all."""

from __future__ import annotations

from pathlib import Path

from translit.errors import GlossaryError

# Far above any real glossary; a file beyond it is something else, or meant to do harm
LARGEST = 256 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises GlossaryError if it is missing, no file, unreadable or too large."""
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise GlossaryError(f"the glossary is larger than {LARGEST // 2**20} MB; split it", path)
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise GlossaryError(f"the glossary cannot be read: {reason}", path) from error


def decode(raw: bytes, path: Path) -> str:
    """UTF-8, with a byte order mark or without. Raises GlossaryError with the line of the first bad byte."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise GlossaryError(
            "the glossary is not in UTF-8; save it again as 'CSV UTF-8' or convert it, for instance with iconv",
            path,
            line,
        ) from error


def numbered_lines(text: str) -> list[tuple[int, str]]:
    """(number from 1, line without its end) for every line."""
    return list(enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1))
