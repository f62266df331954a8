"""Writing a text in Latin letters by a scheme, and taking it back where the scheme allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.errors import SchemeError
from translit.languages import language
from translit.letters import PART, Shape, nfc, script_of, scripts, shape_of
from translit.transliteration import fallback, packs
from translit.transliteration.rules import cased
from translit.transliteration.scheme import Scheme, load, schemes
from translit.verbatim import copied

FALLBACK = "anyascii"


def transliterate(text: str, *, source: str, scheme: str | Scheme = "press-en") -> str:
    """The text of language `source` (a tag) in Latin letters, composed (NFC).

    Only words with letters of the scheme's alphabet change: Latin words, digits, punctuation and addresses stay; a
    letter of the same script from outside the alphabet goes by the fallback (`strange_words` names such words).
    `scheme` is an id from `schemes(source)`, a Scheme of your own, 'transliterate' for bg, ka, mk, mn and sr (tables
    of the package of that name), or 'anyascii' for any script. Raises LanguageError for a bad tag, SchemeError for
    an unknown scheme.
    """
    tag = language(source).tag
    text = nfc(text)
    if scheme == "transliterate":
        return packs.transliterate(text, tag)
    if scheme == FALLBACK:
        return fallback.transliterate(text)
    table = (scheme if isinstance(scheme, Scheme) else load(tag, scheme)).table
    script = script_of(next(iter(table.letters)))
    kept = copied(text)

    def written(match: re.Match[str]) -> str:
        word = match.group()
        if not table.knows(word) or any(span.start <= match.start() < span.end for span in kept):
            return word
        latin = table.convert(word, capitals=len(word) == 1 and _among_capitals(text, *match.span()))
        return fallback.in_ascii(latin, script)

    return nfc(PART.sub(written, text))


def usual(source: str) -> str:
    """The scheme for a language when none is named: press-en, else its first scheme, else the fallback 'anyascii'."""
    ids = [scheme.id for scheme in schemes(language(source).tag)]
    return "press-en" if "press-en" in ids else ids[0] if ids else FALLBACK


def strange_words(text: str, *, source: str, scheme: str) -> Iterator[str]:
    """Words with letters of the scheme and others of its script outside its alphabet: the fallback writes those."""
    if scheme in (FALLBACK, "transliterate"):
        return
    letters = load(language(source).tag, scheme).table.letters
    script = script_of(next(iter(letters)))
    for word in PART.findall(nfc(text)):
        known = {letter in letters for letter in word.lower() if script_of(letter) == script}
        if known == {True, False}:
            yield word


def respell(text: str, *, source: str, scheme: str, to: str) -> tuple[str, tuple[str, ...]]:
    """A text of language `source` in Latin letters by `scheme`, by the scheme `to` instead; and the words left alone.

    The way leads through the letters of the language, so `scheme` must be reversible (else SchemeError). A word
    that this scheme cannot have written, such as one with a 'w' in ISO 9, stays as it is and is listed.
    """
    tag = language(source).tag
    text = nfc(text)
    restore("", target=tag, scheme=scheme)
    load(tag, to)
    kept = copied(text)
    left: list[str] = []

    def back(match: re.Match[str]) -> str:
        word = match.group()
        if scripts(word) != {"Latn"} or any(span.start <= match.start() < span.end for span in kept):
            return word
        original = restore(word, target=tag, scheme=scheme)
        if "Latn" in scripts(original) or transliterate(original, source=tag, scheme=scheme) != word:
            left.append(word)
            return word
        return original

    return transliterate(PART.sub(back, text), source=tag, scheme=to), tuple(left)


def restore(text: str, *, target: str, scheme: str = "iso-9") -> str:
    """A text written by a reversible scheme, in the letters of `target` again.

    Raises SchemeError for a scheme that is not reversible: it has joined letters that cannot be told apart.
    """
    found = load(language(target).tag, scheme)
    if not found.reversible:
        raise SchemeError(f"{scheme!r} cannot be taken back exactly; use 'iso-9', or readings() for a single name")
    back = {nfc(latin): letter for letter, latin in found.table.letters.items()}
    pattern = "|".join(map(re.escape, sorted(back, key=len, reverse=True)))
    text = nfc(text)
    kept = copied(text)

    def read(match: re.Match[str]) -> str:
        if any(span.start <= match.start() < span.end for span in kept):
            return match.group()
        return cased(back[nfc(match.group().lower())], match.group(), upper=False)

    return re.sub(pattern, read, text, flags=re.IGNORECASE)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a single letter stands beside a word in capitals on its line: 'Щ. ИВАНОВ' is 'SHCH. IVANOV'."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before = PART.findall(text[line_start:start][-60:])
    after = PART.findall(text[end : len(text) if line_end < 0 else line_end][:60])
    neighbours = [next((word for word in words if len(word) > 1), "") for words in (reversed(before), after)]
    return any(shape_of(word) is Shape.UPPER for word in neighbours)
