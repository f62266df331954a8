"""Which files a batch takes, and where each result goes: the tree below a folder is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path, PurePath

from translit.documents import suffixes
from translit.errors import DocumentError, Problem, UsageError


@dataclass(frozen=True, slots=True)
class Item:
    """A file, and where its translation goes: `place` is a path below the output folder, with slashes."""

    path: Path
    place: str


def is_batch(files: Sequence[Path]) -> bool:
    """Whether the files are more than one: several, a folder, or a pattern that the shell did not resolve."""
    return len(files) > 1 or any(path.is_dir() or _pattern(path) for path in files)


def plan(files: Sequence[Path], folder: Path, source: str, target: str) -> list[Item]:
    """Every file of `files`, folders and patterns in the order of their names.

    Of a folder those files are taken whose kind can be read; hidden ones, links to folders and what
    lies in the output folder are not. A file that is named is taken as it is.

    Raises UsageError if two files would be written to one place, or for standard input among files;
    DocumentError for a folder or pattern without a file to translate.
    """
    found: dict[Path, PurePath] = {}
    for given in files:
        if str(given) == "-":
            raise UsageError("standard input goes alone; leave out - or the other files")
        for path, below in _below(given, folder.resolve()):
            found.setdefault(path, below)
    items = [Item(path, (below / renamed(path, source, target)).as_posix()) for path, below in found.items()]
    first: dict[str, Path] = {}
    clashes = [
        Problem(
            f"would be written to {item.place}, as {first[item.place]} is; give one of them another name", item.path
        )
        for item in items
        if first.setdefault(item.place, item.path) != item.path
    ]
    if clashes:
        raise UsageError(clashes)
    return items


def renamed(path: Path, source: str, target: str) -> str:
    """article.en.txt becomes article.ru.txt; article.txt becomes article.ru.txt too."""
    if str(path) == "-":
        return f"stdin.{target}.txt"
    stem = path.stem.removesuffix(f".{source}")
    return f"{stem}.{target}{path.suffix}"


def _pattern(path: Path) -> bool:
    return has_magic(str(path)) and not path.exists()


def _below(given: Path, output: Path) -> Iterator[tuple[Path, PurePath]]:
    """Files, each with the folder it stands in below what was given."""
    if _pattern(given):
        fixed = Path(*_until(given.parts))
        pattern = str(given.relative_to(fixed))
        found = [path for path in sorted(fixed.glob(pattern)) if path.is_file() and not _within(path, output)]
        top = fixed
    elif given.is_dir():
        found, top = list(_walked(given, output)), given
    else:
        yield given, PurePath()
        return
    if not found:
        raise DocumentError("there is no file here that could be translated", given)
    for path in found:
        yield path, path.parent.relative_to(top)


def _until(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if has_magic(part):
            return
        yield part


def _walked(folder: Path, output: Path) -> Iterator[Path]:
    readable = suffixes()
    for here, folders, names in os.walk(folder):
        place = Path(here)
        folders[:] = sorted(name for name in folders if name[0] != "." and (place / name).resolve() != output)
        for name in sorted(names):
            suffix = Path(name).suffix.lower()
            if name[0] != "." and suffix and suffix in readable and not _within(place / name, output):
                yield place / name


def _within(path: Path, folder: Path) -> bool:
    """Whether the file is a result in the output folder, where that lies inside the input."""
    return path.resolve().is_relative_to(folder)
