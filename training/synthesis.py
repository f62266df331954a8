"""Text of which machines wrote one side; `corpora.yaml` says which model learns from it.

- `back-translated`: English news without a partner, in another language by a model of ours (Sennrich et al. 2016,
  "Improving Neural Machine Translation Models with Monolingual Data");
- `ua-gec`: Ukrainian that people wrote (Syvokon et al. 2023, "UA-GEC: Grammatical Error Correction and Fluency Corpus
  for the Ukrainian Language", as its annotators corrected it), beside the English that a model of ours reads in it;
- `apertium-news`: the Russian of news and encyclopaedic prose in Belarusian or Ukrainian by Apertium, for there is no
  such text in these (Khanna et al. 2021, "Recent advances in Apertium").

`collect` finds them as `run/parallel/ORIGIN.en-XX.tsv.xz`.
"""

from __future__ import annotations

import lzma
import random
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from training.corpus import plain, read_tsv
from translit.confidence import doubts
from translit.engines import open_engine


def back_translate(corpora: Path, run: Path, tag: str, *, most: int | None, beam: int, by: Path | None = None) -> None:
    """English news and what a model (`by`, the starter unless told) makes of it, without drafts that look wrong."""
    engine = open_engine("en", tag, model=by, beam=beam)
    with lzma.open(corpora / "mono" / "news.en.txt.xz", "rt", encoding="utf-8") as lines:
        english = [text for text in map(plain, lines) if text and engine.fits(text)]
    # the file is in alphabetical order: the first of it are all quotations
    random.Random(1).shuffle(english)
    english = english[:most]
    drafts = zip(english, engine.translate(english), strict=True)
    kept = [(text, draft.text) for text, draft in drafts if draft.text and not doubts(text, draft.text)]
    _write(run, "back-translated", tag, kept)


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
    drafts = zip(kept[:most], engine.translate(kept[:most]), strict=True)
    _write(
        run,
        "ua-gec",
        "uk",
        [(draft.text, text) for text, draft in drafts if draft.text and not doubts(text, draft.text)],
    )


# whose Russian is put into its neighbours; that of machines is plainer, which a small model learns sooner (Kim and
# Rush 2016, "Sequence-Level Knowledge Distillation")
_PROSE = ("newstest2012-2018", "newstest-students", "mlqe-pe", "mt-geneval", "tico19", "xquad", "cocoa-formality")
_MODES = Path("/usr/share/apertium/modes")
_APERTIUM = {"be": "rus-bel", "uk": "rus-ukr"}


def neighbours(corpora: Path, run: Path, tag: str) -> None:
    """What Apertium (Debian: apertium-bel-rus, apertium-rus-ukr) makes of Russian prose, beside its English."""
    rows = [row for origin in _PROSE for row in read_tsv(corpora / "parallel" / f"{origin}.en-ru.tsv.xz")]
    rows = [[plain(cell) for cell in row] for row in rows if len(row) > 1]
    steps = ["apertium-destxt", *_steps(_MODES / f"{_APERTIUM[tag]}.mode"), "apertium-retxt"]
    russian = "".join(f"{row[1]}\n" for row in rows)
    done = subprocess.run(["bash", "-c", "|".join(steps)], input=russian, capture_output=True, text=True, check=True)
    _write(run, "apertium-news", tag, zip((row[0] for row in rows), done.stdout.split("\n")[:-1], strict=True))


def _steps(mode: Path) -> list[str]:
    """The steps of one of Apertium's modes but the tagger, whose perceptron ends in a fault on ambiguous words
    (apertium 3.8.3): the constraint grammar before it prints the first reading that it left."""
    steps = [step.strip() for step in mode.read_text(encoding="utf-8").split("|")]
    steps = [step.replace("cg-proc", "cg-proc -1 -n") for step in steps if not step.startswith("apertium-tagger")]
    return [step.replace("$1", "-n").replace("$2", "") for step in steps]


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
