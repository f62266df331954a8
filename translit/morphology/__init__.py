"""The forms of a word, and the word behind a form.

Seven questions, one door:

    lemmas("санкций", "ru")                     -> ("санкция",)            what word is this?
    readings_of("санкций", "ru")                -> (Form(genitive plural),) in which form does it stand?
    paradigm("площадь Независимости", "ru")     -> площадь, площади, ...   which forms may it take?
    agreed("новая", площади, "ru")              -> "новой"                 how does it stand beside that form?
    past("сказал", "feminine", "ru")            -> "сказала"               how does it stand beside her?
    listed("площодь", "ru")                     -> False                   is it a word at all?
    clashes("к новый закон", "ru")              -> "к новый"               which words cannot stand side by side?

Russian and Ukrainian are read by pymorphy3 (OpenCorpora and VESUM dictionaries); Russian personal names by
the rules of petrovich and Ukrainian ones that the dictionary does not list by those of shevchenko, since a
dictionary guesses badly at surnames; lemmas of other languages by simplemma.
Belarusian has neither: its lemma is the word itself, nouns inflect by `noun_endings.yaml`, which is a guess, and names,
as in Polish, by `name_endings.yaml`.
What a room does not know it does not invent: the base form alone is then the whole paradigm.
"""

from translit.morphology.agreement import agreed, past
from translit.morphology.analysis import (
    Form,
    animate,
    has_capital,
    is_place,
    lemmas,
    listed,
    part_of_speech,
    readings_of,
)
from translit.morphology.by_endings import beginnings, guessed, is_infinitive
from translit.morphology.neighbours import GOVERNMENT, clashes
from translit.morphology.paradigms import paradigm
from translit.morphology.personal import is_person

__all__ = [
    "GOVERNMENT",
    "Form",
    "agreed",
    "animate",
    "beginnings",
    "clashes",
    "guessed",
    "has_capital",
    "is_infinitive",
    "is_person",
    "is_place",
    "lemmas",
    "listed",
    "paradigm",
    "part_of_speech",
    "past",
    "readings_of",
]
