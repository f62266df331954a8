"""Terms a translation must keep to: read them, find them in a sentence, place them in the draft.

A glossary is a table a person keeps in a spreadsheet. It works twice on every sentence: before the model
sees it (`find`, and `annotate` for models trained to copy what is wanted) and after (`place`), where the
wanted term is put into the form the draft's grammar asks for, or a person is told that it could not be.

    glossary = Glossary.read("belarus.csv")
    mentions = glossary.find("Protesters met in Independence Square.", "en", "ru")
    placed, decisions = place(draft, sentence, mentions, language="ru")

`place` prefers leaving a good draft alone, then changing the words that stand for the term; it never adds
a word where none stood for it. `check` reads a glossary as a colleague would and says what looks wrong.
"""

from translit.glossary.annotation import annotate
from translit.glossary.checking import Finding, check
from translit.glossary.entry import Entry, Kind, Match, Status, Target
from translit.glossary.placing.accepting import accepted, forbidden, forms_of
from translit.glossary.placing.agreement import living
from translit.glossary.placing.government import head_readings
from translit.glossary.placing.prepositions import governed, preposition, shaped
from translit.glossary.placing.terms import place
from translit.glossary.table import Glossary

__all__ = [
    "Entry",
    "Finding",
    "Glossary",
    "Kind",
    "Match",
    "Status",
    "Target",
    "accepted",
    "annotate",
    "check",
    "forbidden",
    "forms_of",
    "governed",
    "head_readings",
    "living",
    "place",
    "preposition",
    "shaped",
]
