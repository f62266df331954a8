"""Documents that are zip archives: some members hold passages, the others are carried over as they are.

An archive is never unpacked to disk, and what it claims to hold is looked at before anything is
read: a member with text may not be larger than a text file may be, and the whole no larger than a GB.
"""

from __future__ import annotations

import copy
import io
import lzma
import shutil
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from translit.documents import Translated
from translit.documents.changes import checked
from translit.documents.decoding import LARGEST, Decoded, decode, read_bytes
from translit.documents.stretches import StretchDocument
from translit.documents.writing import write_beside
from translit.errors import DocumentError

_PACKERS = (zlib.error, lzma.LZMAError)
_WHOLE = 2**30  # bytes of all members together
_OLE = b"\xd0\xcf\x11\xe0"


class Archive:
    """A zip file that was looked at and may be read. Raises DocumentError if it may not."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path, self.kind = path, kind
        self.data = read_bytes(path)
        if not self.data:
            raise DocumentError("the file is empty; there is nothing to translate", path)
        if self.data.startswith(_OLE):
            raise DocumentError(f"this is no {kind} but an old Office document, or one under a password", path)
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(self.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise DocumentError(
                f"this is no {kind}, or it is damaged: it cannot be read as a zip archive", path
            ) from None
        self.members = self.zip.infolist()
        sizes = [member.file_size for member in self.members]
        if sum(sizes) > _WHOLE or sum(member.compress_size for member in self.members) > len(self.data):
            raise DocumentError("this archive would unpack to far more than a document holds; it is not read", path)
        if len({member.filename for member in self.members}) < len(self.members):
            raise DocumentError("two members of this archive have the same name", path)
        if any(member.flag_bits & 1 for member in self.members):
            raise DocumentError(f"this {kind} is under a password; save it without one", path)

    def names(self) -> list[str]:
        """The names of the members, in the order of the archive."""
        return [member.filename for member in self.members]

    def read(self, name: str) -> bytes:
        """A member with text; raises DocumentError if it is missing, damaged or too large."""
        try:
            member = self.zip.getinfo(name)
            if member.file_size > LARGEST:
                size = f"larger than {LARGEST // 2**20} MB unpacked"
                raise DocumentError(
                    f"{name} inside of it is {size}, which no document needs; it is not read", self.path
                )
            return self.zip.read(member)
        except KeyError:
            raise DocumentError(f"this is no {self.kind}: {name} is missing inside of it", self.path) from None
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, *_PACKERS) as fault:
            raise DocumentError(f"{name} inside of it is damaged ({fault})", self.path) from None

    def text(self, name: str) -> Decoded:
        """A member of XML or HTML as text."""
        try:
            return decode(self.read(name), self.path, tagged=True)
        except DocumentError as fault:
            reason = fault.problems[0].text
            raise DocumentError(reason if name in reason else f"{name} inside of it: {reason}", self.path) from None

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with other contents in these members; all else as it was, in the same order."""
        if not changed:
            return self.data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            new.comment = self.zip.comment
            for member in self.members:
                info = copy.copy(member)
                if member.filename in changed:
                    info.file_size = len(changed[member.filename])
                    new.writestr(info, changed[member.filename])
                    continue
                try:
                    with self.zip.open(member) as old, new.open(info, "w") as place:
                        shutil.copyfileobj(old, place)
                except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, *_PACKERS) as fault:
                    raise DocumentError(f"{member.filename} inside of it is damaged ({fault})", self.path) from None
        return out.getvalue()


class ArchiveDocument:
    """A `translit.documents.Document` in an archive; `read` makes a document of each member that has passages."""

    def __init__(self, archive: Archive, names: list[str], read: Callable[[str], StretchDocument[Any]]) -> None:
        self._archive, self.path = archive, archive.path
        self.encoding_note: str | None = None
        self._parts = {name: read(name) for name in names}
        found = [(name, passage) for name, part in self._parts.items() for passage in part.passages]
        self.passages = tuple(replace(passage, id=f"p{number}") for number, (_, passage) in enumerate(found, 1))
        self._homes = {f"p{number}": (name, passage.id) for number, (name, passage) in enumerate(found, 1)}

    def render(self, translated: Mapping[str, str | Translated], *, language: str | None = None) -> bytes:
        """The archive with these texts in place; see `Document.render`."""
        changed: dict[str, dict[str, Translated]] = {}
        for number, new in checked(self.passages, translated, self.path).items():
            name, home = self._homes[number]
            changed.setdefault(name, {})[home] = new
        return self._archive.rewritten(
            {name: self._parts[name].render(texts, language=language) for name, texts in changed.items()}
        )

    def write(
        self,
        path: Path | str,
        translated: Mapping[str, str | Translated],
        *,
        language: str | None = None,
        replace_source: bool = False,
    ) -> None:
        """Render into a file; see `Document.write`."""
        data = self.render(translated, language=language)
        write_beside(Path(path), data, source=self.path, replace_source=replace_source)
