"""Names that no dictionary lists, as news writes them in other letters: by rules learnt from names of both spellings.

Practical transcription is a matter of custom, and of a hundred customs at once, for news has names of all nations.
What a letter is written as is decided by the letters around it, by as many of them as there is a rule for: a tree of
contexts from which all is left out that a smaller context says as well (IGTree: Daelemans, van den Bosch and Weijters
1997, "IGTree: Using Trees for Compression and Classification in Lazy Learning Algorithms").

`transcription.SOURCE.tsv.xz` lies in the model's folder beside its dictionary. Its first line names the columns: the
source, and a target each; then a line a rule: the letter in brackets within its context, ^ and $ for the ends of a word
(`^[c]h`), and what is written for it: '-' is nothing, and an empty cell no rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translit.engines import tables
from translit.engines.folders import Model
from translit.errors import ModelError, Problem
from translit.letters import capitalised, nfc

# contexts, from the smallest on: letters before, and letters behind
LEVELS = ((0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 4), (4, 4), (5, 5))
SILENT = "-"
_LARGEST = 4_000_000


class Transcription:
    """The rules of a model for one pair of languages."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        """`rules` has what is written by context."""
        self._rules = rules

    def __call__(self, name: str) -> str:
        """The name with a capital, each of its parts where it has hyphens; '' if a letter of it has no rule."""
        parts = [self._part(nfc(part).lower()) for part in name.split("-")]
        return "-".join(map(capitalised, parts)) if all(parts) else ""

    def _part(self, word: str) -> str:
        found = [
            next((self._rules[one] for one in reversed(tuple(contexts(word, place))) if one in self._rules), None)
            for place in range(len(word))
        ]
        return "" if None in found else "".join(one for one in found if one and one != SILENT)


def contexts(word: str, place: int) -> Iterator[str]:
    """The contexts of a letter, the smallest first; what is cut off at the end of a word is one with a smaller one."""
    whole = f"^{word}$"
    for before, behind in LEVELS:
        start = max(0, place + 1 - before)
        yield f"{whole[start : place + 1]}[{word[place]}]{whole[place + 2 : place + 2 + behind]}"


def file_name(source: str) -> str:
    """What the rules for names of a language are called in their folder."""
    return f"transcription.{source}.tsv.xz"


def packed(source: str, rules: Mapping[str, Mapping[str, str]]) -> bytes:
    """The file of a source: for each target what is written by context."""
    lines = ["\t".join((source, *rules))]
    for context in sorted(set().union(*rules.values())):
        lines.append("\t".join((context, *(one.get(context, "") for one in rules.values()))))
    return tables.packed(lines)


def read(model: Model, source: str, target: str) -> Transcription | None:
    """The rules of a model for a pair of languages; None if it has none.

    Raises ModelError with every line that is none.
    """
    path = model.folder / file_name(source)
    if not path.is_file():
        return None
    columns, *rows = tables.unpacked(path, "a table of transcription", _LARGEST)
    targets = columns[1:]
    if columns[0] != source or not targets:
        raise ModelError(f"{source} and its targets are expected; get the model again", path, 1)
    problems = [
        Problem("a context and what is written in each language are expected; get the model again", path, number)
        for number, row in enumerate(rows, 2)
        if len(row) != len(targets) + 1 or not row[0] or not any(row[1:])
    ]
    if problems:
        raise ModelError(problems)
    if target not in targets:
        return None
    column = 1 + targets.index(target)
    return Transcription({row[0]: row[column] for row in rows if row[column]})
