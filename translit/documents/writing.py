"""Writing a result so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from translit.errors import OutputError

_REASONS = {
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "the disk quota is used up; make room and try again",
    errno.EACCES: "there is no permission to write here; choose another place",
    errno.EPERM: "there is no permission to write here; choose another place",
    errno.EROFS: "the disk is read-only; choose another place",
    errno.ENOENT: "the folder does not exist; create it first",
    errno.ENOTDIR: "the folder does not exist; create it first",
    errno.ENAMETOOLONG: "the file name is too long; choose a shorter one",
}


def write_beside(path: Path, data: bytes, *, source: Path | None = None, replace_source: bool = False) -> None:
    """Write `data` to a new file beside `path` and put it in its place in one step.

    What stood at `path` stands until all bytes are on the disk; its permissions stay. A link is
    followed; a device or a pipe (such as /dev/stdout) is written to directly.

    Raises OutputError if it cannot be written, or if `path` is the file `source` that was read
    and `replace_source` is not set. Nothing half-written stays.
    """
    if source is not None and not replace_source and _same_file(path, source):
        raise OutputError("this is the file that was read; choose another name for the translation", path)
    part: Path | None = None
    try:
        place = path.resolve()
        mode = place.stat().st_mode if place.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise OutputError("this is a folder; name a file in it", path)
        if mode is not None and not stat.S_ISREG(mode):
            place.write_bytes(data)
            return
        if mode is not None and not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        part = place.with_name(f".{secrets.token_hex(8)}.part")
        _write_new(part, data, mode)
        part.replace(place)
    except (OSError, ValueError, RuntimeError) as fault:  # a NUL in the name; a ring of links
        number = fault.errno if isinstance(fault, OSError) else None
        reason = _REASONS.get(number or 0) or (isinstance(fault, OSError) and fault.strerror) or str(fault)
        raise OutputError(f"the result could not be written: {reason}", path) from fault
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write_new(part: Path, data: bytes, mode: int | None) -> None:
    # mode 0o666 leaves the permissions of a new file to the umask, as `open` would
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        part.chmod(stat.S_IMODE(mode))


def _same_file(path: Path, source: Path) -> bool:
    try:
        return path.samefile(source)
    except (OSError, ValueError):
        return False
