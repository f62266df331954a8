"""XML that can be trusted: well-formed, without entities of its own, and not absurdly deep."""

from __future__ import annotations

from collections.abc import Sequence
from xml.parsers import expat

from translit.documents.decoding import Decoded
from translit.documents.tags import DEEPEST, Dialect, Token, tokens
from translit.errors import DocumentError


def xml_tokens(source: Decoded, inside: str = "") -> list[Token]:
    """The tokens of a well-formed file; `inside` names the part of an archive that it is.

    The standard library's expat checks it: no entity is resolved, nothing is fetched. Raises
    DocumentError if it is not well-formed, declares entities, or has tags more than 1000 deep.
    """
    where = f"{inside} inside of it: " if inside else ""
    parser = expat.ParserCreate("utf-8")
    depth = 0

    def refuse(reason: str) -> DocumentError:
        return DocumentError(f"{where}{reason}", source.path, parser.CurrentLineNumber)

    def entity(*_: object) -> None:
        raise refuse("it declares entities of its own, which are not resolved; save the document without them")

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise refuse(f"more than {DEEPEST} tags stand one in another")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.EntityDeclHandler = entity
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(source.text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as fault:
        reason = expat.ErrorString(fault.code)
        raise DocumentError(f"{where}the XML is not well-formed ({reason})", source.path, fault.lineno) from None
    return list(tokens(source.text, Dialect.XML))


def closing(found: Sequence[Token], number: int) -> int:
    """The number of the token that closes the element that token `number` opens; itself if a slash closes it."""
    if found[number].closed:
        return number
    depth = 0
    for last in range(number, len(found)):
        if found[last].kind == "start":
            depth += not found[last].closed
        elif found[last].kind == "end":
            depth -= 1
            if not depth:
                return last
    raise ValueError("the element has no end")  # xml_tokens lets no such file through
