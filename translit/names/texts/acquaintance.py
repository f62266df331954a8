"""Who is named in a batch though no register knows them: one spelling for each, whatever the languages of the texts.

The spelling is a proposal still, and every mention of it a doubt for a person; but it is one and the same in
each text, and in a text that has the full name, the family name alone is found as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translit.languages import language
from translit.letters import nfc
from translit.names.register.book import NameBook
from translit.names.register.person import Person
from translit.names.texts.collecting import NameGroup, Text, collect
from translit.names.texts.drafting import strangers
from translit.names.texts.proposals import proposals
from translit.names.texts.unregistered import is_word


def acquainted(texts: Iterable[Text], *, target: str, book: NameBook, scheme: str = "") -> NameBook:
    """The register, and behind it whoever else the texts name in full, as proposed entries with a target form.

    scheme: how a Cyrillic name is written in Latin letters, by default as the target's press does.
    Raises LanguageError for an unknown tag.
    """
    tag = language(target).tag
    new = newcomers(collect(texts, target=tag, book=book), target=tag, book=book, scheme=scheme)
    return NameBook((*book.people, *new), book.judgements)


def newcomers(groups: Sequence[NameGroup], *, target: str, book: NameBook, scheme: str = "") -> tuple[Person, ...]:
    """Those of the groups whom the register does not know and the texts name in full, with a form in `target`."""
    return tuple(_with_form(one, target, scheme) for one in strangers(groups, book) if _is_full(one))


def _is_full(person: Person) -> bool:
    """Whether the name has two words, and its family name is no everyday word that would be found anywhere."""
    return all(person.given(tag) and not is_word(nfc(person.family(tag).split()[-1]), tag) for tag in person.forms)


def _with_form(person: Person, target: str, scheme: str) -> Person:
    if target in person.forms:
        return person
    tag, name = next(iter(person.forms.items()))
    form = proposals(name, source=tag, target=target, scheme=scheme)[0]
    return replace(person, forms={**person.forms, target: form})
