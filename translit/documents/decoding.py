"""From a file's bytes to text and back, in the file's own encoding.

UTF-8 and UTF-16 say what they are, and HTML and XML in their first lines what else they are in.
Windows-1251 does not say it, so it is taken only when the letters read like Cyrillic prose: its
neighbours (KOI8-R, CP866, Mac Cyrillic, Latin-1) read as cp1251 give capitals inside words, signs
instead of letters, or Latin and Cyrillic in one word.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from translit.errors import DocumentError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MAGIC = (
    (b"%PDF-", "a PDF; export it as plain text first"),
    (b"PK\x03\x04", "a zip archive or an office document under another name; give it its own suffix"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text first"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
)
LARGEST = 64 * 2**20  # bytes of a file, or of a text inside of an archive
_DECLARED = re.compile(
    rb"""<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_SAMPLE = 200_000  # characters are enough to tell an alphabet by
_CONTROL = re.compile(r"[\x01-\x07\x0e-\x19\x1b-\x1f\x7f]")
_CYRILLIC = "А-Яа-яЁёЄєІіЇїЎўҐґ"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text, and what it takes to write it back.

    text      the content without its byte order mark
    encoding  Python's name: 'utf-8', 'utf-16-le', 'utf-16-be', 'cp1251', or what HTML or XML declares
    bom       the byte order mark as it stood, b'' if none
    path      the file, None for standard input
    tagged    HTML or XML: a character that the encoding lacks is written as &#1234;
    guessed   nothing but its letters says what the encoding is
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    path: Path | None = None
    tagged: bool = False
    guessed: bool = False

    @property
    def note(self) -> str | None:
        """What a person should know of how the bytes were read; None where nothing was guessed."""
        return "read as Windows-1251, judging by its letters" if self.guessed else None

    def encode(self, text: str) -> tuple[bytes, str | None]:
        """`text` in the file's encoding, or in UTF-8 if that cannot hold it; and the note that says so."""
        if self.tagged:
            return self.bom + text.encode(self.encoding, "xmlcharrefreplace"), self.note
        try:
            return self.bom + text.encode(self.encoding), self.note
        except UnicodeEncodeError as fault:
            if not self.guessed:
                raise
            missing = text[fault.start]
            return text.encode(), f"read as Windows-1251, written as UTF-8: Windows-1251 has no {missing!r}"


def read(path: Path | None, *, tagged: bool = False) -> Decoded:
    """Read a file, or standard input for None; `tagged` is HTML or XML, which may say what encoding it is in.

    Raises DocumentError if it is missing, a folder, not readable, too large, empty, binary, or of unknown encoding.
    """
    return decode(read_bytes(path), path, tagged=tagged)


def read_bytes(path: Path | None) -> bytes:
    """The bytes of a file, or of standard input for None; raises DocumentError as `read` does."""
    try:
        if path is None:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                # a file says how long it is, a pipe does not
                known = os.fstat(file.fileno()).st_size
                data = file.read(LARGEST + 1) if known <= LARGEST else b""
                if known > LARGEST:
                    raise _too_large(path)
    except FileNotFoundError:
        raise DocumentError("there is no such file", path) from None
    except IsADirectoryError:
        raise DocumentError("this is a folder; name the files in it", path) from None
    except PermissionError:
        raise DocumentError("there is no permission to read this file", path) from None
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise DocumentError(f"the file cannot be read ({reason})", path) from None
    if len(data) > LARGEST:
        raise _too_large(path or Path("-"))
    return data


def _too_large(path: Path) -> DocumentError:
    return DocumentError(f"the file is larger than {LARGEST // 2**20} MB; split it into smaller ones", path)


def decode(data: bytes, path: Path | None = None, *, tagged: bool = False) -> Decoded:
    """Bytes to text; raises DocumentError as `read` does, naming `path`."""
    shown = path or Path("-")
    for start, kind in _MAGIC:
        if data.startswith(start):
            raise DocumentError(f"this is not a text but {kind}", shown)
    decoded = (_declared(data, path) if tagged else None) or _decode(data, path, shown)
    decoded = replace(decoded, tagged=tagged)
    if not decoded.text.strip():
        raise DocumentError("the file is empty; there is nothing to translate", shown)
    head = decoded.text[:_SAMPLE]
    if "\0" in decoded.text or len(_CONTROL.findall(head)) > len(head) // 10:
        raise DocumentError("this is a binary file, not a text", shown)
    return decoded


def _declared(data: bytes, path: Path | None) -> Decoded | None:
    """A file of HTML or XML in the encoding that it names, if that gives the same bytes again."""
    found = _DECLARED.search(data[:4096])
    if found is None or data.startswith(tuple(bom for bom, _ in _BOMS)):
        return None
    name = (found[1] or found[2]).decode().lower()
    # as browsers do: what is called Latin-1 is Windows-1252
    for encoding in ("cp1252", "latin-1") if name in ("iso-8859-1", "latin1", "latin-1") else (name,):
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data:
                return Decoded(text, codecs.lookup(encoding).name, path=path)
        except (LookupError, UnicodeError):
            continue
    return None


def _decode(data: bytes, path: Path | None, shown: Path) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data[len(bom) :].decode(encoding), encoding, bom, path)
            except UnicodeDecodeError:
                name = encoding[:6].upper().rstrip("-")
                raise DocumentError(f"the file begins as {name} but is damaged further on", shown) from None
    try:
        return Decoded(data.decode(), path=path)
    except UnicodeDecodeError as fault:
        if b"\0" in data:
            raise DocumentError("this is a binary file, not a text", shown) from None
        bad, line = data[fault.start], data.count(b"\n", 0, fault.start) + 1
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        text = ""
    # cp1251 leaves one byte without meaning, so what decodes also encodes to the same bytes
    if text and _reads_as_cyrillic(text[:_SAMPLE]):
        return Decoded(text, "cp1251", path=path, guessed=True)
    raise DocumentError(
        f"the text is not UTF-8 (byte 0x{bad:02X}) and not plainly another encoding that can be told by its "
        "letters; convert it, for example with: iconv -f CP866 -t UTF-8 OLD > NEW",
        shown,
        line,
    )


def _reads_as_cyrillic(text: str) -> bool:
    """Whether text read as cp1251 looks like Russian, Belarusian or Ukrainian prose."""
    beyond_ascii = re.findall(r"[^\x00-\x7f]", text)
    letters = re.findall(f"[{_CYRILLIC}]", text)
    signs = sum(character in "«»„“”‘’–—…№\xa0°§" for character in beyond_ascii)
    if len(letters) < 2 or len(letters) + signs < 0.95 * len(beyond_ascii):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    cyrillic = [word for word in words if re.search(f"[{_CYRILLIC}]", word)]
    mixed = sum(re.search("[A-Za-z]", word) is not None for word in cyrillic)
    odd_case = sum(re.search(r"[а-яёєіїўґ][А-ЯЁЄІЇЎҐ]", word) is not None for word in cyrillic)
    # nine letters make about 60 % of running text in all three languages
    frequent = sum(character in "оаеинтсрві" for character in map(str.lower, letters))
    return mixed <= 0.1 * len(cyrillic) and odd_case <= 0.1 * len(cyrillic) and frequent >= 0.4 * len(letters)
