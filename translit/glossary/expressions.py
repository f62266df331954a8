"""Regular expressions of a glossary, which a text must not make to run for ever.

They are looked for with `regex`, which knows more ways to give up early than the standard library,
and stops when its time is over: '(a|aa)+$' tries every way to part a long run of letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from translit.errors import GlossaryError
from translit.glossary.entry import Entry

# for one expression in one sentence; a common one takes some microseconds
SECONDS = 1.0
# where an expression is tried before any text: a run this long, in which nothing should take long
_RUN, _PROBE_SECONDS = 48, 0.1


def compiled(text: str) -> Any:
    """The expression as it is looked for: as whole words, in any letter case. Raises `regex.error`."""
    import regex

    return regex.compile(rf"(?<!\w)(?:{text})(?!\w)", regex.IGNORECASE)


def matches(expression: Any, entry: Entry, text: str) -> Iterator[Any]:
    """Every match in a text. Raises GlossaryError where they are not found in time."""
    try:
        for match in expression.finditer(text, timeout=SECONDS):
            if match.group():
                yield match
    except TimeoutError:
        start = text if len(text) <= 60 else f"{text[:57]}..."
        raise GlossaryError(
            f"the expression of '{entry.id}' takes more than {SECONDS:g} s to look for in '{start}'; "
            "write it without repetitions inside repetitions",
            entry.path,
            entry.line or None,
        ) from None


def fits(text: str, words: str) -> bool:
    """Whether words that were found are what the expression means letter for letter."""
    import regex

    return regex.fullmatch(text, words, timeout=SECONDS) is not None


def stuck_on(text: str) -> str:
    """A short text on which an expression takes too long, '' where none was found: 'aaaa…!' for '(a|aa)+$'.

    Tried are long runs of each letter that the expression names, of all of them in a row, of digits and of spaces,
    before a mark and before a letter. What passes is not proved to be quick, only tried.
    """
    import regex

    try:
        expression = compiled(text)
    except regex.error:
        return ""  # another finding says so
    letters = "".join(dict.fromkeys(character for character in text.lower() if character.isalnum()))
    for unit in dict.fromkeys([*letters[:12], letters[:6], "1", " ", "a ", "a"]):
        for end in ("!", "ø"):
            probe = unit * _RUN + end
            try:
                expression.search(probe, timeout=_PROBE_SECONDS)
            except TimeoutError:
                return f"{unit * 4}…{end}"
    return ""
