"""Text of which machines wrote one side; `corpora.yaml` says which model learns from it.

- `back-translated`: English news without a partner, in another language by a model of ours (Sennrich et al. 2016,
  "Improving Neural Machine Translation Models with Monolingual Data");
- `ua-gec`: Ukrainian that people wrote (Syvokon et al. 2023, "UA-GEC: Grammatical Error Correction and Fluency Corpus
  for the Ukrainian Language", as its annotators corrected it), beside the English that a model of ours reads in it;
- `word-for-word`: the Russian of news, talk and encyclopaedic prose in Belarusian or Ukrainian by dictionaries and
  rules (`training.ukrainian`, `training.belarusian`), for there is no such text in these.

`collect` finds them as `run/parallel/ORIGIN.en-XX.tsv.xz`.
"""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.belarusian.writing import Belarusian, lists_of_names
from training.corpus import plain, read_tsv
from training.ukrainian.witnesses import lexicon
from training.ukrainian.writing import Ukrainian, Written
from translit.confidence import doubts
from translit.engines import Engine, open_engine


def back_translate(corpora: Path, run: Path, tag: str, *, most: int | None, beam: int, by: Path | None = None) -> None:
    """English news and what a model (`by`, the starter unless told) makes of it, without drafts that look wrong."""
    engine = open_engine("en", tag, model=by, beam=beam)
    with lzma.open(corpora / "mono" / "news.en.txt.xz", "rt", encoding="utf-8") as lines:
        english = [text for text in map(plain, lines) if text and engine.fits(text)]
    # the file is in alphabetical order: the first of it are all quotations
    random.Random(1).shuffle(english)
    _write(run, "back-translated", tag, _drafted(engine, english[:most]))


def _drafted(engine: Engine, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The texts with their drafts, without drafts that look wrong."""
    for text, draft in zip(texts, engine.translate(texts), strict=True):
        if draft.text and not doubts(text, draft.text):
            yield text, draft.text


# what no one says in a sentence of prose, and letters of Russian
_NO_PROSE = re.compile(r"https?:|[@|#]|[ыэёъЫЭЁЪ]")
_SHORTEST = 15


def people_wrote(run: Path, *, most: int | None, beam: int, by: Path | None = None) -> None:
    """Ukrainian sentences of the package ua-gec and the English that a model (`by`, the starter unless told) makes of
    them, without drafts that look wrong; documents marked as sensitive are left out."""
    from ua_gec import AnnotationLayer, Corpus

    # a document that two people corrected comes once
    documents = {one.doc_id: one for one in Corpus("all", AnnotationLayer.GecAndFluency) if not one.meta.is_sensitive}
    engine = open_engine("uk", "en", model=by, beam=beam)
    written = dict.fromkeys(plain(text) for one in documents.values() for text in one.target_sentences)
    kept = [text for text in written if len(text) >= _SHORTEST and not _NO_PROSE.search(text) and engine.fits(text)]
    _write(run, "ua-gec", "uk", ((draft, text) for text, draft in _drafted(engine, kept[:most])))


# whose Russian is put into its neighbours; that of machines is plainer, which a small model learns sooner (Kim and
# Rush 2016, "Sequence-Level Knowledge Distillation")
_PROSE: tuple[str, ...] = (
    *("newstest2012-2018", "newstest-students", "mlqe-pe", "mt-geneval", "tico19", "xquad", "cocoa-formality"),
    *("wmt-testsuites", "tatoeba-test"),
)


def neighbours(corpora: Path, names: Path, run: Path, tag: str) -> None:
    """Russian prose in Belarusian or Ukrainian, word for word, beside its English; without what a word is unsure in."""
    rows = [row for origin in _PROSE for row in read_tsv(corpora / "parallel" / f"{origin}.en-ru.tsv.xz")]
    pairs = [(plain(row[0]), plain(row[1])) for row in rows if len(row) > 1]
    written = word_for_word([text for _, text in pairs], [tag], corpora, names)[tag]
    kept = ((english, one.text) for (english, _), one in zip(pairs, written, strict=True) if not one.unsure)
    _write(run, "word-for-word", tag, kept)


def word_for_word(russian: Sequence[str], tags: Sequence[str], corpora: Path, names: Path) -> dict[str, list[Written]]:
    """Russian sentences or words in Belarusian or Ukrainian or both, by their tags."""
    ukrainian = Ukrainian(lexicon(russian, corpora, names))
    return {
        tag: [ukrainian.write(text) for text in russian]
        if tag == "uk"
        else Belarusian(ukrainian, lists_of_names(names)).write(russian)
        for tag in tags
    }


def _write(run: Path, origin: str, tag: str, pairs: Iterable[tuple[str, str]]) -> None:
    place = run / "parallel" / f"{origin}.en-{tag}.tsv.xz"
    place.parent.mkdir(parents=True, exist_ok=True)
    beside, count = place.with_suffix(".part"), 0
    with lzma.open(beside, "wt", encoding="utf-8") as out:
        for english, other in pairs:
            out.write(f"{english}\t{other}\n")
            count += 1
    beside.replace(place)
    print(f"{place}: {count:,d} sentences", flush=True)
