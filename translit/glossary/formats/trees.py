"""A file of XML as elements that know their line.

The parser is expat of the standard library: it numbers lines, fetches nothing, and is told to refuse a file that
declares entities, which may grow without end or read other files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from translit.errors import GlossaryError, Problem

_DEEPEST = 64
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Element:
    """An element: local name, namespace ('' for none), attributes by local name, what is inside it in order."""

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    inside: list[Element | str] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The elements directly inside."""
        return [part for part in self.inside if isinstance(part, Element)]

    def named(self, *names: str) -> Iterator[Element]:
        """The children of these names, in order."""
        return (child for child in self.children if child.name in names)

    def every(self, *names: str) -> Iterator[Element]:
        """The elements of these names at any depth, in order; not those inside of one already found."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.every(*names)

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """All the text inside, but for that of elements with these names."""
        return "".join(
            part if isinstance(part, str) else part.text(without)
            for part in self.inside
            if isinstance(part, str) or part.name not in without
        )


class _Refused(Exception):
    def __init__(self, reason: str) -> None:
        self.reason = reason


def read_tree(raw: bytes, path: Path) -> Element:
    """The root of a file. Raises GlossaryError with the line if it is no sound XML or declares entities."""
    root = Element("", "", {}, 1)
    open_ones = [root]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_ones) > _DEEPEST:
            raise _Refused(f"elements lie more than {_DEEPEST} deep in each other")
        space, _, local = name.rpartition(" ")
        told = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(local, space, told, parser.CurrentLineNumber)
        open_ones[-1].inside.append(element)
        open_ones.append(element)

    def end(name: str) -> None:
        open_ones.pop()

    def characters(text: str) -> None:
        open_ones[-1].inside.append(text)

    def declares(*declaration: object) -> None:
        raise _Refused("the file declares entities of its own, which are not read; write the text itself")

    def skipped(name: str, parameter: bool) -> None:
        if not parameter:
            raise _Refused(f"the entity '&{name[:40]};' is not known; write the character itself")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    parser.EntityDeclHandler = declares
    parser.SkippedEntityHandler = skipped
    try:
        parser.Parse(raw, True)
    except _Refused as refused:
        raise GlossaryError(refused.reason, path, parser.CurrentLineNumber) from None
    except expat.ExpatError as error:
        raise GlossaryError([_unsound(error, path)]) from error
    except (ValueError, LookupError) as error:  # an encoding that Python has not, or not for single bytes
        reason = "the encoding that the first line names cannot be read; save the file in UTF-8"
        raise GlossaryError(reason, path, 1) from error
    return root.children[0]


def _unsound(error: expat.ExpatError, path: Path) -> Problem:
    return Problem(f"this is no sound XML ({expat.ErrorString(error.code)})", path, max(1, error.lineno))
