"""Capitalised words in a row, of which a name may be made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translit.letters import Shape, folded, shape_of
from translit.names.identity.parts import is_initial
from translit.names.tables import particles, prepositions, titles, words
from translit.names.texts.tokens import Token, tokens
from translit.passages import Span
from translit.transliteration.given_names import given_name

_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’", "'": "'"}


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, the word before them, and whether they begin a sentence."""

    tokens: tuple[Token, ...]
    before: str
    first: bool

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)


def runs(text: str, taken: Sequence[Span], source: str) -> Iterator[Run]:
    """Every run of a sentence, in order; titles, abbreviations and what is `taken` part them, and so do prepositions
    of the source: 'да' is none of a name in Belarusian."""
    run: list[Token] = []
    small = particles().difference(prepositions(source))
    before, opening, broken = "", True, False
    for token in [*tokens(text), None]:
        if token is not None and not run and not token.capital:
            before = token.text
            continue
        joined = token is not None and bool(token.before) and not token.before.strip(" \u00a0")
        initial = (
            bool(run) and token is not None and is_initial(run[-1].text) and token.before in (". ", ".", ".\u00a0")
        )
        hyphen = bool(run) and token is not None and token.before == "-"
        free = token is not None and not any(token.span.overlaps(span) for span in taken)
        title = token is not None and folded(token.text) in titles() and not given_name(token.text)
        particle = bool(run) and token is not None and token.text.islower() and folded(token.text) in small
        fits = (
            token is not None
            and free
            and not title
            and (token.capital or particle)
            and shape_of(token.text) is not Shape.UPPER
        )
        if run and not (fits and (joined or initial or hyphen) and not run[-1].possessive):
            while run and not run[-1].capital:
                run.pop()
            if run and not broken:
                yield Run(tuple(run), before, opening)
            before = run[-1].text if run else before
            run = []
        if token is None:
            return
        if fits and not particle:
            if not run:
                # a name that goes on from a taken or an abbreviated word is a piece of something larger
                broken = token.before.endswith(("-", "@", "#", "/", "_")) and bool(token.before.strip())
                starts = re.search(r"[.!?…:]|[“\"«„]\s*$", token.before) is not None
                opening = not before or (starts and folded(before) not in titles())
            run.append(token)
        elif fits:
            run.append(token)
        if not run:
            before = token.text


def quoted(text: str, span: Span) -> bool:
    """Whether a stretch stands alone in quotation marks: the title of a work or the name of a firm."""
    return text[span.end : span.end + 1] in tuple(_QUOTES.get(text[span.start - 1 : span.start], "")) and span.start > 0


def is_listed(word: str) -> bool:
    """Whether a word makes an institution of what it stands beside, or has a capital for another reason."""
    return folded(word) in words("institutions") | words("ordinary")


def with_stop(there: Sequence[Token], place: int) -> bool:
    """Whether a word is an initial with its full stop and has a word after it."""
    return is_initial(there[place].text) and place + 1 < len(there) and there[place + 1].before.startswith(".")
