"""What a glossary costs: the same sentences with it and without it, in one run."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from benchmarks.terms.cases import HERE, Sentences, read
from translit.documents import open_document
from translit.glossary import Entry, Glossary, Target
from translit.translator import Translator

ENTRIES = 500


def cost(corpora: Path, glossary: Path, *, name: str, language: str, model: str | None, beam: int, every: int) -> float:
    """Print seconds without and with a glossary of 500 entries, and give their ratio back.

    Seconds are those of the processor, all threads together: on a machine with other work they stay comparable,
    and where nothing else runs they are the clock's times the threads. The clock's stand beside them.

    The glossary is that of the file, and terms of the development cases up to the number; `every` takes each n-th
    sentence of the set.
    """
    sentences = Sentences.read(corpora, name, language)
    entries = list(Glossary.read(glossary))[:ENTRIES]
    cases = read(HERE / f"newstest2020.en-ru.{language}.tsv", Sentences.read(corpora, "newstest2020.en-ru", language))
    random.Random(1).shuffle(cases)
    for case in cases[: ENTRIES - len(entries)]:
        entries.append(Entry(f"en:{case.words}", {"en": (Target(case.words),), language: (Target(case.lemma),)}))
    texts = sentences.sources[::every]
    seconds, clock, mentioned = [], [], 0
    translator = Translator("en", language, model=model, beam=beam)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "set.txt")
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        document = open_document(path)
    for terms in (Glossary.empty(), Glossary(tuple(entries))):
        translator.glossary = terms
        translator.translate(texts[0])  # dictionaries and indexes are read once, not a sentence
        mentioned = sum(bool(terms.find(text, "en", language)) for text in texts)
        began, looked = time.process_time(), time.perf_counter()
        translator.translate_document(document)
        seconds.append(time.process_time() - began)
        clock.append(time.perf_counter() - looked)
    ratio = seconds[1] / seconds[0]
    print(f"{name}, each of {every}: {len(texts)} sentences, {mentioned} with terms of {len(entries)} entries")
    print(f"{translator.signature}\nwithout {seconds[0]:.1f} s, with {seconds[1]:.1f} s, ratio {ratio:.2f}")
    print(f"by the clock: without {clock[0]:.1f} s, with {clock[1]:.1f} s, ratio {clock[1] / clock[0]:.2f}")
    return ratio
