"""Where an accepted form of a term stands in a draft already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from translit.glossary.words import readings
from translit.morphology import Form, guessed, lemmas, paradigm
from translit.passages import Mention, MentionKind, Span

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’ʼ\u2011-](?:[^\W_][\u0300-\u036f]*)+)*")
_POSSESSIVE = re.compile(r"['’]s$")
# No letter, and no apostrophe or stress mark of the same word, on either side; 's may follow
_BEFORE, _AFTER = r"(?<!\w)(?<!\w['’ʼ])", r"(?!\w)(?!['’ʼ](?!s\b)\w)(?![\u0300-\u036f])"
# Languages that inflect, and whose endings no room knows well enough: a word counts by its stem
_BY_STEM = {"pl", "cs", "sk", "bg", "lt", "lv"}


def forms_of(mention: Mention, target: str, language: str) -> tuple[Form, ...]:
    """The paradigm of one of a mention's targets; words that are kept have one form."""
    fixed = mention.fixed or mention.kind is MentionKind.KEEP
    return paradigm(target, language, gender=mention.gender, person=mention.person, fixed=fixed)


def accepted(text: str, mention: Mention, language: str) -> list[Span]:
    """Every stretch of the draft that is a form of any target, in the order of the text, longer ones first."""
    found: set[Span] = set()
    for target in mention.targets:
        forms = forms_of(mention, target, language)
        exact = mention.kind is MentionKind.KEEP
        found |= {Span(*match.span()) for match in _pattern(tuple(form.text for form in forms), exact).finditer(text)}
        unknown = (len(forms) == 1 and not forms[0].case) or (guessed(language) and not mention.person)
        if unknown and not mention.fixed and not exact:
            found |= set(_by_lemma(text, target, language))
    if mention.kind is MentionKind.KEEP:
        found -= {span for span in found for address in grown(text, mention) if address.overlaps(span)}
    return sorted(found, key=lambda span: (span.start, -len(span)))


def forbidden(text: str, mention: Mention, language: str) -> list[Span]:
    """Every stretch of the draft that is a form of a wording which must not stand for the mention.

    One inside an accepted wording is none: 'площадь' may be forbidden and 'площадь Независимости' wanted.
    """
    if not mention.forbidden:
        return []
    allowed = accepted(text, mention, language)
    found = accepted(text, replace(mention, targets=mention.forbidden), language)
    return [span for span in found if not any(span.overlaps(other) for other in allowed)]


def grown(text: str, mention: Mention) -> list[Span]:
    """Where the kept words go on without a space: '@name.com' where '@name' was meant; a sentence's stop is no part."""
    longer = re.compile(rf"{re.escape(mention.text)}[./:@-]+\w[\w./:@-]*(?<![.:])")
    return [Span(*match.span()) for match in longer.finditer(text)]


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...], exact: bool) -> re.Pattern[str]:
    """Any of the forms as whole words; unless exact, the first letter in either case, or all of it in capitals."""
    choices: set[str] = set()
    for form in forms:
        variants = {form} if exact else {form, form[:1].upper() + form[1:], form[:1].lower() + form[1:], form.upper()}
        choices |= {re.sub(r"(\\ )+", r"\\s+", re.escape(variant)) for variant in variants}
    longest = sorted(choices, key=lambda choice: (-len(choice), choice))
    if exact and not (forms[0][:1].isalnum() and forms[0][-1:].isalnum()):
        return re.compile("|".join(longest))  # an address or a code, whose edges are no letters
    return re.compile(f"{_BEFORE}(?:{'|'.join(longest)}){_AFTER}")


def _by_lemma(text: str, target: str, language: str) -> Iterator[Span]:
    """Runs of words that are forms of the target's words, one by one ('sanctions' for 'sanction')."""
    wanted = [match.group() for match in _WORD.finditer(target)]
    words = list(_WORD.finditer(text))
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        apart = (text[one.end() : two.start()] for one, two in pairwise(run))
        if wanted and all(not gap.strip() for gap in apart):
            found = [_POSSESSIVE.sub("", match.group()) if language == "en" else match.group() for match in run]
            if all(_same_word(*pair, language) for pair in zip(wanted, found, strict=True)):
                yield Span(run[0].start(), run[-1].start() + len(found[-1]))


def _same_word(wanted: str, found: str, language: str) -> bool:
    if wanted[:1].isupper() and not found[:1].isupper():
        return False
    if set(lemmas(wanted, language)) & set(lemmas(found, language)) or wanted.lower() in readings(found, language):
        return True
    one, two = wanted.lower(), found.lower()
    shared = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return language in _BY_STEM and shared >= max(3, len(one) - 2) and len(two) - shared <= 4
