"""A Russian sentence in Ukrainian, word for word: each in the form that Ukrainian has for what it is here.

The two languages are near enough that order and most of grammar stay. What does not: prepositions that ask for another
case (о законе, про закон), genders (город, місто) with what agrees with them, two to four of something (два закона,
два закони), participles that do the deed (сделавший, який зробив), and comparatives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from training.ukrainian import inflection
from training.ukrainian.lexicon import Lexicon, own_words
from training.ukrainian.reading import GENDERS, NAMES, read
from training.ukrainian.sentence import Sentence, finite
from training.ukrainian.spelling import capitals, euphony, named, respelt
from translit.morphology.analysis import analyser
from translit.tables import own_table

# a full adjective is no expression by itself, and a noun in the instrumental alone (летом, влітку)
_ALONE = frozenset(
    ["PREP", "CONJ", "PRCL", "INTJ", "ADVB", "PRED", "GRND", "COMP", "NPRO", "INFN", "NUMR", "PRTS", "ADJS", "VERB"]
)
# with a capital in the middle of a sentence these are misread names
_NO_NAMES = {"ADJS", "PRTS", "VERB", "GRND", "COMP"}
_SHORTENED = {"тыс", "млн", "млрд", "руб"}
_LONGEST_ABBREVIATION = 5
_PERSONS = {"1per", "2per", "3per"}


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence in another language, and the words that no source could put into it."""

    text: str
    unsure: tuple[str, ...]


@cache
def _phrases() -> Mapping[str, str]:
    return {str(russian): str(new) for russian, new in own_table(__package__, "phrases.yaml", texts=True).items()}


