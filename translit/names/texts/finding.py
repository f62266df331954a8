"""Names in a sentence: the persons of the register first, then names that no register knows.

A family name alone is the person met last in the article, or else the one whose settled form it is, in
the order of the register; where several could be meant and nothing tells, it is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translit.languages import language
from translit.names.register.book import NameBook
from translit.names.texts.proposals import proposals
from translit.names.texts.sighting import Sighting, sightings
from translit.names.texts.unregistered import find_unregistered
from translit.passages import Mention, MentionKind, Span


def find_names(
    text: str,
    *,
    source: str,
    target: str,
    book: NameBook,
    taken: Sequence[Span] = (),
    known: Sequence[str] = (),
    scheme: str = "",
) -> tuple[Mention, ...]:
    """Every name of a person in one sentence, in reading order, none overlapping another or `taken`.

    known: ids of persons met earlier in the article, the latest first; they settle which of several
    persons a family name alone means. A name the register does not know comes with `sure=False`,
    written by `scheme` where the target has Latin letters.
    Raises LanguageError for an unknown language tag.
    """
    source, target = language(source).tag, language(target).tag
    found = [
        _mention(text, one, source, target, known, scheme)
        for one in sightings(text, source=source, book=book, taken=taken)
        if one.people
    ]
    closed = [*taken, *(each.span for each in found)]
    found += find_unregistered(text, source=source, target=target, book=book, taken=closed, scheme=scheme)
    return tuple(sorted(found, key=lambda each: each.span))


def _mention(text: str, one: Sighting, source: str, target: str, known: Sequence[str], scheme: str) -> Mention:
    person = next((each for entry in known for each in one.people if each.id == entry), one.people[0])
    given, family = person.given(target), person.family(target)
    sure = bool(person.form(target))
    if not sure:
        tag = source if person.form(source) else next(iter(person.forms))
        name = person.family(tag) if one.part == "family" else person.form(tag)
        targets = proposals(name, source=tag, target=target, scheme=scheme)
    elif one.part == "family" or not given:
        targets = (family,)
        # two persons of one family name, whom the target spells apart, and none of them met
        sure = person.id in known or {each.family(target) for each in one.people} == {family}
    elif one.part == "full":
        middle = proposals(one.patronymic, source=source, target=target, scheme=scheme)[:1] if one.patronymic else ()
        targets = (" ".join((given, *middle, family)) if middle else person.form(target),)
        sure = not one.patronymic
    else:
        targets = (f"{_initials(given, one.part, source, target)} {family}",)
    # an indeclinable family name does not keep the given name beside it from inflecting
    fixed = target in person.indeclinable and one.part != "full"
    words = one.span.of(text)
    return Mention(
        one.span, words, MentionKind.NAME, person.id, targets, person.gender,
        person=person.human, fixed=fixed, sure=sure and not person.proposed,
    )  # fmt: skip


def _initials(given: str, written: str, source: str, target: str) -> str:
    rest = [letter for letter in re.split(r"[.\s\u00a0]+", written) if letter][1:]
    others = [proposals(letter, source=source, target=target)[0] for letter in rest]
    return " ".join(f"{letter[:1]}." for letter in (given, *others))


def met(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Ids of the persons mentioned, the latest first: what `known` wants for the next sentence."""
    return tuple(dict.fromkeys(mention.entry for mention in reversed(mentions) if mention.entry))
