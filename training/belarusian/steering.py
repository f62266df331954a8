"""What Apertium takes a Russian word for, and the Belarusian word that it takes for it.

Its Russian analyser offers readings, of which its grammar takes the first that is left; here the sentence's reading
(`training.ukrainian.reading`) picks one, in the case that Belarusian asks for (к дому, да дома). Its dictionary of both
languages lists the rarer word first for many common ones (дело, дзея); `words.yaml` says which it should be. Of a word
that the table has a form for, or of which Apertium has no reading that fits, nothing is said: `forms` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from training.apertium import UNIT, Filter, belarusian
from training.belarusian.forms import has_own, told
from training.ukrainian.reading import GENDERS, Read, read
from training.ukrainian.sentence import Sentence

# parts of OpenCorpora, and Apertium's for the same words
_PARTS = {
    "NOUN": {"n", "np", "abbr"}, "ADJF": {"adj", "det", "prn", "num"}, "ADJS": {"adj", "pred"},
    "PRTF": {"vblex", "adj"}, "PRTS": {"vblex", "adj"}, "COMP": {"adv"}, "VERB": {"vblex", "vbser", "vbmod"},
    "INFN": {"vblex", "vbser", "vbmod"}, "GRND": {"vblex", "vbser"}, "NPRO": {"prn"}, "NUMR": {"num", "adv", "det"},
    "ADVB": {"adv", "pred", "cnjadv"}, "PRED": {"adv", "pred", "adj"}, "PREP": {"pr"}, "PRCL": {"part", "adv", "ij"},
    "CONJ": {"cnjcoo", "cnjsub", "cnjadv"}, "INTJ": {"ij"},
}  # fmt: skip
_CASES = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "prp"}
_GENDERS = {"masc": "m", "femn": "f", "neut": "nt"}
# parts with so many words that a reading of one of these in place of another part is an accident (тем, тьма)
_OPEN = {"n", "np", "adj", "vblex"}
# what it is worth that a reading has the part, the dictionary form, the case, the number and the gender
_PART, _LEMMA, _CASE, _NUMBER, _GENDER = 4, 3, 2, 1, 1
# Apertium splits and joins some words; the next of the same letters is looked for so far
_WINDOW = 8
# before these все is written for всё
_EVERYTHING = {"еще", "это", "больше", "более", "равно", "чаще", "же", "то", "лучше", "меньше", "хуже", "что"}
# what Belarusian forms do not tell apart has one name in the dictionary of forms, and the rules for transfer another
_KINDS = (
    (re.compile("<pprep>|<@[^>]*>"), ""),
    (re.compile("<(m|mfn)><an>(<(?:sg|pl)><acc>)"), r"<\1><nn>\2"),
    (re.compile("<(f|nt)><(?:nn|aa)>(<sg>)"), r"<\1><an>\2"),
)
_AGREEING = re.compile(r"\^[^$]*<(?:adj|det|prn)>[^$]*\$")
# after two, three and four of something its nominative plural stands (два дома, два дамы)
_COUNTED = (
    (re.compile("<(?:m|f|nt)>(<an>)<sg><gen>"), r"<mfn>\1<pl><nom>"),
    (re.compile("<(?:sg|pl)><gen>"), "<pl><nom>"),
)


def filters(russian: Sequence[str]) -> Mapping[str, Filter]:
    """What `from_russian` should be told, to write these sentences well."""

    def analysed(lines: Sequence[str]) -> Iterator[str]:
        for number, line in enumerate(lines):
            yield _picked(line, russian[number]) if number < len(russian) else line

    return {
        "lt-proc -w": analysed,
        "lrx-proc": _each(UNIT, _preferred),
        "apertium-transfer -n": _each(_AGREEING, _kind),
    }


def _each(pattern: re.Pattern[str], changed: Callable[[re.Match[str]], str]) -> Filter:
    return lambda lines: (pattern.sub(changed, line) for line in lines)


def _kind(match: re.Match[str]) -> str:
    text = match[0]
    for pattern, right in _KINDS:
        text = pattern.sub(right, text)
    return text


def _picked(line: str, russian: str) -> str:
    """A line with one reading a word."""
    sentence = Sentence(read(russian))
    for at in range(len(sentence.reads)):
        sentence.govern(at)
    place = 0

    def picked(match: re.Match[str]) -> str:
        nonlocal place
        for at in range(place, min(place + _WINDOW, len(sentence.reads))):
            if sentence.reads[at].text == match[1]:
                place = at + 1
                return f"^{match[1]}/{_reading(match[2].split('/'), sentence, at)}$"
        return match[0]

    return UNIT.sub(picked, line)


def _reading(offered: list[str], sentence: Sentence, at: int) -> str:
    """The reading that fits best, or none."""
    one = sentence.reads[at]
    small = one.text.lower()
    if small == "все" and not _everything(sentence, at):
        offered = [reading for reading in offered if "<pl>" in reading] or offered
    if small == "нет" and one.part == "PRED":
        offered = [reading for reading in offered if "<neg>" in reading] or offered
    best = max(offered, key=lambda reading: _fit(reading, one))
    tags = _tags(best)
    # Том is a name but behind a preposition
    named = one.text == "Том" and (not at or sentence.reads[at - 1].part != "PREP")
    accident = tags[:1] and tags[0] in _OPEN and _fit(best, one) < _LEMMA
    # the rules for transfer drop the passive
    if has_own(small) or named or accident or "pass" in tags:
        return f"*{one.text}"
    if "short" in tags:
        # была асуджаная: the dictionary of forms has the long form, which is as good
        gender = next(iter({"m", "f", "nt"}.intersection(tags)), "m")
        return best.split("<short>")[0] + ("<mfn><an><pl><nom>" if "pl" in tags else f"<{gender}><an><sg><nom>")
    return _in_case(best, sentence, at)


def _everything(sentence: Sentence, at: int) -> bool:
    """Whether все is written for всё."""
    near = sentence.reads[at + 1 : at + 4]
    if near and near[0].text.lower().replace("ё", "е") in _EVERYTHING:
        return True
    return any(one.part in ("VERB", "ADJS") and "neut" in one.features for one in near)


def _tags(reading: str) -> list[str]:
    return re.findall("<([^>]*)>", reading)


def _lemma(reading: str) -> str:
    """The dictionary form, without the small figures that tell two words of the same letters apart."""
    return re.sub("[¹²³]", "", reading.split("<")[0]).replace("ё", "е")


def _fit(reading: str, one: Read) -> int:
    """How much of a reading agrees with what the word is in its sentence."""
    tags = _tags(reading)
    if not tags:
        return 0
    return (
        _PART * (tags[0] in _PARTS.get(one.part, ()))
        + _LEMMA * (_lemma(reading).lower() == one.lemma.replace("ё", "е"))
        + _CASE * (_CASES.get(one.case, "") in tags)
        + _NUMBER * (("plur" in one.features) == ("pl" in tags))
        + _GENDER * any(_GENDERS[gender] in tags for gender in one.features & GENDERS)
    )


def _in_case(reading: str, sentence: Sentence, at: int) -> str:
    """The reading in the case that the word has in Belarusian."""
    one = sentence.reads[at]
    if at in sentence.counted and "<num>" not in reading:
        for pattern, right in _COUNTED:
            reading = pattern.sub(right, reading)
        return reading
    theirs, wanted = _CASES.get(one.case, ""), _CASES.get(sentence.cases[at], "")
    if theirs == wanted:
        return reading
    if wanted == "acc" and "<n>" not in reading:
        head = sentence.heads.get(at)
        living = head is not None and "anim" in sentence.reads[head].features
        reading = re.sub("(<m>|<mfn>)<an>", r"\1<aa>" if living else r"\1<nn>", reading)
    return reading.replace(f"<{theirs}>", f"<{wanted}>")


def _preferred(match: re.Match[str]) -> str:
    """A word with the Belarusian one that `words.yaml` wants, in the form of the one that stands there."""
    source, offered = match[1], match[2]
    lemma, part = _lemma(source), next(iter(_tags(source)), "")
    if (wanted := _preferences().get((lemma.lower(), part))) is None:
        return match[0]
    new, kind = wanted
    tags = offered.split("/")[0].partition("<")
    there = f"{tags[1]}{tags[2]}"
    if kind:
        there = re.sub("^<n><[^>]*><[^>]*>", kind, there)
    return f"^{source}/{new[0].upper() + new[1:] if lemma[0].isupper() else new}{there}$"


@cache
def _preferences() -> Mapping[tuple[str, str], tuple[str, str]]:
    """What `words.yaml` prefers, by a Russian word and its part: a Belarusian one, and of a noun gender and kind."""
    pairs = list(told("preferred").items())
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for (russian, new), line in zip(pairs, belarusian([new for _, new in pairs]), strict=True):
        match = UNIT.search(line)
        for reading in match[2].split("/") if match else ():
            tags = _tags(reading)
            if tags and _lemma(reading) == new.replace("ё", "е"):
                kind = f"<n><{tags[1]}><{tags[2]}>" if tags[0] == "n" else ""
                found.setdefault((russian.replace("ё", "е"), tags[0]), (reading.split("<")[0], kind))
    return found
