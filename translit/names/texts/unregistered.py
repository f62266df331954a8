"""Names that no register knows: where they stand in a sentence, and how they might be written.

A wrong name is worse than an unchanged one. A run of capitalised words is taken for a name only on good
evidence: a known given name with a family name after it, a title (Mr, President) before it, or the
ending of an East Slavic family name. Every such mention is a proposal (`sure=False`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translit.languages import EAST_SLAVIC, language
from translit.letters import folded, plain
from translit.names.identity.comparison import compare_names
from translit.names.identity.endings import family_gender, patronymic_gender
from translit.names.identity.parts import is_initial
from translit.names.identity.phonetics import keys, skeleton
from translit.names.register.book import NameBook
from translit.names.register.person import Person
from translit.names.tables import titles, words
from translit.names.texts.east_slavic import east_slavic, givens_or_initial, in_dictionary_form
from translit.names.texts.nominative import given_gender
from translit.names.texts.proposals import proposals
from translit.names.texts.runs import Run, is_listed, quoted, runs, with_stop
from translit.names.texts.tokens import Token, tokens
from translit.passages import Mention, MentionKind, Span
from translit.transliteration.given_names import given_name

_FAMILY = re.compile(  # endings hardly any place, firm or English word has
    r".{2,}(?:enko|enka|anka|ovich|evich|avich|yevich|ouski|auski|eusky|ousky|ouskaya|auskaya|ovsky|evsky|ovskaya|"
    r"evskaya|ovskyi|chenko|chuk|shvili|adze|owicz|ewicz|owski|owska|ovskaja|ouskaja|enkova|chanka)$"
)
_MOST_WORDS = 4


def find_unregistered(
    text: str, *, source: str, target: str, book: NameBook, taken: Sequence[Span] = (), scheme: str = ""
) -> Iterator[Mention]:
    """Names of persons that are in no register; none overlaps `taken`, the names of the register included."""
    cyrillic = language(target).script == "Cyrl"
    if language(source).script == language(target).script:
        return
    for name in named(text, source=source, taken=taken):
        person = registered(name.text, source, book)
        if person is not None and person.form(target) and folded(name.text) not in person.others:
            yield _mention(text, name.span, (person.form(target),), person.gender, person.id)
            continue
        targets = proposals(name.text, source=source, target=target, scheme=scheme)
        if not cyrillic or all(map(_all_cyrillic, targets)):
            yield _mention(text, name.span, targets, name.gender)


def _all_cyrillic(name: str) -> bool:
    return any("а" <= letter <= "ї" or letter in "ўґё" for letter in name.lower())


def _mention(text: str, span: Span, targets: tuple[str, ...], gender: str, entry: str = "") -> Mention:
    return Mention(span, span.of(text), MentionKind.NAME, entry, targets, gender, person=True, sure=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name that was found by the words themselves: `text` in dictionary form."""

    span: Span
    text: str
    gender: str


def named(text: str, *, source: str, taken: Sequence[Span] = ()) -> Iterator[Named]:
    """Persons' names by their given names, titles and endings, whether a register knows them or not."""
    if language(source).script == "Latn":
        yield from _latin(text, source, taken)
    elif source in EAST_SLAVIC:
        yield from (Named(*found) for found in east_slavic(text, source, taken))


def as_named(text: str, span: Span, source: str) -> Named:
    """A stretch that is known to be a person's name, in dictionary form as far as that can be told."""
    there = span.of(text).split()
    if source in EAST_SLAVIC and len(there) > 1 and givens_or_initial(there[0], source):
        return Named(span, *in_dictionary_form(there, source))
    return Named(span, " ".join(there), _gender(there, ""))


def _latin(text: str, source: str, taken: Sequence[Span]) -> Iterator[Named]:
    headline = _is_headline(text)
    for run in runs(text, taken, source):
        name = _person_in(run, source, headline)
        if name is None or quoted(text, run.span):
            continue
        span = Span(name[0].span.start, name[-1].span.end)
        if not any(span.overlaps(other) for other in taken):
            yield Named(span, span.of(text), _gender([token.text for token in name], run.before))


