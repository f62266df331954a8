"""One SentencePiece model for both sides and all languages, and Marian's `vocab.json` beside it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import sentencepiece

from training.corpus import plain, read_tsv
from translit.engines.pieces import names_of

LANGUAGE_TOKENS = (">>ru<<", ">>uk<<", ">>be<<")
# source word, its wanted translation, end: "⟦Minsk⟪Минск⟫"
TERM_MARKERS = ("⟦", "⟪", "⟫")
# stand-ins for inline marks, copied through one by one
SENTINELS = tuple("⓪①②③④⑤⑥⑦⑧⑨")
SIZE = 8000


def build(corpora: Path, run: Path, *, seed: int = 1) -> None:
    """Train `run/model/source.spm`, for both sides, on a sample of every language."""
    dice = random.Random(seed)
    lines: list[str] = []
    for row in (run / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        lines += row.split("\t")[4:]
    dice.shuffle(lines)
    lines = lines[:400_000]
    for language, most in (("uk", 120_000), ("be", 60_000)):
        other = [
            plain(row[1])
            for path in sorted((corpora / "parallel").glob(f"*.en-{language}.tsv.xz"))
            if path.name.split(".")[0] not in {"desktop-apps", "manpages", "kde-docs"}
            for row in read_tsv(path)
            if len(row) > 1
        ]
        dice.shuffle(other)
        lines += other[:most]
    folder = run / "model"
    folder.mkdir(parents=True, exist_ok=True)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(folder / "source"),
        vocab_size=SIZE - len(LANGUAGE_TOKENS) - 1,
        model_type="unigram",
        normalization_rule_name="identity",  # nmt_nfkc would turn № into No
        character_coverage=0.9999,
        byte_fallback=True,  # so that <unk> is never written
        user_defined_symbols=[*TERM_MARKERS, *SENTINELS],
        eos_id=0,
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
        eos_piece="</s>",
        unk_piece="<unk>",
        num_threads=2,
        minloglevel=1,
    )
    (folder / "source.model").replace(folder / "source.spm")
    (folder / "source.vocab").unlink()
    # Marian starts decoding from <pad>, and ctranslate2 wants it last
    names = [*names_of(folder / "source.spm"), *LANGUAGE_TOKENS, "<pad>"]
    write_vocabulary(folder, {name: number for number, name in enumerate(names)})
    print(f"{len(names)} pieces in {folder}")


def write_vocabulary(folder: Path, numbers: dict[str, int]) -> None:
    """Marian's `vocab.json`, the pieces in the order of their numbers."""
    (folder / "vocab.json").write_text(json.dumps(numbers, ensure_ascii=False, indent=0), encoding="utf-8")
