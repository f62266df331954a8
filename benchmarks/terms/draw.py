"""Candidates for term cases: words that the human reference translates in one piece, with its dictionary form.

Words are aligned with eflomal, over the evaluation set and open parallel text beside it; no engine of
ours has a part in it. A candidate is a noun or a noun phrase of at most three words that is linked to
its source words and to nothing else. For the reporting sets the word pairs were then read, without
their sentences: `status` is 'kept' or 'struck', and struck rows stay, so that a new draw can be
compared. Those of the development set are as they were drawn.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.terms.cases import Case, Sentences, write
from training.alignment import align, tokens
from training.corpus import plain, read_tsv
from translit.morphology import readings_of
from translit.morphology.analysis import analyser, grammemes

# text beside the evaluation set, that words are aligned better: news and prose, not interface strings
BESIDE = {
    "ru": ("newstest2012-2018", "newstest-students", "mlqe-pe", "mt-geneval"),
    "uk": ("tatoeba-test", "bible", "wesnoth", "mediawiki", "mozilla-web"),
    "be": ("tatoeba", "tatoeba-test", "mozilla-web", "apps", "mediawiki", "stellarium-skycultures"),
}
_LONGEST = 3


def draw(corpora: Path, name: str, language: str, lines: range, count: int, work: Path, out: Path, seed: int) -> None:
    """Write `count` candidates of the given lines (from 1) of a set to `out`, at most two a sentence.

    work  a folder for the alignment, made again only if it is missing
    """
    sentences = Sentences.read(corpora, name, language)
    links = _links(corpora, sentences, language, work)
    found: list[Case] = []
    for number in lines:
        if number <= len(sentences.sources):
            found += _candidates(sentences, number, language, links[number - 1])
    random.Random(seed).shuffle(found)
    # phrases first: there are far fewer of them than single words
    found.sort(key=lambda case: " " not in case.lemma)
    chosen: list[Case] = []
    seen: set[str] = set()
    for phrases in (True, False):
        most = count // 3 if phrases else count - len(chosen)
        for case in [one for one in found if (" " in one.lemma) is phrases]:
            beside = [one for one in chosen if one.line == case.line]
            if len(beside) > 1 or any(one.span.overlaps(case.span) for one in beside) or case.words.lower() in seen:
                continue
            chosen.append(case)
            seen.add(case.words.lower())
            most -= 1
            if not most:
                break
    write(out, sorted(chosen, key=lambda case: (case.line, case.span)))


def _links(corpora: Path, sentences: Sentences, language: str, work: Path) -> list[list[list[int]]]:
    """The sure links of every sentence of the set, as [s0, s1, t0, t1]."""
    if not (work / "links.jsonl").is_file():
        work.mkdir(parents=True, exist_ok=True)
        rows = list(zip(sentences.sources, sentences.references, strict=True))
        for origin in BESIDE[language]:
            pairs = (row[:2] for row in read_tsv(corpora / "parallel" / f"{origin}.en-{language}.tsv.xz"))
            rows += [(plain(source), plain(target)) for source, target in pairs if source.strip() and target.strip()]
        with (work / "pairs.tsv").open("w", encoding="utf-8") as out:
            out.writelines(f"1\t-\ten\t{language}\t{source}\t{target}\n" for source, target in rows)
        align(work)
    with (work / "links.jsonl").open(encoding="utf-8") as rows_of_links:
        return [json.loads(row)["sure"] for row, _ in zip(rows_of_links, sentences.sources, strict=False)]


def _candidates(sentences: Sentences, number: int, language: str, sure: Sequence[Sequence[int]]) -> Iterator[Case]:
    source, target = sentences.sources[number - 1], sentences.references[number - 1]
    source_spans, target_spans = tokens(source), tokens(target)
    source_of = {start: at for at, (start, _) in enumerate(source_spans)}
    target_of = {start: at for at, (start, _) in enumerate(target_spans)}
    links = {(source_of[s0], target_of[t0]) for s0, _, t0, _ in sure if s0 in source_of and t0 in target_of}
    for first in range(len(target_spans)):
        for last in range(first, min(first + _LONGEST, len(target_spans))):
            inside = sorted({s for s, t in links if first <= t <= last})
            if not inside or inside[-1] - inside[0] >= _LONGEST:
                continue
            left, right = inside[0], inside[-1]
            if any(left <= s <= right and not first <= t <= last for s, t in links):
                continue
            if len({t for _, t in links if first <= t <= last}) != last - first + 1 or len(inside) != right - left + 1:
                continue
            words = [target[a:b] for a, b in target_spans[first : last + 1]]
            start, end = source_spans[left][0], source_spans[right][1]
            here = source[start:end]
            if target[target_spans[first][0] : target_spans[last][1]] != " ".join(words):
                continue
            if (
                not all(w.isalpha() and len(w) > 2 for w in words)
                or not here.replace(" ", "").isalpha()
                or end - start < 4
            ):
                continue
            if source[start - 1 : start] in {"-", "'", "’"} or source[end : end + 1] in {"-", "'", "’"}:
                continue
            if lemma := dictionary_form(words, language, opening=first == 0):
                yield Case(number, start, end, here, lemma, "kept")


def dictionary_form(words: Sequence[str], language: str, *, opening: bool) -> str:
    """A noun phrase in the nominative, its number kept only where the noun has no other; '' if it is none.

    Agreeing adjectives before a head noun; a genitive after it stays. Belarusian has no analyser: one word, as it
    stands, for a person to write its dictionary form.
    """
    morph = analyser(language)
    if morph is None:
        return words[0] if len(words) == 1 and len(words[0]) > 3 else ""
    parses = [morph.parse(word)[0] for word in words]
    marks = [grammemes(parse) for parse in parses]
    head = next((at for at, one in enumerate(marks) if "NOUN" in one), -1)
    if head < 0 or any(not one & {"ADJF", "PRTF"} for one in marks[:head]) or len(words) - head > 2:
        return ""
    if len(words) - head == 2 and not ({"NOUN", "gent"} <= marks[head + 1]):
        return ""
    if any(parse.score < 0.3 or not readings_of(parse.word, language) for parse in parses):
        return ""
    if not parses[head].is_known and words[head][:1].islower():
        return ""
    plural_only = "Pltm" in marks[head]
    out = []
    for at, (word, parse) in enumerate(zip(words, parses, strict=True)):
        form = word.lower()
        if at <= head:
            wanted = {"nomn", "plur"} if plural_only else {"nomn"} if language == "uk" else {"nomn", "sing"}
            if at < head and not plural_only:
                wanted |= marks[head] & {"masc", "femn", "neut"}
            inflected = parse.inflect(wanted)
            if inflected is None:
                return ""
            form = inflected.word
        proper = bool(marks[at] & {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
        out.append(_dressed(form, word, keep=proper or not (opening and at == 0)))
    return " ".join(out)


def _dressed(form: str, like: str, *, keep: bool) -> str:
    if len(like) > 1 and like.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if keep and like[:1].isupper() else form
