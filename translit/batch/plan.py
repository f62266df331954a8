"""Which files a batch takes, and where each result goes: the tree below a folder is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from glob import has_magic
from pathlib import Path, PurePath

from translit.batch.record import Record
from translit.documents import suffixes
from translit.errors import DocumentError, Problem, UsageError


@dataclass(frozen=True, slots=True)
class Item:
    """A file, and where its translation goes.

    place   a path below the output folder, with slashes
    source  the tag of its language, '' if it cannot be translated
    problem why not
    """

    path: Path
    place: str
    source: str
    problem: str = ""


def is_batch(files: Sequence[Path]) -> bool:
    """Whether the files are more than one: several, a folder, or a pattern that the shell did not resolve."""
    return len(files) > 1 or any(path.is_dir() or _pattern(path) for path in files)


def plan(files: Sequence[Path], folder: Path, source: Callable[[Path], tuple[str, str]], target: str) -> list[Item]:
    """Every file of `files`, folders and patterns in the order of their names.

    Of a folder those files are taken whose kind can be read; hidden ones, links to folders and what
    lies in an output folder inside it are not, nor is anything that a batch wrote. `source` tells the
    language of a file, or '' and why it cannot be translated.

    Raises UsageError if two files would be written to one place, or for standard input among files;
    DocumentError for a folder or pattern without a file to translate.
    """
    found: dict[Path, PurePath] = {}
    written = Record(folder).written
    for given in files:
        if str(given) == "-":
            raise UsageError("standard input goes alone; leave out - or the other files")
        for path, below in _below(given, folder.resolve(), written):
            found.setdefault(path, below)
    items = []
    for path, below in found.items():
        tag, problem = source(path)
        items.append(Item(path, (below / renamed(path, tag, target)).as_posix(), tag, problem))
    first: dict[str, Path] = {}
    if not items:
        raise DocumentError("only results of a batch are named here; name the files they were made of", files[0])
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
    stem = path.stem.removesuffix(f".{source}") if source else path.stem
    return f"{stem}.{target}{path.suffix}"


def _pattern(path: Path) -> bool:
    return has_magic(str(path)) and not path.exists()


def _below(given: Path, output: Path, written: Collection[Path]) -> Iterator[tuple[Path, PurePath]]:
    """Files, each with the folder it stands in below what was given."""
    if _pattern(given):
        top = Path(*_until(given.parts))
        pattern = str(given.relative_to(top))
        found = [path for path in sorted(top.glob(pattern)) if path.is_file()]
    elif given.is_dir():
        top = given
        found = list(_walked(given))
    else:
        if given.resolve() not in written:
            yield given, PurePath()
        return
    inside = output != top.resolve() and output.is_relative_to(top.resolve())
    found = [
        path
        for path in found
        if path.resolve() not in written and not (inside and path.resolve().is_relative_to(output))
    ]
    if not found:
        raise DocumentError("there is no file here that could be translated", given)
    for path in found:
        yield path, path.parent.relative_to(top)


def _until(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if has_magic(part):
            return
        yield part


def _walked(folder: Path) -> Iterator[Path]:
    readable = suffixes()
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        for name in sorted(names):
            suffix = Path(name).suffix.lower()
            if name[0] != "." and suffix and suffix in readable:
                yield Path(here) / name
