"""Which words of a pair could stand in a glossary: source span, target span, dictionary form.

The method is lemma annotation (Dinu et al. 2019, "Training Neural Machine Translation To Apply
Terminology Constraints"; Bergmanis & Pinnis 2021, "Facilitating Terminology Translation with
Target Lemma Annotations"): the source carries the target's dictionary form inline, the target
stays as it was, so the model learns both to obey and to inflect.

Russian and Ukrainian phrases are found and put into their dictionary form by pymorphy3, English words by simplemma,
Belarusian ones by a spelling dictionary's stems where it is installed (Debian: hunspell, hunspell-be), else as they
stand. A glossary's terms are noun phrases; what the model's own dictionary shows may be any word, so single verbs,
adjectives and adverbs are candidates as well.

Each line of `run/terms.jsonl` belongs to the same line of `run/pairs.tsv`: a list of
{"source": [s0, s1], "target": [t0, t1], "lemma": str, "family": [case, gender] | null}, at most
MOST of them; `family` marks a Russian family name that may be exchanged for another one.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import simplemma

from training.alignment import tokens
from training.belarusian.stems import stems
from training.corpus import written
from training.ukrainian.reading import NAMES
from translit.morphology.analysis import analyser, has_capital

# the six that every noun has, as pymorphy names them
_CASES = {"nomn", "gent", "datv", "accs", "ablt", "loct"}
# those that pymorphy3 knows
_ANALYSED = {"ru", "uk"}
# candidates of one pair that are kept, drawn at random: more only make the file long
MOST = 16
# parts of speech besides the noun, as pymorphy names them, that a dictionary lists
_LISTED = {"VERB", "INFN", "GRND", "PRTF", "PRTS", "ADJF", "ADJS", "COMP", "ADVB"}
# ... but for what is grammar
_GRAMMAR = {"быть", "бути", "мочь", "могти", "который", "котрий", "весь", "мой", "свой", "этот", "тот", "такой"}
_ENGLISH_GRAMMAR = {
    "about", "after", "also", "because", "been", "before", "being", "both", "could", "does", "during",
    "each", "even", "from", "have", "having", "here", "into", "itself", "just", "many", "more",
    "most", "much", "must", "only", "other", "over", "same", "shall", "should", "some", "such",
    "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "though",
    "through", "under", "until", "very", "were", "what", "when", "where", "whether", "which", "while",
    "whom", "whose", "will", "with", "within", "without", "would", "your",
}  # fmt: skip
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=400_000)
def _parse(word: str, tag: str) -> Any:
    """The likeliest reading; Ukrainian ones are all as likely to pymorphy3, so there the commonest dictionary form."""
    parses = analyser(tag).parse(word)
    return parses[0] if tag == "ru" else max(parses, key=lambda parse: _written_words(tag)[parse.normal_form])


@lru_cache(maxsize=1)
def _written_words(tag: str) -> Counter[str]:
    """How often each form stands in the news that was written for translit."""
    return Counter(word for _, text in written(tag) for word in _WORD.findall(text.lower()))


def _shaped(form: str, like: str, *, proper: bool, first: bool) -> str:
    """The form with the letter case of the word it stands for; a sentence's first word is a common one."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    if like[:1].isupper() and (proper or not first):
        return form[:1].upper() + form[1:]
    return form


def dictionary_form(words: list[str], tag: str, *, first: bool, singular: bool) -> str | None:
    """Dictionary form of a noun phrase: agreeing adjectives, a head noun, the rest as it stands; None if it is none."""
    parses = [_parse(word, tag) for word in words]
    head = next((number for number, parse in enumerate(parses) if "NOUN" in parse.tag), None)
    if head is None or any(parse.tag.POS not in {"ADJF", "PRTF", "NOUN"} for parse in parses):
        return None
    if any(parse.tag.POS == "NOUN" for parse in parses[:head]):
        return None
    noun = parses[head]
    case, number = noun.tag.case, noun.tag.number
    if case not in _CASES:
        return None
    wanted = "sing" if singular and "Pltm" not in noun.tag and number == "plur" else number
    lemma = []
    for place, (word, parse) in enumerate(zip(words, parses, strict=True)):
        agrees = place <= head or (parse.tag.case == case and NAMES & set(parse.tag.grammemes))
        form = word
        if agrees:
            grammemes = {"nomn", wanted} if wanted else {"nomn"}
            if place < head and wanted == "sing" and noun.tag.gender:
                grammemes.add(noun.tag.gender)
            inflected = parse.inflect(grammemes)
            if inflected is None:
                return None
            form = inflected.word
        proper = bool(NAMES & set(parse.tag.grammemes)) or "Fixd" in parse.tag
        lemma.append(_shaped(form, word, proper=proper, first=first and place == 0))
    return " ".join(lemma)


def _listed(word: str, tag: str) -> str | None:
    """What a dictionary lists a verb, adjective or adverb under; None if the word is none or is grammar."""
    parse = _parse(word, tag)
    lemma: str = parse.normal_form
    return lemma if parse.tag.POS in _LISTED and lemma not in _GRAMMAR and len(lemma) >= _SHORTEST else None


