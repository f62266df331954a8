from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sentencepiece import SentencePieceProcessor

from translit.engines.pieces import END, Encoded, Pieces, drafted, joined, loops, stutter
from translit.errors import ModelError
from translit.letters import nfc
from translit.passages import Span

CASES = yaml.safe_load((Path(__file__).parent / "joining.yaml").read_text(encoding="utf-8"))
TEXTS = st.text(st.sampled_from("abz АЯё—“”⟦⟪⟫€😀▁<>0x \t\né½№"), max_size=40).map(nfc)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_pieces_spell_a_text(case):
    text, spans = joined(case["pieces"])
    assert text == case["expected"]
    assert [span.of(text) for span in spans] == case["stretches"]


def test_a_source_piece_knows_its_stretch_of_the_sentence(tiny):
    sentence = "The  rain € in Minsk"
    found = Pieces(tiny / "source.spm", tiny / "target.spm").source(sentence)
    stretches = [span.of(sentence) for span in found.spans]
    assert "".join(dict.fromkeys(stretches)).startswith("The")
    euro = [stretch for piece, stretch in zip(found.pieces, stretches, strict=True) if piece.startswith("<0x")]
    assert euro == ["€", "€", "€"]
    assert not any(stretch.startswith(" ") or stretch.endswith(" ") for stretch in stretches)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_stretches_are_in_order_and_cover_every_letter(tiny, text):
    found = Pieces(tiny / "source.spm", tiny / "target.spm").source(text)
    assert len(found.pieces) == len(found.spans) == Pieces(tiny / "source.spm", tiny / "target.spm").count(text)
    covered = set()
    for before, after in zip(found.spans, found.spans[1:], strict=False):
        assert before.start <= after.start
    for span in found.spans:
        assert 0 <= span.start <= span.end <= len(text)
        covered.update(range(span.start, span.end))
    assert all(n in covered for n, character in enumerate(text) if not character.isspace() and character != "▁")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_what_is_taken_apart_is_joined_again(tiny, text):
    plain = " ".join(text.replace("▁", " ").split())
    assert joined(Pieces(tiny / "source.spm", tiny / "target.spm").source(plain).pieces)[0] == plain


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(15, 300), max_size=20))
def test_joining_agrees_with_sentencepiece_but_for_spaces(tiny, numbers):
    processor = SentencePieceProcessor(model_file=str(tiny / "target.spm"))
    pieces = [processor.id_to_piece(number % processor.get_piece_size()) for number in numbers]
    assert "".join(joined(pieces)[0].split()) == "".join(processor.decode_pieces(pieces).split())


def test_a_start_is_taken_over_letter_for_letter():
    opening = (Span(0, 2), Span(3, 5))
    text, spans = joined(["▁5…", "<unk>", "▁в", "▁день"], "5… №½", opening)
    assert text == "5… №½ в день"
    assert [span.of(text) for span in spans] == ["5…", "№½", "в", "день"]


def test_a_start_may_end_with_a_space():
    assert joined(["▁Да", "▁нет"], "Да ", (Span(0, 2),))[0] == "Да нет"


def test_alignment_skips_token_end_and_empty_pieces():
    source = Encoded(("▁a", "▁", "b"), (Span(0, 1), Span(2, 2), Span(2, 3)))
    # input: >>ru<<, three pieces, </s>
    draft = drafted(source, ["▁а", "▁б", "▁в", "▁г", "▁д"], [1, 0, 2, 3, 4], -0.5, before=1)
    assert [(s.of("a b"), t.of(draft.text)) for s, t in draft.alignment] == [("a", "а"), ("b", "г")]
    assert draft.score == -0.5


def test_pieces_of_one_word_from_one_source_piece_make_one_pair():
    source = Encoded(("▁Minsk",), (Span(0, 5),))
    draft = drafted(source, ["▁Мин", "ск", "▁Минск"], [0, 0, 0], 0.0, before=0)
    assert [t.of(draft.text) for _, t in draft.alignment] == ["Минск", "Минск"]


@pytest.mark.parametrize(
    ("pieces", "loop"),
    [
        (["▁да"] * 4, True),
        (["▁да"] * 3, False),
        (["▁и", "▁так", "▁да", "лее"] * 4, True),
        (["▁ха", ",", "▁ха", ",", "▁ха", "."], False),
        (["."] * 12, False),
        (["▁1", "0", "0", "0", "0", "0", "0"], False),
        ([], False),
    ],
)
def test_a_phrase_four_times_in_a_row_is_a_loop_but_dots_are_none(pieces, loop):
    assert loops(pieces) is loop


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (["▁Он", "▁на", "▁мосту", "▁на", "▁мосту", "."], ["▁на", "▁мосту", "▁на"]),
        (["▁по", "лном", "▁по", "лном", "▁зале"], ["▁по", "лном"] * 2),
        (["▁в", "▁полном", "▁полном", "очии"], []),
        (["▁тяжело", ",", "▁тяжело"], []),
        (["▁5", "▁5"], []),
        (["▁да"], []),
    ],
)
def test_words_said_twice_in_a_row_up_to_the_first_that_comes_again(pieces, said):
    assert stutter(pieces) == tuple(said)


def test_both_damaged_piece_models_are_named(tmp_path):
    (tmp_path / "source.spm").write_bytes(b"no model at all")
    with pytest.raises(ModelError) as caught:
        Pieces(tmp_path / "source.spm", tmp_path / "target.spm")
    assert [problem.path.name for problem in caught.value.problems] == ["source.spm", "target.spm"]
    assert END not in str(caught.value)
