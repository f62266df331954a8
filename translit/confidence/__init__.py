"""How far each sentence can be trusted, and why not.

A model never says that it failed. `signs` measures what can be seen from outside: how likely the
model found its own words, how long the draft is, which words of the source nothing stands for, what
repeats, what was copied, which numbers, terms and names are gone. `weights.yaml` turns the signs
into one number between 0 and 1 for ranking: the share of a human translation's wording (chrF++ of the
sentence, of 1) that sentences with such signs had. It was fitted on drafts of the first starter
model, whose level it carries: with a better model the order of sentences is what counts.

`doubts` says in words what a person should look at, and `garbled` which words no dictionary has; `hopeless` picks out
drafts that are not worth showing before they were asked for once more.

    rated = confidence(signs("It rained.", Draft("Шёл дождь.", score=-0.4)))
"""

from translit.confidence.doubts import doubts, hopeless
from translit.confidence.garbled import garbled
from translit.confidence.signs import Signs, signs
from translit.confidence.weighing import confidence, reasons

__all__ = ["Signs", "confidence", "doubts", "garbled", "hopeless", "reasons", "signs"]