def _lemmas(
    source: list[str], target: list[str], pair: tuple[str, str], *, first: bool, stemmed: Mapping[str, str]
) -> set[str]:
    """The dictionary forms that a glossary or a dictionary could give for the target words; none if there are none."""
    source_tag, target_tag = pair
    single = len(target) == len(source) == 1 and source[0] not in _ENGLISH_GRAMMAR
    if target_tag in _ANALYSED:
        # Tom is a name at the beginning of a sentence too
        first = first and not (source[0][0].isupper() and has_capital(source[0], source_tag))
        found = {dictionary_form(target, target_tag, first=first, singular=singular) for singular in (True, False)}
        if single and source[0].islower():
            found.add(_listed(target[0].lower(), target_tag))
        return {lemma for lemma in found if lemma}
    if target_tag == "en":
        return _english(source, target, source_tag, first=first)
    if not single or len(target[0]) < _SHORTEST or (first and not source[0].islower()):
        return set()
    return {stemmed.get(target[0].lower(), target[0].lower()) if source[0].islower() else target[0]}


def _english(source: list[str], target: list[str], source_tag: str, *, first: bool) -> set[str]:
    found = set()
    if len(target) == len(source) == 1 and source[0].islower() and len(target[0]) >= _SHORTEST:
        if source_tag not in _ANALYSED or _listed(source[0], source_tag):
            found.add(simplemma.lemmatize(target[0].lower(), lang="en"))
        found -= _ENGLISH_GRAMMAR
    if source_tag in _ANALYSED:
        if not dictionary_form(source, source_tag, first=False, singular=False):
            return found
    elif not all(word[0].isupper() for word in source):
        return found
    # a sentence's first word has a capital that is not its own
    if first and target[0][1:].islower() and not source[0][0].isupper():
        return found
    one = simplemma.lemmatize(target[-1], lang="en") if target[-1].islower() else target[-1]
    return found | {" ".join(target), " ".join([*target[:-1], one])}


def candidates(
    source: str,
    target: str,
    sure: list[list[int]],
    pair: tuple[str, str],
    stemmed: Mapping[str, str] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """Words, and noun phrases of at most four, of the target that stand alone against their source words.

    `pair` is the two languages, 'en' with 'ru', 'uk' or 'be' on either side; `stemmed` has dictionary forms of
    Belarusian words.
    """
    source_spans, target_spans = tokens(source), tokens(target)
    source_of = {start: number for number, (start, _) in enumerate(source_spans)}
    target_of = {start: number for number, (start, _) in enumerate(target_spans)}
    links = {(source_of[s0], target_of[t0]) for s0, _, t0, _ in sure if s0 in source_of and t0 in target_of}
    found = []
    for first in range(len(target_spans)):
        for last in range(first, min(first + 4, len(target_spans))):
            inside = sorted({s for s, t in links if first <= t <= last})
            if not inside or inside[-1] - inside[0] >= 4:
                continue
            left, right = inside[0], inside[-1]
            if any(left <= s <= right and not first <= t <= last for s, t in links):
                continue
            if len({t for _, t in links if first <= t <= last}) != last - first + 1:
                continue
            t0, t1 = target_spans[first][0], target_spans[last][1]
            s0, s1 = source_spans[left][0], source_spans[right][1]
            words = [target[a:b] for a, b in target_spans[first : last + 1]]
            named = [source[a:b] for a, b in source_spans[left : right + 1]]
            if not all(word.isalpha() and len(word) > 1 for word in words) or s1 - s0 < 3:
                continue
            if target[t0:t1] != " ".join(words) or not source[s0:s1].replace(" ", "").replace("-", "").isalpha():
                continue
            family = None
            if pair == ("en", "ru") and first == last and left == right and source[s0].isupper():
                grammar = _parse(words[0], "ru").tag
                singular = grammar.number == "sing" and grammar.gender in {"masc", "femn"}
                if "Surn" in grammar and grammar.case in _CASES and singular:
                    family = [grammar.case, grammar.gender]
            found += [
                {"source": [s0, s1], "target": [t0, t1], "lemma": lemma, "family": family}
                for lemma in sorted(_lemmas(named, words, pair, first=first == 0, stemmed=stemmed))
            ]
    return found


def _annotated(rows: list[tuple[str, str]]) -> list[str]:
    lines = []
    belarusian = (cells for cells in (pair.rstrip("\n").split("\t") for pair, _ in rows) if cells[3] == "be")
    stemmed = stems({cells[5][a:b].lower() for cells in belarusian for a, b in tokens(cells[5])})
    for pair, link in rows:
        _, _, source_tag, target_tag, source, target = pair.rstrip("\n").split("\t")
        found = candidates(source, target, json.loads(link)["sure"], (source_tag, target_tag), stemmed)
        if len(found) > MOST:
            found = random.Random(pair).sample(found, MOST)
        lines.append(json.dumps(found, ensure_ascii=False) + "\n")
    return lines


def annotate(run: Path) -> None:
    """Write `run/terms.jsonl` for `run/pairs.tsv` and `run/links.jsonl`, on every processor there is."""
    beside = run / "terms.jsonl.part"
    with (
        (run / "pairs.tsv").open(encoding="utf-8", newline="\n") as pairs,
        (run / "links.jsonl").open(encoding="utf-8") as links,
        beside.open("w", encoding="utf-8") as out,
        ProcessPoolExecutor(os.cpu_count()) as pool,
    ):
        for lines in pool.map(_annotated, _blocks(zip(pairs, links, strict=True), 5000)):
            out.writelines(lines)
    beside.replace(run / "terms.jsonl")


def _blocks(rows: Iterator[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    block: list[tuple[str, str]] = []
    for row in rows:
        block.append(row)
        if len(block) == size:
            yield block
            block = []
    if block:
        yield block