def registered(name: str, source: str, book: NameBook) -> Person | None:
    """The person whose whole name this is in a spelling nobody listed: 'Svetlana Tsikhanouskaja'."""
    near = _families(book, source)
    for bones in sorted({skeleton(key) for key in keys(name.split()[-1])} & near.keys()):
        for person in near[bones]:
            form = person.form(source)
            if len(name.split()) == len(form.split()) and compare_names(name, form).same is True:
                return person
    return None


@lru_cache(maxsize=8)
def _families(book: NameBook, source: str) -> Mapping[str, tuple[Person, ...]]:
    """The persons of a register by the consonants of their family names."""
    found: dict[str, tuple[Person, ...]] = {}
    for person in book.people:
        family = person.family(source).split()
        if family and person.given(source):
            for bones in {skeleton(key) for key in keys(family[-1])}:
                found[bones] = (*found.get(bones, ()), person)
    return found


def _person_in(run: Run, source: str, headline: bool) -> list[Token] | None:
    """The words of a run that are a person's name, or None."""
    there = list(run.tokens)
    title = folded(run.before) in titles()
    opening = run.first  # the first word of a sentence is capitalised whatever it is
    while there and not given_name(there[0].text) and (is_listed(there[0].text) or opening):
        if opening and (with_stop(there, 0) or not (is_listed(there[0].text) or is_word(there[0].text, source))):
            break
        there, opening = there[1:], False
    place = next((place for place, token in enumerate(there) if given_name(token.text)), 0)
    if 0 < place < len(there) - 1 and all(is_word(token.text, source) for token in there[:place]):
        there = there[place:]  # 'Secretary of State Antony Blinken'
    if len(there) > 1 and given_name(there[0].text):
        name = _after_given(there, source, headline)
        if name is not None:
            return name
    last = there[-1].text if there else ""
    listed = [
        token for token in there if plain(token.text) in words("institutions") | words("places") | words("ordinary")
    ]
    if not there or listed or len(there) > _MOST_WORDS:
        return None
    known = [is_word(token.text, source) for token in there]
    if title and (not any(known) or folded(run.before) in words("courtesy")):
        return there
    if all(is_initial(token.text) for token in there[:-1]) and len(there) > 1:
        article = known[0] and not with_stop(there, 0)  # 'A Trump rally'
        return None if known[-1] or article else there
    slavic = _FAMILY.fullmatch(plain(last)) is not None
    if slavic and not any(known) and len(there) <= 2 and "-" not in {token.before for token in there[1:]}:
        return there
    return None


def _after_given(there: list[Token], source: str, headline: bool) -> list[Token] | None:
    """A known given name and what follows it, as far as it is still a name."""
    everyday = folded(there[0].text) in words("everyday")
    name = [there[0]]
    for place, token in enumerate(there[1:], 1):
        if is_listed(token.text):
            # 'Victoria Station', 'Maria Sharapova Foundation': the whole is no person
            return None
        ordinary = token.capital and not is_initial(token.text) and is_word(token.text, source)
        alone = place == 1 and len(there) == 2
        if ordinary and (headline or everyday or not alone) and not given_name(token.text):
            break
        name.append(token)
    while len(name) > 1 and (not name[-1].capital or is_initial(name[-1].text)):
        name.pop()
    return name if 1 < len(name) <= _MOST_WORDS + 2 else None


@lru_cache(maxsize=4096)
def is_word(word: str, source: str) -> bool:
    """Whether a word is an ordinary word of the language, as far as simplemma knows."""
    import simplemma

    try:
        return bool(simplemma.is_known(word.lower(), lang=source))
    except ValueError:  # a language simplemma has no list for
        return False


def _is_headline(text: str) -> bool:
    """Whether words are capitalised as in an English headline: no longer word begins small."""
    there = tokens(text)
    return len(there) > 3 and not any(token.text.islower() and len(token.text) > 5 for token in there)


def _gender(all_words: Sequence[str], before: str) -> str:
    if gender := titles().get(folded(before), ""):
        return gender
    for word in all_words:
        if given_name(word):
            return given_gender(word)
    middle = next((gender for word in all_words[1:-1] if (gender := patronymic_gender(word))), "")
    return middle or family_gender(all_words[-1])