class Ukrainian:
    """Puts Russian sentences into Ukrainian with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def write(self, russian: str) -> Written:
        """A sentence; words that the lexicon lacks stand in Ukrainian letters and are named, unless they are names."""
        sentence = Sentence(read(russian), self.lexicon)
        out: list[str] = []
        unsure: list[str] = []
        at = 0
        while at < len(sentence.reads):
            one = sentence.reads[at]
            if one.text == "ли" and out:  # serves the word before it, and stands before that
                first = len(out) == 2
                out[-1] = capitals(out[-1] if first else "", "чи") + " " + (out[-1].lower() if first else out[-1])
                at += 1
                continue
            size, new = self._phrase(sentence, at)
            if not size:
                size, new = 1, self._word(sentence, at)
            if not new:
                new = respelt(one.text)
                if not one.text[0].isupper():
                    unsure.append(one.text)
            out += [sentence.gaps[at], capitals(one.text, new)]
            at += size
        return Written(euphony("".join(out) + sentence.rest), tuple(unsure))

    def _phrase(self, sentence: Sentence, at: int) -> tuple[int, str]:
        """How many words an expression has that begins here, and what stands for it; none where there is none."""
        one = sentence.reads[at]
        words: list[str] = []
        fitting = 0, ""
        for place in range(at, min(at + _longest(), len(sentence.reads))):
            if place > at and sentence.gaps[place].strip(" -"):
                break
            words.append(sentence.reads[place].text.lower().replace("ё", "е"))
            new = _phrases().get(" ".join(words), "")
            if new and (place > at or one.part in _ALONE or one.case == "ablt"):
                fitting = len(words), new
        size, new = fitting
        if size:
            new, _, case = new.partition("|")
            if case:
                sentence.ask(at + size, case)
            return size, new
        sentence.govern(at)
        if one.lemma == "самый" and at + 1 < len(sentence.reads):
            following = sentence.reads[at + 1]
            if following.part == "ADJF" and "Qual" in following.features:
                new = self._adjective(sentence, at + 1, superlative=True)
                return (2, new) if new else (0, "")
        return 0, ""

    def _word(self, sentence: Sentence, at: int) -> str:
        one = sentence.reads[at]
        upper = one.text.isupper()
        if at and one.text[0].isupper() and not upper and one.part in _NO_NAMES:
            return respelt(one.text)
        if not one.known and one.text[0].isupper() and one.part in ("NOUN", "ADJF", "ADVB"):
            return self._name(sentence, at)
        if "Abbr" in one.features or one.lemma in _SHORTENED or (upper and 1 < len(one.text) <= _LONGEST_ABBREVIATION):
            own = own_words()
            return own.get((one.lemma, "N")) or own.get((one.text.lower(), "N")) or respelt(one.text)
        match one.part:
            case "NOUN":
                return self._noun(sentence, at)
            case "ADJF" | "ADJS":
                return self._adjective(sentence, at)
            case "PRTF" | "PRTS":
                return self._participle(sentence, at)
            case "VERB" | "INFN" | "GRND":
                return self._verb(sentence, at)
            case "COMP":
                word = inflection.comparative(self.lexicon(one.lemma, "A"))
                return word or self.lexicon(one.text.lower(), "R")
            case "NPRO" | "NUMR":
                return self._pronoun(sentence, at)
        if one.text == "то" and at and sentence.reads[at - 1].part == "PREP":
            return "те"
        return self.lexicon(one.text.lower(), "R") or self.lexicon(one.lemma, "R")

    def _noun(self, sentence: Sentence, at: int) -> str:
        one, lemma = sentence.reads[at], sentence.nouns.get(at, "")
        if NAMES & one.features or not one.known:
            return self._name(sentence, at)
        case, plural = sentence.cases[at] or "nomn", "plur" in one.features
        if at in sentence.counted:
            case, plural = "nomn", True
        first, _, rest = lemma.partition(" ")
        form = inflection.noun(first, case, plural=plural, animate="anim" in one.features)
        return f"{form} {rest}" if rest and form else form

    def _name(self, sentence: Sentence, at: int) -> str:
        """A name, or a word that the dictionary of Russian lacks: by the lexicon or by its letters and ending."""
        one, case = sentence.reads[at], sentence.cases[at] or "nomn"
        lemma = ""
        if {"Geox", "Name", "Patr"} & one.features:
            lemma = own_words().get((one.lemma.replace("ё", "е"), "N"), "") or self.lexicon.names.get(one.lemma, "")
        elif one.text.islower():
            lemma = self.lexicon(one.lemma, "N")
        plural = "plur" in one.features
        if lemma and (form := inflection.noun(lemma, case, plural=plural, animate="anim" in one.features)):
            return form
        if one.text.islower():
            return ""
        if "Fixd" in one.features or not one.case:
            return respelt(one.text)
        form = _in_case(one.text.lower(), case, plural)
        return named(one.text, form, case, next(iter(one.features & GENDERS), ""))

    def _agreement(self, sentence: Sentence, at: int) -> tuple[str, str, bool]:
        """Case, gender or plur, and whether the noun is animate, for an adjective or a participle."""
        one, head = sentence.reads[at], sentence.heads.get(at)
        if at in sentence.counted:
            return "nomn", "plur", False
        case, number = sentence.cases[at] or "nomn", sentence.number(at)
        if one.lemma == "который":
            number = sentence.number_of(sentence.antecedent(at), number)
        elif one.part in ("ADJS", "PRTS"):
            case, number = "nomn", sentence.number_of(sentence.subject(at), number)
        elif head is not None and number != "plur":
            noun = sentence.nouns.get(head, "").split(" ")[0]
            number = sentence.number_of(head, number) if not noun or inflection.has_singular(noun) else "plur"
        return case, number, "anim" in (sentence.reads[head] if head is not None else one).features

    def _adjective(self, sentence: Sentence, at: int, *, superlative: bool = False) -> str:
        one = sentence.reads[at]
        case, number, animate = self._agreement(sentence, at)
        lemma = self.lexicon(one.lemma, "A")
        if one.lemma == "летний" and sentence.gaps[at].endswith("-"):  # 20-летний
            lemma = "річний"
        if superlative or "Supr" in one.features:
            highest = inflection.superlative(lemma)
            form = inflection.adjective(highest or lemma, case, number, animate=animate)
            return form if highest or not form else f"найбільш {form}"
        return lemma if " " in lemma else inflection.adjective(lemma, case, number, animate=animate)

    def _participle(self, sentence: Sentence, at: int) -> str:
        one = sentence.reads[at]
        case, number, animate = self._agreement(sentence, at)
        own = self.lexicon(_first_form(one.text.lower()), "A")
        if "pssv" in one.features:
            lemma = inflection.passive(self.lexicon(one.lemma, "V")) or own
            impersonal = f"{lemma[:-2]}о"  # создано, створено
            if lemma and one.part == "PRTS" and number == "neut" and analyser("uk").word_is_known(impersonal):
                return impersonal
            return inflection.adjective(lemma, case, number, animate=animate)
        clause = sentence.follows_comma(at)
        if own and not (clause and own.endswith(("ючий", "учий", "ший"))):
            return inflection.adjective(own, case, number, animate=animate)
        # before its noun it cannot become a clause
        verb = self.lexicon(one.lemma, "V")
        if not clause or " " in verb:
            return ""
        noun = sentence.modified(at)
        if noun is not None:
            number = sentence.number_of(noun, sentence.number(noun))
        done, which = (
            inflection.verb(verb, finite(one, number)),
            inflection.adjective("який", "nomn", number, animate=False),
        )
        return f"{which} {done}" if done else ""

    def _verb(self, sentence: Sentence, at: int) -> str:
        one = sentence.reads[at]
        lemma, _, rest = self.lexicon(one.lemma, "V").partition(" ")
        aspect = next(iter(one.features & {"perf", "impf"}), "")
        number = sentence.number(at)
        if one.part == "INFN":
            form = lemma
        elif one.part == "GRND":
            form = inflection.gerund(lemma, past="past" in one.features)
        elif one.lemma == "являться" and "past" not in one.features:
            form = "є"
        elif "past" in one.features:
            number = sentence.number_of(sentence.subject(at), number)
            form = inflection.verb(lemma, {"past", number}, aspect)
        else:
            number = "plur" if number == "plur" else "sing"
            if "impr" in one.features:
                wanted = {"impr", "2per", number}
            else:
                wanted = {next(iter(one.features & _PERSONS), "3per"), number}
            tenses = ("futr", "pres") if "futr" in one.features else ("pres", "futr")
            tried = [wanted] if "impr" in wanted else [{*wanted, tense} for tense in tenses]
            form = next((found for one in tried if (found := inflection.verb(lemma, one, aspect))), "")
        return f"{form} {rest}" if form and rest else form

    def _pronoun(self, sentence: Sentence, at: int) -> str:
        one, case = sentence.reads[at], sentence.cases[at] or "nomn"
        lemma = self.lexicon(one.lemma, "R")
        forms = inflection.pronouns(lemma, case, plural="plur" in one.features)
        if not forms:
            return lemma if case == "nomn" else ""
        if one.lemma in ("он", "она", "оно", "они"):
            after = at > 0 and sentence.reads[at - 1].part == "PREP"
            forms.sort(key=lambda form: form.startswith("н") != after)
        if one.lemma in ("два", "оба", "полтора") and case in ("nomn", "accs") and len(forms) > 1:
            noun = next((sentence.nouns[place] for place in range(at + 1, at + 4) if place in sentence.nouns), "")
            return forms[inflection.gender(noun.split(" ")[0]) == "femn"]
        return forms[0]


@cache
def _longest() -> int:
    return max(len(one.split()) for one in _phrases())


@cache
def _first_form(participle: str) -> str:
    for one in analyser("ru").parse(participle):
        if one.tag.POS in ("PRTF", "PRTS") and (first := one.inflect({"PRTF", "masc", "sing", "nomn"})):
            return str(first.word)
    return participle


@cache
def _in_case(name: str, case: str, plural: bool) -> str:
    for one in analyser("ru").parse(name):
        if one.tag.POS == "NOUN" and (form := one.inflect({case, "plur" if plural else "sing"})):
            return str(form.word)
    return name
