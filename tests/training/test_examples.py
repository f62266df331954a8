"""What the model sees of a pair: pieces, and where each written piece should look."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("petrovich")

from training.batches import batches, tensors, twice
from training.examples import SAMPLED_SOURCE, SAMPLED_TARGET, Example, Examples
from training.recipe import recipe
from training.ship import take_pieces
from translit.engines.models import STARTERS

SOURCE, TARGET = "The minister resigned.", "Министр ушёл в отставку."
LINKS = [((4, 12), (0, 7)), ((13, 21), (8, 12)), ((13, 21), (15, 23)), ((21, 22), (23, 24))]


@pytest.fixture(scope="module")
def starter() -> Path:
    return STARTERS / "en-zle"


@pytest.fixture
def examples(starter: Path) -> Examples:
    """The pieces of a starter, without text to draw from."""
    import sentencepiece

    made = object.__new__(Examples)
    made.pieces = sentencepiece.SentencePieceProcessor(model_file=str(starter / "source.spm"))
    made.tokens, made.dice, made.sampled = {"ru": [7997]}, random.Random(1), (SAMPLED_SOURCE, SAMPLED_TARGET)
    return made


def _words(examples: Examples, example: Example) -> list[tuple[str, str]]:
    """Each written piece beside the pieces it should look at; the language token stands before them."""
    name = examples.pieces.id_to_piece
    return [
        (name(piece), "".join(name(example.source[number]) for number in looks))
        for piece, looks in zip(example.target, example.guide, strict=True)
    ]


def test_a_written_piece_looks_at_the_pieces_of_the_word_it_is_linked_with(examples):
    examples.sampled = (0, 0)
    example = examples.encoded(SOURCE, TARGET, LINKS, "ru")
    looks = _words(examples, example)
    assert example.source[0] == 7997
    assert looks[0][1] == "▁minister"
    assert looks[-1] == (".", ".")
    assert {source for piece, source in looks if piece.startswith("▁в")} == {""}


def test_some_texts_come_in_other_pieces_and_stay_the_same_text(examples):
    examples.sampled = (1, 1)
    drawn = [examples.encoded(SOURCE, TARGET, LINKS, "ru") for _ in range(20)]
    assert len({tuple(one.target) for one in drawn}) > 5
    for one in drawn:
        assert examples.pieces.decode(one.source[1:]) == SOURCE
        assert examples.pieces.decode(one.target) == TARGET
        assert len(one.guide) == len(one.target)
        assert _words(examples, one)[-1][1].endswith(".")


def test_a_last_sitting_sees_news_alone_in_its_likeliest_pieces(starter, tmp_path, monkeypatch):
    for lists in ("people", "places", "families"):
        monkeypatch.setattr(f"training.examples.{lists}", lambda *_: [])
    take_pieces(starter, tmp_path)
    (tmp_path / "pairs.tsv").write_text(
        "1\tmlqe-pe\ten\tru\tNews\tНовости\n1\tgames\ten\tru\tSwords\tМечи\n", encoding="utf-8"
    )
    (tmp_path / "links.jsonl").write_text("{}\n{}\n")
    (tmp_path / "terms.jsonl").write_text("[]\n[]\n")
    made = Examples(tmp_path, tmp_path, recipe("en-zle"), seed=1, finishing=True)
    assert [row[0].split("\t")[4] for row in made.rows] == ["News"]
    assert len({tuple(made.encoded(SOURCE, TARGET, LINKS, "ru").target) for _ in range(20)}) == 1


def test_rare_words_are_shown_more_often_than_common_ones(examples):
    examples.seen = Counter({"minister": 10_000, "resigned": 4})
    terms = [{"source": [4, 12], "lemma": "министр"}, {"source": [13, 21], "lemma": "уйти в отставку"}]
    first = Counter(examples._picked(SOURCE, terms)[0]["lemma"] for _ in range(300))
    assert first["уйти в отставку"] > 2 * first["министр"] > 0


def test_a_batch_is_padded_and_guides_each_piece_by_one_in_all():
    short, long = Example([5], [8, 9], [[0], []]), Example([5, 6, 7], [8], [[1, 2]])
    source, decoder, labels, guide = tensors([short, long], end=0, pad=99)
    assert source.tolist() == [[5, 0, 99, 99], [5, 6, 7, 0]]
    assert labels.tolist() == [[8, 9, 0], [8, 0, -100]]
    assert decoder.tolist() == [[99, 8, 9], [99, 8, 0]]
    assert guide.sum(-1).tolist() == [[1, 0, 1], [1, 1, 0]]
    assert guide[1, 0].tolist() == [0, 0.5, 0.5, 0]
    assert guide[0, 2].tolist() == [0, 1, 0, 0]


def test_batches_hold_every_example_that_is_not_too_long():
    class Drawn:
        dice = random.Random(1)

        def one_pass(self):
            yield from (Example([1] * n, [2] * n, [[]] * n) for n in range(1, 60))

    made = list(batches(Drawn(), longest=40, tokens=200))  # type: ignore[arg-type]
    assert sorted(len(example.target) for batch in made for example in batch) == list(range(1, 41))
    assert all(len(batch) * (max(len(e.target) for e in batch) + 1) <= 200 for batch in made)


def test_every_batch_comes_again_later():
    batches = [(number,) for number in range(50)]
    drawn = list(twice(iter(batches), random.Random(1), held=10))  # type: ignore[arg-type]
    assert sorted(set(drawn)) == batches
    again = [one for one in batches if drawn.count(one) == 2]
    assert len(again) == 40
    assert all(drawn.count(one) <= 2 for one in batches)
