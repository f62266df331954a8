"""Does each mark sit on the right words of the translation? `marks.yaml` has the sentences and the answers.

    python benchmarks/documents/marks.py                 the projection alone, along alignments given by hand
    python benchmarks/documents/marks.py --model FOLDER  the whole path from English into Russian (default: the starter)

By hand, a mark counts if it covers exactly the words that were marked, in both directions; a word that
stands for nothing ("the", "a") may be inside or outside. One without width must be where it should.
With a model, nobody can say beforehand what it will write: a mark counts if one of its stems is under
it (before it, if it has no width) and it covers at most two words more than in the source. Marks
whose words the model did not translate at all are told apart and do not count.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import yaml

from translit.markup import project_marks
from translit.passages import Mark, Passage, Span
from translit.translator import Translator

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("marks.yaml").read_text(encoding="utf-8"))
_EDGE = re.compile(r"\[\[(\d+):(.*?)\]\]")


def read(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A text without the brackets, and its marks in the order of their numbers."""
    plain, marks, done = "", {}, 0
    for match in _EDGE.finditer(text):
        plain += text[done : match.start()]
        marks[int(match[1])] = Mark(
            Span(len(plain), len(plain) + len(match[2])), "strong" if match[2] else "footnote", match[1]
        )
        plain += match[2]
        done = match.end()
    return plain + text[done:], tuple(marks[number] for number in sorted(marks))


def place(text: str, word: str) -> Span:
    """The only place of a word."""
    (match,) = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    return Span(*match.span())


def by_hand(source: str, target: str) -> tuple[int, int]:
    """How many marks sit exactly where they should, of how many; `source` and `target` are 'en' or 'ru'."""
    right = count = 0
    for case in CASES:
        (before, marks), (after, wanted) = read(case[source]), read(case[target])
        pairs = [pair.split("=") for pair in case["pairs"].split()]
        pairs = [pair if source == "en" else pair[::-1] for pair in pairs]
        alignment = [(place(before, a), place(after, b)) for a, b in pairs]
        for found, one in zip(project_marks(marks, alignment, before, after), wanted, strict=True):
            count += 1
            words = [[b for _, b in alignment if b.overlaps(span)] for span in (found.span, one.span)]
            if words[0] == words[1] and (found.span == one.span or len(one.span)):
                right += 1
            else:
                print(f"  {source}: {one.span.of(after) or '(no width)'!r} became {found.span.of(after)!r} in: {after}")
    return right, count


def by_model(translator: Translator) -> tuple[int, int, int]:
    """Marks that sit right, that can be judged, and all."""
    right = judged = count = 0
    passages = []
    for number, case in enumerate(CASES):
        text, marks = read(case["en"])
        passages.append(Passage(f"p{number}", text, marks))
    report = translator.translate_document(_Given(passages)).report
    for case, passage, done in zip(CASES, passages, report.passages, strict=True):
        for mark, found, stems in zip(passage.marks, done.marks, case["stems"], strict=True):
            count += 1
            if not re.search(stems, done.text, re.IGNORECASE):
                continue
            judged += 1
            words = re.findall(r"[\w-]+", found.span.of(done.text))
            if not len(mark.span):
                words = re.findall(r"[\w-]+", done.text[: found.span.start])[-1:]
            most = len(mark.span.of(passage.text).split()) + 2
            if re.search(stems, " ".join(words), re.IGNORECASE) and len(words) <= most:
                right += 1
            else:
                print(f"  {mark.span.of(passage.text) or '(no width)'!r} became {' '.join(words)!r} in: {done.text}")
    return right, judged, count


class _Given:
    """A document of these passages, which is never written."""

    path = None
    encoding_note = None

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = tuple(passages)

    def render(self, *_: object, **__: object) -> bytes:
        raise NotImplementedError

    def write(self, *_: object, **__: object) -> None:
        raise NotImplementedError


def main() -> None:
    """Print the shares."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", help="a folder, a name of `translit models list`, or default")
    chosen = arguments.parse_args()
    if chosen.model:
        translator = Translator("en", "ru", model=None if chosen.model == "default" else chosen.model)
        right, judged, count = by_model(translator)
        said = f"{right} of {judged} marks ({right / max(1, judged):.0%}); {count - judged} not said"
        print(f"{translator.signature}: {said}")
        return
    for source, target in (("en", "ru"), ("ru", "en")):
        right, count = by_hand(source, target)
        print(f"{source} into {target}, alignment by hand: {right} of {count} marks ({right / count:.0%})")


if __name__ == "__main__":
    main()
