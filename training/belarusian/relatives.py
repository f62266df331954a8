"""Russian participles that Belarusian lacks, as clauses: меры, позволяющие жить, меры, которые позволяют жить."""

from __future__ import annotations

import re

from training.ukrainian.reading import Read, read
from training.ukrainian.sentence import Sentence, finite
from translit.morphology.analysis import analyser

_WHICH = {"plur": "которые", "masc": "который", "femn": "которая", "neut": "которое"}


# a comma and what may be a participle: most sentences have none, and reading takes long
_PERHAPS = re.compile(r",\s*\w+[шщм]\w{2,3}\b")


def as_clauses(russian: str) -> str:
    """The sentence with its active and present participles behind commas as clauses."""
    if not _PERHAPS.search(russian):
        return russian
    sentence = Sentence(read(russian))
    out: list[str] = []
    for at, one in enumerate(sentence.reads):
        clause = _clause(one, sentence.number(at)) if one.part == "PRTF" and sentence.follows_comma(at) else ""
        out += [sentence.gaps[at], clause or one.text]
    return "".join(out) + sentence.rest


def _clause(participle: Read, number: str) -> str:
    verb = participle.lemma
    if "pssv" in participle.features:
        if "past" in participle.features:
            return ""
        verb = f"{verb}ся"
    if not analyser("ru").word_is_known(verb):
        return ""
    for one in analyser("ru").parse(verb):
        if one.tag.POS == "INFN" and (form := one.inflect(finite(participle, number))):
            return f"{_WHICH[number]} {form.word}"
    return ""
