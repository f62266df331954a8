"""Stretches of a text in which a name is not ours to change: links, addresses, file names, code, spellings that
the text itself talks about, and titles of works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translit.letters import folded
from translit.names.tables import words
from translit.names.texts.tokens import Token, tokens
from translit.passages import Mark, Span
from translit.verbatim import copied

_CODE = re.compile(
    r"""`[^`\n]+`
      | [^\s«»“”„"'(){}<>]*\w\.(?:[a-z]{2,6}/[^\s«»“”"<>]*\w)             # t.me/Name
      | (?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:html?|pdf|docx?|xlsx?|pptx?|odt|rtf|txt|md|csv|json|xml|ya?ml|py|js
        |jpe?g|png|gif|svg|webp|tiff?|mp[34]|mov|avi|wav|zip|epub)\b
      | (?<![\w/.])/[\w.-]+(?:/[\w.-]+)+/?                                  # a path
      | (?<![@#\w])\w+_\w[\w.]*                                                       # snake_case
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”\n]+”|«[^»\n]+»|„[^“”\n]+[“”]|\"[^\"\n]+\"|‘[^’\n]+’|(?<!\w)'[^'\n]+'(?!\w)")
_CLAUSE = re.compile(r"[,;:()\[\].!?…—–\n]")
_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"]?\s+(?=[^\W\d_a-zа-яёіў])")
_NEAR = 60  # characters in which a word such as 'spelled' speaks of what is quoted
_EMPHASIS = {"em", "i", "italic", "cite"}


def guarded(text: str, marks: Iterable[Mark] = ()) -> Iterator[Span]:
    """The stretches that must stay as they are, in no particular order; they may overlap."""
    yield from copied(text)
    for match in _CODE.finditer(text):
        yield Span(*match.span())
    quotations = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    yield from _talked_of(text, quotations)
    yield from (span for span in quotations if _is_title(text, span))
    for mark in marks:
        # a work stands in italics; a name alone does so for stress
        if mark.kind in _EMPHASIS and _is_headed(tokens(mark.span.of(text))):
            yield mark.span


def _talked_of(text: str, quotations: list[Span]) -> Iterator[Span]:
    """Spellings that the text speaks of: 'spelled “X”', 'X, also transliterated as Y', 'formerly Z'."""
    for span in quotations:
        around = text[max(0, span.start - _NEAR) : span.start] + " | " + text[span.end : span.end + _NEAR]
        if any(folded(token.text) in words("spelling") | words("writing") for token in tokens(around)):
            yield span
    there = tokens(text)
    for place, token in enumerate(there):
        word = folded(token.text)
        following = there[place + 1 : place + 4]
        if word in words("spelling") and not (following and folded(following[0].text) == "out"):
            if not any(_sentence(text, token.span).overlaps(span) for span in quotations):
                yield Span(_clause_start(text, token.span.start), token.span.start)
            yield Span(token.span.start, _clause_end(text, following[0].span.end if following else token.span.end))
        elif word in words("formerly") or (word in words("languages") and _introduces(text, token, following)):
            # 'formerly Kiev', 'known in Russian as X', but not 'formerly of Kiev'
            name = next((each for each in following[:2] if folded(each.text) not in words("as")), None)
            if name is not None and name.capital:
                yield Span(name.span.start, _run_end(there, place + 1 + following.index(name)))


def _introduces(text: str, token: Token, following: Sequence[Token]) -> bool:
    """Whether the name of a language says that a spelling follows: 'Russian: X', 'in Polish as X'."""
    after = text[token.span.end : token.span.end + 2]
    return after.startswith(":") or bool(following and folded(following[0].text) in words("as"))


def _run_end(there: Sequence[Token], place: int) -> int:
    end = there[place].span.end
    for token in there[place + 1 :]:
        if not token.capital or token.before.strip(" \u00a0-"):
            break
        end = token.span.end
    return end


def _clause_start(text: str, start: int) -> int:
    found = [match.end() for match in _CLAUSE.finditer(text, max(0, start - _NEAR), start)]
    return found[-1] if found else max(0, start - _NEAR)


def _clause_end(text: str, end: int) -> int:
    match = _CLAUSE.search(text, end, end + _NEAR)
    return match.start() if match else min(len(text), end + _NEAR)


def _sentence(text: str, span: Span) -> Span:
    breaks = [match.start() for match in _SENTENCE.finditer(text)]
    start = max((place for place in breaks if place <= span.start), default=0)
    return Span(start, min((place for place in breaks if place >= span.end), default=len(text)))


def _is_title(text: str, span: Span) -> bool:
    """A quotation that is the title of a work: a word such as 'book' beside it, or the capitals of a headline."""
    inside = span.of(text)[1:-1]
    before = tokens(text[max(0, span.start - _NEAR) : span.start])
    after = tokens(text[span.end : span.end + _NEAR])
    if not inside[:1].isupper() or inside.rstrip()[-1:] in ",." or text[: span.start].rstrip().endswith(":"):
        return False  # what somebody said
    near = before[-3:]
    if any(folded(token.text) in words("works") for token in near):
        return True
    if after and not after[0].before.strip("“”«»\"'’ ") and folded(after[0].text) in words("works"):
        return True
    return _is_headed(tokens(inside))


def _is_headed(there: Sequence[Token]) -> bool:
    """Whether words are capitalised as in an English title: three or more, and every longer one."""
    return len(there) > 2 and all(token.capital or len(token.text) < 4 for token in there)
