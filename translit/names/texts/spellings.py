"""Every way a text may write the persons of a register: full name, family name first, family name alone,
and in Russian, Ukrainian and Belarusian each of these in every case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from translit.languages import language
from translit.letters import folded, scripts
from translit.morphology import paradigm
from translit.names.register.book import NameBook
from translit.names.register.person import Person
from translit.passages import Span
from translit.transliteration.given_names import same_given_names


@dataclass(frozen=True, slots=True)
class NameForm:
    """One case of one spelling; `case` is '' where the language or the name does not inflect."""

    given: str
    family: str
    case: str = ""

    @property
    def text(self) -> str:
        """Given name and family name, as running text has them."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a found phrase says: whose name it may be, and which parts of it ('full' or 'family').

    rank  0 the settled form in this language, 2 a variant, 4 the spelling of another language;
          one more where the phrase is not the dictionary form
    """

    person: Person
    part: str
    rank: int


@dataclass(frozen=True, slots=True)
class Spellings:
    """Phrases in the form of `folded`, and the length of the longest in words."""

    phrases: Mapping[str, tuple[Spelling, ...]]
    longest: int


@lru_cache(maxsize=4096)
def name_forms(person: Person, spelling: str, tag: str) -> tuple[NameForm, ...]:
    """Every case of one spelling, dictionary form first; that form alone where nothing inflects it."""
    all_words = spelling.split()
    if not person.human:
        return _place_forms(spelling, tag, fixed=tag in person.indeclinable)
    first, last = person.family_place(all_words)
    given, family = " ".join(all_words[:first] + all_words[last:]), " ".join(all_words[first:last])
    base = NameForm(given, family)
    if language(tag or "en").script not in scripts(spelling):
        return (base,)
    found: list[NameForm] = []
    if tag in person.indeclinable and spelling == person.form(tag):  # another spelling may well inflect: Лукашенка
        if not given:
            return (base,)
        for form in paradigm(given, tag, gender=person.gender, person=True):
            found.append(NameForm(form.text, family, form.case))
    elif last < len(all_words):  # the family name stands first: inflect it in the order grammar knows
        return name_forms(Person(person.id, person.gender), f"{given} {family}", tag)
    else:
        for form in paradigm(spelling, tag, gender=person.gender, person=True):
            there = form.text.split()
            if form.number != "plural" and len(there) == len(all_words):
                found.append(NameForm(" ".join(there[:first]), " ".join(there[first:]), form.case))
    if tag == "be" and spelling != person.form(tag):  # a Russian spelling keeps its Russian ending
        found += [replace(form, family=f"{form.family[:-2]}ой") for form in found if form.family.endswith("ай")]
    found = list(dict.fromkeys(found))
    if found and found[0].text == base.text and (len(found) > 1 or not given):
        return tuple(found)
    return _part_by_part(given, family, tag, person.gender) or (base,)


def _place_forms(spelling: str, tag: str, *, fixed: bool) -> tuple[NameForm, ...]:
    """Every case of the name of a place, in the number it has."""
    forms = paradigm(spelling, tag, fixed=fixed) if "Cyrl" in scripts(spelling) else ()
    found = [NameForm("", form.text, form.case) for form in forms if form.number == forms[0].number]
    return tuple(dict.fromkeys(found)) or (NameForm("", spelling),)


def _part_by_part(given: str, family: str, tag: str, gender: str) -> tuple[NameForm, ...]:
    """Where a whole name has no paradigm, its family name may still have one (Belarusian -ская)."""
    families = [form for form in paradigm(family, tag, gender=gender, person=True) if form.number != "plural"]
    if len(families) < 2:
        return ()
    givens = {form.case: form.text for form in paradigm(given, tag, gender=gender, person=True)} if given else {}
    return tuple(dict.fromkeys(NameForm(givens.get(form.case, given), form.text, form.case) for form in families))


_BELARUSIAN: tuple[
    tuple[str, tuple[str, ...]], ...
] = (  # for finding only, never for writing: the commonest endings of declined names
    (r"[аоеё]ў$", ("", "ава", "аву", "авым", "аве", "ева", "еву", "евым", "еве", "ова", "ову", "овым", "ове")),
    (r"(?<=[аое]в)а$", ("а", "ай", "у")),
    (r"а$", ("а", "ы", "і", "е", "у", "ай", "аю", "ой")),
    (r"я$", ("я", "і", "ю", "яй", "яю", "ёй", "е")),
    (r"[йь]$", ("й", "ь", "я", "ю", "ем", "ём", "і", "ю")),
    (r"$", ("", "а", "у", "ам", "ом", "е", "ы")),
)


def _belarusian(word: str, gender: str) -> frozenset[str]:
    """What a Belarusian name might look like declined; too many forms rather than too few."""
    if gender == "feminine" and not re.search(r"[ая]$", word):
        return frozenset({word})
    for pattern, endings in _BELARUSIAN:
        if re.search(pattern, word):
            stem = re.sub(pattern, "", word)
            return frozenset({word, *(stem + ending for ending in endings)})
    return frozenset({word})


def written(person: Person, tag: str) -> Iterator[tuple[str, int]]:
    """Spellings that a text in this language may hold, with their rank (see `Spelling`)."""
    script = language(tag).script
    if form := person.form(tag):
        yield form, 0
    for variant in person.variants.get(tag, ()):
        yield variant, 2
    for other in dict.fromkeys((*person.forms, *person.variants)):
        if other != tag and language(other).script == script:
            yield from ((name, 4) for name in (person.form(other), *person.variants.get(other, ())) if name)


@lru_cache(maxsize=16)
def spellings(book: NameBook, tag: str) -> Spellings:
    """The register as a text in this language may write it."""
    found: dict[str, dict[tuple[str, str], Spelling]] = {}
    longest = 1
    for person in book.people:
        for name, rank in written(person, tag):
            for place, form in enumerate(name_forms(person, name, tag if rank < 4 else "")):
                for phrase, part in _all_phrases(form, tag if rank < 4 else "", person.gender):
                    spelling = Spelling(person, part, rank + bool(place))
                    there = found.setdefault(folded(phrase), {})
                    known = there.get((person.id, part))
                    if known is None or spelling.rank < known.rank:
                        there[person.id, part] = spelling
                    longest = max(longest, phrase.count(" ") + phrase.count("-") + 1)
    # among equals the order of the register decides; sorted() keeps it
    return Spellings(
        {phrase: tuple(sorted(there.values(), key=lambda each: each.rank)) for phrase, there in found.items()}, longest
    )


def _all_phrases(form: NameForm, tag: str, gender: str) -> Iterator[tuple[str, str]]:
    yield from _phrases(form)
    if tag == "be" and not form.case:
        for family in _belarusian(form.family, gender) - {form.family}:
            for given in _belarusian(form.given, gender) if form.given else ():
                yield f"{given} {family}", "full"
            yield family, "family"


def _phrases(form: NameForm) -> Iterator[tuple[str, str]]:
    if form.given:
        yield f"{form.given} {form.family}", "full"
        yield f"{form.family} {form.given}", "full"
    yield form.family, "family"


@lru_cache(maxsize=1024)
def given_cases(person: Person, tag: str) -> Mapping[str, frozenset[str]]:
    """Every form, `folded`, in which this person's given name may stand before the family name, and its cases."""
    names = {person.given(other) for other in person.forms}
    names |= {spelling for name in names for spelling in same_given_names(name)}
    names.update(form.given for name, _ in written(person, tag) for form in name_forms(person, name, tag))
    found: dict[str, set[str]] = {}
    for name in filter(None, names):
        found.setdefault(folded(name), set()).add("nominative")
        for form in paradigm(name, tag, gender=person.gender, person=True):
            found.setdefault(folded(form.text), set()).add(form.case or "nominative")
    return {word: frozenset(cases) for word, cases in found.items()}


def kept_phrases(text: str, book: NameBook, tag: str) -> Iterator[Span]:
    """Where the phrases stand that keep their spelling ('chicken Kiev'), inflected ones included."""
    low = folded(text)
    if len(low) != len(text):  # a letter that folds into two: the places would not agree
        return
    for phrase in _phrases_kept(book, tag):
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", low):
            yield Span(*match.span())


@lru_cache(maxsize=16)
def _phrases_kept(book: NameBook, tag: str) -> tuple[str, ...]:
    phrases = [phrase for person in book.people for phrase in person.exceptions.get(tag, ())]
    return tuple(dict.fromkeys(folded(form.text) for phrase in phrases for form in paradigm(phrase, tag)))
