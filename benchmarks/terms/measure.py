"""What becomes of the cases: success, chrF++ with and without the terms, terms glued on or doubled, outcomes."""

from __future__ import annotations

import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.terms.cases import Case, directed
from benchmarks.terms.counting import doubled, hits, tacked_on
from translit.decisions import Decision
from translit.drafting import attempted
from translit.engines import Engine, open_engine
from translit.evaluation import quality
from translit.glossary import Entry, Glossary, Target
from translit.passages import Mention

# (set, source, target)
SETS = (
    ("newstest2019.en-ru", "en", "ru"),
    ("flores-dev.en-ru-uk-be", "en", "uk"),
    ("flores-dev.en-ru-uk-be", "en", "be"),
    ("newstest2019.ru-en", "ru", "en"),
    ("flores-dev.en-ru-uk-be", "uk", "en"),
    ("flores-dev.en-ru-uk-be", "be", "en"),
)
DEVELOPMENT = (("newstest2020.en-ru", "en", "ru"),)


@dataclass(frozen=True, slots=True)
class Result:
    """One sentence with its cases: the translation with the terms, what stands for each, and the decisions."""

    line: int
    cases: tuple[Case, ...]
    plain: str
    text: str
    found: tuple[object, ...]
    decisions: tuple[Decision, ...]


def measure(
    corpora: Path,
    name: str,
    source: str,
    target: str,
    *,
    model: str | None,
    beam: int,
    annotated: bool,
    sample: int,
    most: int,
    others: bool = False,
) -> float:
    """Print the numbers of one set; give the success rate back.

    `others` gives each case the dictionary form of another one, drawn at random: a wrong term that must stand
    there all the same, and a sentence that must not break over it.
    """
    sentences, kept = directed(corpora, name, source, target)
    by_line: dict[int, list[Case]] = defaultdict(list)
    drawn = kept[: most or None]
    for case in exchanged(drawn) if others else drawn:
        by_line[case.line].append(case)
    engine = open_engine(source, target, model=model, beam=beam)
    if not annotated:
        engine.annotation = None
    lines = sorted(by_line)
    texts = [sentences.sources[line - 1] for line in lines]
    references = [sentences.references[line - 1] for line in lines]
    glossary = [_mentions(by_line[line], text, source, target) for line, text in zip(lines, texts, strict=True)]
    began = time.perf_counter()
    plain = [draft.text for draft in engine.translate(texts)]
    between = time.perf_counter()
    attempts = attempted(engine, texts, glossary, target)
    ended = time.perf_counter()
    results = []
    for line, one, other in zip(lines, attempts, plain, strict=True):
        cases = tuple(by_line[line])
        found = hits(one.placed.text, [case.lemma for case in cases], target)
        results.append(Result(line, cases, other, one.placed.text, tuple(found), one.decisions))
    return _say(
        f"{name} {source}-{target}, {'terms of others, ' if others else ''}"
        f"annotation {'on' if annotated and engine.annotation else 'off'}",
        engine, results, references, (between - began, ended - between), target, sample,
    )  # fmt: skip


def exchanged(cases: Sequence[Case]) -> list[Case]:
    """The same words, each with the dictionary form of another case: single words with single words, phrases with
    phrases, and never with a form that the sentence wants anyhow.
    """
    chosen = random.Random(5)
    wanted: dict[int, set[str]] = defaultdict(set)
    for case in cases:
        wanted[case.line].add(case.lemma)
    found = []
    for case in cases:
        free = [
            one.lemma
            for one in cases
            if one.lemma not in wanted[case.line] and len(one.lemma.split()) == len(case.lemma.split())
        ]
        lemma = chosen.choice(free) if free else case.lemma
        wanted[case.line].add(lemma)
        found.append(replace(case, lemma=lemma))
    return found


def _mentions(cases: Sequence[Case], text: str, source: str, target: str) -> Sequence[Mention]:
    """The mentions that a glossary of the sentence's own cases finds in it."""
    entries = tuple(
        Entry(f"{case.line}:{case.start}", {source: (Target(case.entry or case.words),), target: (Target(case.lemma),)})
        for case in cases
    )
    return Glossary(entries).find(text, source, target)


def _say(
    title: str,
    engine: Engine,
    results: Sequence[Result],
    references: Sequence[str],
    seconds: tuple[float, float],
    language: str,
    sample: int,
) -> float:
    total = sum(len(one.cases) for one in results)
    there = sum(span is not None for one in results for span in one.found)
    already = sum(
        span is not None for one in results for span in hits(one.plain, [c.lemma for c in one.cases], language)
    )
    glued = [
        (one, case)
        for one in results
        for case, span in zip(one.cases, one.found, strict=True)
        if span is not None and tacked_on(one.text, span, one.plain)
    ]
    twice = [(one, case) for one in results for case in one.cases if doubled(one.text, case.lemma, language)]
    without, with_terms = (
        quality([one.plain for one in results], references),
        quality([one.text for one in results], references),
    )
    phrases = [
        (case, span) for one in results for case, span in zip(one.cases, one.found, strict=True) if " " in case.lemma
    ]
    print(f"\n{title}\n{engine.signature}")
    print(f"  cases {total}, sentences {len(results)}, phrases {len(phrases)}")
    print(f"  success {100 * there / total:.1f} % ({there}); without the glossary {100 * already / total:.1f} %")
    print(f"  phrases alone {100 * sum(span is not None for _, span in phrases) / max(1, len(phrases)):.1f} %")
    print(f"  without  {without}\n  with     {with_terms}   ({with_terms.chrf - without.chrf:+.2f} chrF++)")
    print(
        f"  glued on: {len(glued)}" + "".join(f"\n    {one.line} {case.lemma}: {one.text}" for one, case in glued[:5])
    )
    print(f"  doubled: {len(twice)}" + "".join(f"\n    {one.line} {case.lemma}: {one.text}" for one, case in twice[:5]))
    print(f"  seconds without {seconds[0]:.1f}, with {seconds[1]:.1f}")
    for (action, reason), count in Counter(_kind(d) for one in results for d in one.decisions).most_common():
        print(f"  {count:5d} {action:10} {reason}")
    print(f"  {without.chrf_signature}\n  {without.bleu_signature}")
    missed = [(one, case) for one in results for case, span in zip(one.cases, one.found, strict=True) if span is None]
    for one, case in missed[: sample and 40]:
        why = next(
            (f"{d.action} {d.after!r}: {d.reason}" for d in one.decisions if d.source == case.words), "not found"
        )
        print(f"    missed {one.line} {case.words} | {case.lemma} | {why}")
    shown = [(one, case, span) for one in results for case, span in zip(one.cases, one.found, strict=True) if span]
    for one, case, span in random.Random(3).sample(shown, min(sample, len(shown))):
        before = one.text[max(0, span.start - 45) : span.start]
        print(f"    read {one.line} {case.lemma}: …{before}[{span.of(one.text)}]"
              f"{one.text[span.end : span.end + 25]}…")  # fmt: skip
    return 100 * there / total


_DETAIL = re.compile(r"'[^']*'")


def _kind(decision: Decision) -> tuple[str, str]:
    return str(decision.action), _DETAIL.sub("'…'", decision.reason)
