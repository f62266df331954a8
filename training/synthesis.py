"""Back-translation: English news without a partner, written in the other language by a model of ours.

The model into English learns to read news from it (Sennrich et al. 2016, "Improving Neural Machine
Translation Models with Monolingual Data"). `collect` finds it as `run/parallel/back-translated.en-XX.tsv.xz`;
`corpora.yaml` says how often it is drawn, and that no model learns to write from it.
"""

from __future__ import annotations

import lzma
import random
from pathlib import Path

from training.corpus import plain
from translit.confidence import doubts
from translit.engines import open_engine


def back_translate(corpora: Path, run: Path, tag: str, *, most: int | None, beam: int) -> None:
    """English news and what the model into `tag` makes of it, without drafts that look wrong."""
    engine = open_engine("en", tag, beam=beam)
    with lzma.open(corpora / "mono" / "news.en.txt.xz", "rt", encoding="utf-8") as lines:
        english = [text for text in map(plain, lines) if text and engine.fits(text)]
    # the file is in alphabetical order: the first of it are all quotations
    random.Random(1).shuffle(english)
    english = english[:most]
    place = run / "parallel" / f"back-translated.en-{tag}.tsv.xz"
    place.parent.mkdir(parents=True, exist_ok=True)
    beside, count = place.with_suffix(".part"), 0
    with lzma.open(beside, "wt", encoding="utf-8") as out:
        for text, draft in zip(english, engine.translate(english), strict=True):
            if draft.text and not doubts(text, draft.text):
                out.write(f"{text}\t{draft.text}\n")
                count += 1
    beside.replace(place)
    print(f"{place}: {count:,d} of {len(english):,d} sentences")
