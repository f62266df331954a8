"""JSON Lines (.jsonl, .ndjson): the named fields of each line as passages; keys, numbers and layout stay.

A field is named by the keys that lead to it, with dots between them ('body', 'article.title'); in a
list every string counts. A line break in a value parts two passages. The standard library's `json`
checks each line; it tells no places, so the strings are found again by their tokens.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.stretches import LINE, StretchDocument
from translit.errors import DocumentError
from translit.letters import nfc
from translit.passages import Passage, Span
from translit.verbatim import copied, has_words

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')
_PARTS = re.compile(r"(?:\\[nr])++|(?:\\u[0-9A-Fa-f]{4}|\\[^nru]|[^\\])++")
_ESCAPED = re.compile(r"\\u[0-9A-Fa-f]{4}")


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span


class JsonLinesDocument(StretchDocument[_Place]):
    """A file of JSON Lines; see `translit.documents.Document`. `fields` are translated, nothing else."""

    def __init__(self, source: Decoded, fields: Sequence[str]) -> None:
        # a file that has only escapes beyond ASCII goes on so
        self._ascii = source.text.isascii() and _ESCAPED.search(source.text) is not None
        super().__init__(source, self._read(source, frozenset(fields)))

    def _laid_out(self, new: Translated, place: _Place) -> str:
        return json.dumps(" ".join(new.text.split()), ensure_ascii=self._ascii)[1:-1]

    def _read(self, source: Decoded, fields: frozenset[str]) -> Iterator[tuple[_Place, Passage]]:
        seen: dict[str, bool] = {}
        number = 0
        for count, match in enumerate(LINE.finditer(source.text), 1):
            line = match.group().rstrip("\r\n")
            if not line.strip():
                continue
            self._check(line, count)
            for field, span in _strings(line):
                seen[field] = seen.get(field, False) or field in fields
                if field not in fields:
                    continue
                for part in _parts(line, span):
                    words = nfc(" ".join(str(json.loads(f'"{part.of(line)}"', strict=False)).split()))
                    if has_words(words, copied(words)):
                        number += 1
                        yield _Place(part.moved(match.start())), Passage(f"p{number}", words, verbatim=copied(words))
        missing = sorted(fields - seen.keys())
        if missing or not fields:
            wanted = (
                f"there is no text in the field {missing[0]!r}" if missing else "the fields to translate are not named"
            )
            known = ", ".join(seen) or "none"
            raise DocumentError(f"{wanted}; name them with --field (those with text are {known})", source.path)

    def _check(self, line: str, number: int) -> None:
        try:
            value = json.loads(line)
        except ValueError as fault:
            raise DocumentError(f"this line is no JSON ({fault})", self.path, number) from None
        except RecursionError:
            raise DocumentError("the JSON of this line is nested too deeply", self.path, number) from None
        if not isinstance(value, dict):
            raise DocumentError('this line is no JSON object with fields, such as {"title": …}', self.path, number)


def _strings(line: str) -> Iterator[tuple[str, Span]]:
    """The strings of a valid line, each with the keys that lead to it, and where it stands without its quotes."""
    stack: list[str | None] = []  # the key that is read, '' before it; None in a list
    for match in _TOKEN.finditer(line):
        token = match.group()
        if token in "{[":
            stack.append("" if token == "{" else None)
        elif token in "}]":
            stack.pop()
        elif token == "," and stack[-1] is not None:
            stack[-1] = ""
        elif token[0] == '"':
            if stack[-1] == "":
                stack[-1] = json.loads(token) or " "
            else:
                yield ".".join(key for key in stack if key), Span(match.start() + 1, match.end() - 1)


def _parts(line: str, span: Span) -> Iterator[Span]:
    """The lines of a string, without blanks on either side."""
    for match in _PARTS.finditer(line, span.start, span.end):
        raw = match.group()
        if raw.strip() and not re.fullmatch(r"(?:\\[nr])+", raw):
            yield Span(match.end() - len(raw.lstrip()), match.start() + len(raw.rstrip()))
