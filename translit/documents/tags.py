"""HTML, XHTML and XML as a row of tokens that says where each stands in the file.

The pattern follows the tokenizer of the HTML standard, with two leniences for broken files: an attribute
whose quote never closes ends with its tag, and a tag that never ends is text. `html.parser` of the
standard library was tried first; it loses the rest of a file as text after a lone '&#', differs from
one release of Python to the next, and needs time that grows with the square of a broken file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from translit.passages import Span

DEEPEST = 1000  # tags one in another; browsers stop at 512

_ATTRIBUTE = r"""[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]++)?+)?+"""
_TOKEN = re.compile(
    rf"""
      <!--(?:-?>|.*?(?:--!?>|\Z))
    | (?P<cdata><!\[CDATA\[)
    | <[!?][^>]*+(?:>|\Z)
    | </[^A-Za-z>][^>]*+(?:>|\Z)
    | </>
    | <(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)(?:[\s/=]++|{_ATTRIBUTE})*+>
    """,
    re.VERBOSE | re.DOTALL,
)
_VALUE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^\s>]++))?+)?+""")
# what stands in them is no HTML, up to the tag that closes them
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is 'text', 'start', 'end' or 'other' (comments, declarations); `name` that of a tag.

    `closed`: a slash at its end closes the tag at once, as XML has it.
    """

    kind: str
    span: Span
    name: str = ""
    closed: bool = False


class Dialect(Enum):
    """HTML and XHTML know elements in which no tags are, and names in any case; XHTML and XML know CDATA."""

    HTML = "html"
    XHTML = "xhtml"
    XML = "xml"


def tokens(text: str, dialect: Dialect = Dialect.HTML) -> Iterator[Token]:
    """The whole text as tokens, none missing and none over another."""
    xml = dialect is not Dialect.HTML
    done = place = 0
    while match := _TOKEN.search(text, place):
        end = match.end()
        if match.group("cdata"):
            stop = text.find("]]>" if xml else ">", end)
            end = len(text) if stop < 0 else stop + (3 if xml else 1)
        if done < match.start():
            yield Token("text", Span(done, match.start()))
        name = match.group("name") or ""
        name = name if dialect is Dialect.XML else name.lower()
        kind = "other" if not name else "end" if match.group("end") else "start"
        closed = xml and kind == "start" and text[end - 2] == "/"
        yield Token(kind, Span(match.start(), end), name, closed)
        done = place = end
        if kind == "start" and name in _RAW and not closed and dialect is not Dialect.XML:
            close = _closing(name).search(text, end)
            place = close.start() if close else len(text)
    if done < len(text):
        yield Token("text", Span(done, len(text)))


def attributes(text: str, tag: Span) -> dict[str, Span]:
    """The attributes of a start tag, by name in lower case, and where their values stand, without quotes.

    One without a value has an empty stretch after its name; of several alike the first counts.
    """
    found: dict[str, Span] = {}
    name = re.compile(r"<[^\s/>]*+").match(text, tag.start)
    place = name.end() if name else tag.end
    for match in _VALUE.finditer(text, place, tag.end - 1):
        group = next((number for number in (2, 3, 4) if match.group(number) is not None), None)
        span = Span(*match.span(group)) if group else Span(match.end(), match.end())
        found.setdefault(match.group(1).lower(), span)
    return found


@lru_cache(maxsize=16)
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
