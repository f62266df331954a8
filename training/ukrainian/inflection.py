"""Forms of Ukrainian words by their grammemes (OpenCorpora's, as pymorphy3 has them), the modern one where the
dictionary has several; empty where it has none."""

from __future__ import annotations

import re
from functools import cache

from pymorphy3.analyzer import Parse

from training.ukrainian.lexicon import PARTS, is_word
from training.ukrainian.reading import GENDERS
from translit.morphology.analysis import analyser

_UNCOMMON = {"Surn", "Name", "Patr", "Abbr", "Fixd", "Arch"}
_OBSOLETE_VERB = re.compile("(?:вши?сь|всь|лась|лось|лись|[єеи]м|мось|тесь|[аи]тимем|усь|юсь)$")
_OBSOLETE_ADJECTIVE = {"accs": re.compile("(?:ую|юю)$"), "": re.compile("(?:ая|яя|еє|ії|цеї)$")}
_PERSONAL = ("ові", "еві", "єві")
_PEOPLE = {"nomn": "люди", "gent": "людей", "datv": "людям", "accs": "людей", "ablt": "людьми", "loct": "людях"}
_COMPARED = {
    "хороший": "кращий", "гарний": "кращий", "поганий": "гірший", "великий": "більший", "малий": "менший",
    "маленький": "менший", "дорогий": "дорожчий", "важкий": "важчий", "близький": "ближчий", "старий": "старіший",
    "молодий": "молодший", "високий": "вищий", "низький": "нижчий",
}  # fmt: skip


@cache
def lexeme(lemma: str, part: str, aspect: str = "") -> tuple[Parse, ...]:
    """All forms of a word, which the dictionary may keep in several paradigms. part: N, A, V or R."""
    readings = [
        one
        for one in analyser("uk").parse(lemma)
        if one.normal_form == lemma and PARTS.get(str(one.tag.POS), "R") == part
    ]
    common = [one for one in readings if not _UNCOMMON & one.tag.grammemes] or readings
    common = [one for one in common if aspect in one.tag.grammemes] or common
    return tuple({(form.word, str(form.tag)): form for one in common for form in one.lexeme}.values())


def _with(lemma: str, part: str, wanted: set[str], aspect: str = "") -> list[str]:
    return [str(one.word) for one in lexeme(lemma, part, aspect) if wanted <= one.tag.grammemes]


def gender(lemma: str, russian: str = "") -> str:
    """The gender of a noun, that of the Russian one where it may have it; empty where it has none."""
    found = {one for form in lexeme(lemma, "N") for one in GENDERS & form.tag.grammemes}
    return russian if russian in found else next((one for one in ("masc", "femn", "neut") if one in found), "")


def has_singular(lemma: str) -> bool:
    """Whether a noun has one, unlike двері."""
    return any("plur" not in form.tag.grammemes for form in lexeme(lemma, "N"))


def noun(lemma: str, case: str, *, plural: bool, animate: bool) -> str:
    """A form of a noun. animate: what it is in Russian, which decides the accusative."""
    forms = lexeme(lemma, "N")
    if not forms:
        return lemma
    if plural and lemma == "людина":
        return _PEOPLE.get(case, "люди")
    plural = (plural and any("plur" in one.tag.grammemes for one in forms)) or not has_singular(lemma)
    chosen = [one for one in forms if ("plur" in one.tag.grammemes) == plural]
    if case == "accs" and (plural or any("masc" in one.tag.grammemes for one in chosen)):
        case = "gent" if animate else "nomn"
    if case == "nomn" and not plural:
        return lemma  # the dictionary forgets the case of some
    words = [str(one.word) for one in chosen if case in one.tag.grammemes]
    if plural and case == "gent":
        words.sort(key=lambda word: not word.endswith(("ів", "їв")))
    elif not plural and any("anim" in one.tag.grammemes for one in chosen):
        words.sort(key=lambda word: word.endswith(_PERSONAL) != (case == "loct"))
    elif not plural:
        # the shorter dative, the locative in -і, the genitive in -у
        endings = {"datv": ("у", "ю"), "loct": ("і", "ї"), "gent": ("у", "ю")}.get(case, ())
        words.sort(key=lambda word: not word.endswith(endings) or word.endswith(_PERSONAL))
    return words[0] if words else ""


def adjective(lemma: str, case: str, number: str, *, animate: bool) -> str:
    """A form of an adjective or of a pronoun like який. number: plur or a gender."""
    if lemma in ("його", "її"):
        return lemma
    if case == "accs" and number in ("masc", "plur"):
        case = "gent" if animate else "nomn"
    for part in ("A", "R"):  # the dictionary of Ukrainian calls pronouns like який NPRO
        if words := _with(lemma, part, {case, number}):
            old = _OBSOLETE_ADJECTIVE.get(case, _OBSOLETE_ADJECTIVE[""])
            words.sort(key=lambda word: (bool(old.search(word)), case == "loct" and not word.endswith("му")))
            return min(words, key=len) if case == "accs" and number == "femn" else words[0]
    return ""


def verb(lemma: str, wanted: set[str], aspect: str = "") -> str:
    """A form of a verb. aspect: perf or impf, for verbs that are both (викликати)."""
    forms = _with(lemma, "V", wanted, aspect)
    if wanted >= {"3per", "sing"}:  # говорить, not говоре
        forms.sort(key=lambda form: not form.removesuffix("ся").endswith("ть"))
    return next((one for one in forms if not _OBSOLETE_VERB.search(one)), forms[0] if forms else "")


def gerund(lemma: str, *, past: bool) -> str:
    """роблячи, зробивши."""
    form = verb(lemma, {"masc", "past"} if past else {"plur", "3per", "pres"}).removesuffix("ся")
    if not form:
        return ""
    word = f"{form}ши" if past else f"{form.removesuffix('ть')}чи"
    return f"{word}сь" if lemma.endswith("ся") else word


@cache
def passive(lemma: str) -> str:
    """The passive participle of a verb, from its form in -но, -то."""
    words = (f"{one.word[:-1]}ий" for one in lexeme(lemma, "V") if "Impe" in one.tag.grammemes)
    return next((word for word in words if is_word(word, "A")), "")


@cache
def superlative(lemma: str) -> str:
    """найшвидший of швидкий."""
    if lemma in _COMPARED:
        return f"най{_COMPARED[lemma]}"
    stem = lemma[:-2]
    for form in (f"{stem}іший", f"{stem}ший", f"{stem[:-1]}ший", f"{stem[:-2]}ший"):
        if is_word(form, "A") or is_word(f"най{form}", "A"):
            return f"най{form}"
    return ""


@cache
def comparative(lemma: str) -> str:
    """швидше of швидкий, or with більш."""
    stem = lemma[:-2]
    for form in (f"{stem}іше", f"{stem}ше", f"{stem[:-1]}ше", f"{stem[:-2]}ше", f"{stem[:-1]}че"):
        if len(form) > 4 and analyser("uk").word_is_known(form):
            return form
    return f"більш {stem}о" if is_word(f"{stem}о", "R") else ""


def pronouns(lemma: str, case: str, *, plural: bool) -> list[str]:
    """The forms of a pronoun or numeral in a case; those in -му come first in the locative."""
    forms = [
        str(one.word)
        for one in lexeme(lemma, "R")
        if case in one.tag.grammemes and (not plural or "plur" in one.tag.grammemes)
    ]
    return sorted(forms, key=lambda form: not form.endswith("му")) if case == "loct" else forms
