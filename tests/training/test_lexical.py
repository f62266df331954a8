"""The first weights know the words that the aligner found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sentencepiece

from translit.engines.models import STARTERS

torch = pytest.importorskip("torch")

PAIRS = [("мир", "peace", 40), ("город", "city", 40), ("год", "year", 40), ("закон", "law", 40), ("мир", "world", 15)]


def run_with(folder: Path) -> Path:
    """A run whose aligned pairs are single words, over the pieces of a starter."""
    from training.ship import take_pieces

    take_pieces(STARTERS / "zle-en", folder)
    rows = [(source, target) for source, target, often in PAIRS for _ in range(often)]
    pairs = "".join(f"1\town\tru\ten\t{source}\t{target}\n" for source, target in rows)
    (folder / "pairs.tsv").write_text(pairs, encoding="utf-8")
    links = [{"sure": [[0, len(source), 0, len(target)]], "likely": []} for source, target in rows]
    (folder / "links.jsonl").write_text("".join(json.dumps(link) + "\n" for link in links), encoding="utf-8")
    return folder


def test_a_source_word_lies_nearest_to_its_likeliest_translation(tmp_path):
    from training.lexical import begin

    run = run_with(tmp_path)
    begin(run)
    table = torch.load(run / "checkpoint.pt", weights_only=True)["model"]["model.shared.weight"]
    vocabulary = json.loads((run / "model" / "vocab.json").read_text(encoding="utf-8"))
    latin = [piece for piece in vocabulary if piece.strip("▁").isascii()]
    for source, target in (("▁мир", "▁peace"), ("▁город", "▁city"), ("▁год", "▁year"), ("▁закон", "▁law")):
        nearness = {piece: float(table[vocabulary[source]] @ table[vocabulary[piece]]) for piece in latin}
        assert max(nearness, key=nearness.__getitem__) == target
    world, peace, city = (
        float(table[vocabulary["▁мир"]] @ table[vocabulary[piece]]) for piece in ("▁world", "▁peace", "▁city")
    )
    assert peace > world > city
    assert not table[vocabulary["<pad>"]].any()


def test_what_stands_on_both_sides_keeps_its_own_vector():
    from training.lexical import embeddings

    torch.manual_seed(1)
    last = torch.randn(8, 64)
    both = {(1, 1): 50.0, (2, 3): 50.0}
    found = embeddings(last, both)
    assert float(found[1] @ torch.nn.functional.normalize(last[1], dim=0)) > 0.5
    assert float(found[2] @ found[3]) > 0.8 > abs(float(found[2] @ torch.nn.functional.normalize(last[2], dim=0)))


def test_pieces_meet_where_they_stand_in_their_words(tmp_path):
    from training.lexical import counted

    run = run_with(tmp_path)
    (run / "pairs.tsv").write_text("1\town\tru\ten\tТихановская\tTikhanovskaya\n" * 10, encoding="utf-8")
    (run / "links.jsonl").write_text('{"sure": [[0, 11, 0, 13]], "likely": []}\n' * 10, encoding="utf-8")
    counts = counted(run)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(run / "model" / "source.spm"))
    ours, theirs = pieces.encode("Тихановская"), pieces.encode("Tikhanovskaya")
    assert len(ours) > 1 and len(theirs) > 1
    for at in (0, -1):
        assert max(theirs, key=lambda piece: counts.get((ours[at], piece), 0.0)) == theirs[at]
