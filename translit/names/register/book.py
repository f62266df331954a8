"""The register of settled spellings: who the persons and places of our news are, and how each language writes them.

A register is a YAML list. One entry is one person, or one place:

    - id: sviatlana-tsikhanouskaya
      gender: feminine
      note: politician
      forms: {be: Святлана Ціханоўская, ru: Светлана Тихановская, en: Sviatlana Tsikhanouskaya}
      variants: {en: [Svetlana Tikhanovskaya], ru: [Светлана Циханоуская]}
      indeclinable: [uk]        # languages in which the name never changes its form
      family: Tsikhanouskaya    # only where the family name is not the last word
    - id: kyiv
      kind: place
      forms: {uk: Київ, en: Kyiv}
      variants: {en: [Kiev]}
      exceptions: {en: [chicken Kiev]}      # phrases that keep their spelling
      styles:                               # what a house writes, and from which day on
        - {style: ap, language: en, form: Kiev}
        - {style: ap, language: en, form: Kyiv, from: 2019-08-14, gloss: ", formerly Kiev"}
    - same: no                              # what a person decided: yes, no or unsure
      names: [Anna Tikhanovskaya, sviatlana-tsikhanouskaya]

`forms` are in dictionary form and hold the given name and the family name, the family name last;
`variants` are other spellings one meets, whole names or family names alone. A `gloss` follows the name
where a text names it first. An entry with `proposed: true` was written by a machine, with its `evidence`,
and counts only once a person has taken that line out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from translit.errors import NameBookError, Problem
from translit.names.register.person import Judgement, Person
from translit.names.register.reading import entries
from translit.names.register.styles import in_force


@dataclass(frozen=True, slots=True)
class NameBook:
    """Persons in the order of their registers, and what was decided of their names.

    Of two persons with one family name, the first is meant by it alone where nothing else tells.
    """

    people: tuple[Person, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @classmethod
    def empty(cls) -> NameBook:
        """A register of nobody."""
        return cls()

    @classmethod
    def read(cls, *paths: Path | str) -> NameBook:
        """Read one or more registers; where two hold the same id, the earlier file counts.

        Raises NameBookError with one problem an entry, for all files at once.
        """
        book = cls()
        problems: list[Problem] = []
        for path in map(Path, paths):
            try:
                book = book + cls(*entries(path))
            except NameBookError as error:
                problems += error.problems
        if problems:
            raise NameBookError(problems)
        return book

    def __add__(self, other: NameBook) -> NameBook:
        """Both registers; a person of `other` whose id is here already is left out."""
        ids = {person.id for person in self.people}
        people = self.people + tuple(person for person in other.people if person.id not in ids)
        return NameBook(people, tuple(dict.fromkeys(self.judgements + other.judgements)))

    def person(self, entry: str) -> Person | None:
        """The person with this id."""
        return next((person for person in self.people if person.id == entry), None)

    def in_force(self, style: str = "", *, on: date | None = None, proposed: bool = False) -> NameBook:
        """The register as a text of one house and one day uses it: decided, and each form that of the style.

        on: the day, today if None. proposed: whether entries that no person has read yet count.
        Raises UsageError for a style that no entry names.
        """
        return NameBook(in_force(self.people, self.judgements, style, on or date.today(), proposed=proposed))
