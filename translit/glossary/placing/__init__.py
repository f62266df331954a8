"""A term in the draft: whether it stands there, and else in which form, in place of which words, it shall.

`accepting` finds the forms that stand in a draft already; `stretch` the words that stand for the others; `government`
tells the case their place asks for. `prepositions`, `verbs`, `places` and `persons` set right what contradicts its
neighbours, and `around` the neighbours themselves. `terms` makes a `plan` for each term and carries them out.
"""

from translit.glossary.placing.accepting import accepted, forbidden, forms_of
from translit.glossary.placing.agreement import living
from translit.glossary.placing.government import head_readings
from translit.glossary.placing.prepositions import governed, preposition, shaped
from translit.glossary.placing.terms import place

__all__ = [
    "accepted",
    "forbidden",
    "forms_of",
    "governed",
    "head_readings",
    "living",
    "place",
    "preposition",
    "shaped",
]
