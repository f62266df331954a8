from pathlib import Path

import pytest
import yaml
from covering import covers
from hypothesis import given
from hypothesis import strategies as st

from translit.passages import Span
from translit.segmentation import sentences

CASES = yaml.safe_load((Path(__file__).parent / "segmentation.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}: {case['label']}" for case in CASES])
def test_sentences(case):
    found = sentences(case["source"], case["language"])
    assert [span.of(case["source"]) for span in found] == case["expected"]


@given(
    st.text(st.sampled_from("Аб вГ. !?\n\t«»\"'(1,)—…😀Aé\u0301u.s")),
    st.sampled_from(["ru", "be", "en", "uk", "pl", "xx"]),
)
def test_nothing_is_lost_between_sentences(text, language):
    assert covers(sentences(text, language), text)


@given(st.text(max_size=60), st.sampled_from(["en", "be"]))
def test_any_text_can_be_segmented(text, language):
    assert covers(sentences(text, language), text)


def test_empty_and_blank_texts_have_no_sentences():
    assert sentences("", "en") == sentences(" \n\t", "en") == ()


def test_a_lone_surrogate_does_not_stop_it():
    assert len(sentences("One \ud83d two. Three came.", "en")) == 2


def test_region_does_not_matter():
    text = "Бібліятэка ім. Я. Купалы адчынена."
    assert sentences(text, "be-BY") == sentences(text, "BE") == (Span(0, len(text)),)
