"""Are real files written back as they were read? Takes files and folders, prints a line a format.

    python benchmarks/documents/roundtrip.py /usr/share/doc --most 40

A file counts as kept if writing it without changes, and with every passage given back as it was,
gives the same bytes; and as read again if, after every passage got one word more, the written file
reads as exactly those passages. Files that are refused are counted apart, with their sentence.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from translit.documents import Document, Translated, open_document
from translit.errors import DocumentError

KINDS = {
    "text": (".txt",),
    "Markdown": (".md", ".markdown"),
    "HTML": (".html", ".htm", ".xhtml"),
    "Word": (".docx",),
    "OpenDocument": (".odt",),
    "PO": (".po", ".pot"),
    "subtitles": (".srt", ".vtt"),
    "EPUB": (".epub",),
    "XLIFF": (".xlf", ".xliff"),
}
MORE = " и ещё"


def found(places: list[Path], suffixes: tuple[str, ...], most: int) -> list[Path]:
    """At most so many files of these kinds, drawn by a fixed seed, none with the same bytes as another."""
    files = sorted(
        path
        for place in places
        for path in ([place] if place.is_file() else place.rglob("*"))
        if path.suffix.lower() in suffixes and path.is_file() and not path.is_symlink()
    )
    random.Random(7).shuffle(files)
    seen: dict[bytes, Path] = {}
    for path in files:
        if len(seen) == most:
            break
        seen.setdefault(path.read_bytes(), path)
    return list(seen.values())


def is_kept(document: Document, data: bytes) -> bool:
    """Whether nothing changes if no text does."""
    same = {passage.id: Translated(passage.text, passage.marks) for passage in document.passages}
    return document.render({}, language="ru") == data and document.render(same, language="ru") == data


def reads_again(document: Document, suffix: str, folder: Path) -> bool:
    """Whether new texts are there when the written file is read."""
    new = {passage.id: Translated(passage.text + MORE, passage.marks) for passage in document.passages}
    place = folder / f"again{suffix}"
    place.write_bytes(document.render(new, language="ru"))
    try:
        return [passage.text for passage in open_document(place).passages] == [one.text for one in new.values()]
    except DocumentError:
        return False


def main() -> None:
    """Print the counts."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("places", nargs="+", type=Path)
    arguments.add_argument("--most", type=int, default=40, help="files of a kind")
    chosen = arguments.parse_args()
    refused = defaultdict[str, list[str]](list)
    print("format\tfiles\trefused\tpassages\tkept\tread again")
    with tempfile.TemporaryDirectory() as folder:
        for kind, suffixes in KINDS.items():
            count = Counter[str]()
            for path in found(chosen.places, suffixes, chosen.most):
                count["files"] += 1
                try:
                    document = open_document(path)
                except DocumentError as fault:
                    refused[kind].append(str(fault))
                    continue
                count["passages"] += len(document.passages)
                if is_kept(document, path.read_bytes()):
                    count["kept"] += 1
                else:
                    print(f"  changed: {path}")
                if reads_again(document, path.suffix, Path(folder)):
                    count["again"] += 1
            numbers = count["files"], len(refused[kind]), count["passages"], count["kept"], count["again"]
            print(kind, *numbers, sep="\t")
    for kind, sentences in refused.items():
        for sentence in sentences:
            print(f"  {kind} refused: {sentence}")


if __name__ == "__main__":
    main()
