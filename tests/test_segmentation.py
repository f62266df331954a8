from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translit.passages import Span
from translit.segmentation import fitting, sentences

CASES = yaml.safe_load((Path(__file__).parent / "segmentation.yaml").read_text("utf-8"))


def covers(spans: tuple[Span, ...], text: str) -> bool:
    """Whether the spans are in order and apart, without blanks at their edges, and nothing but blanks lies between."""
    places = [place for span in spans for place in range(span.start, span.end)]
    trimmed = all(span.of(text) == span.of(text).strip() != "" for span in spans)
    blank = all(text[place].isspace() for place in set(range(len(text))) - set(places))
    return places == sorted(set(places)) and trimmed and blank


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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("short", ["short"]),
        ("the court sat, then it rose; the crowd went home", ["the court sat, then it rose;", "the crowd went home"]),
        ("первое слово, второе слово и третье", ["первое слово,", "второе слово и третье"]),
        ("the old mayor left because he was tired", ["the old mayor left", "because he was tired"]),
        ("alpha beta gamma delta epsilon", ["alpha beta gamma", "delta epsilon"]),
        ("price 3,5 and 4,5 or so today", ["price 3,5 and 4,5", "or so today"]),
        ("abcdefghijklmnopqrstuvwxyz01234567", ["abcdefghijklmnopq", "rstuvwxyz01234567"]),
    ],
)
def test_a_long_sentence_is_cut_at_its_best_place(text, parts):
    assert [span.of(text) for span in fitting(text, lambda part: len(part) < 29)] == parts


@pytest.mark.parametrize(
    "text", ["word " * 1000, "x" * 5000, "раз, два и три; " * 320, "a " + "b" * 4998, "и\u0301" * 2500]
)
def test_five_thousand_characters_are_cut_with_few_questions(text):
    asked = []

    def fits(part):
        asked.append(part)
        return len(part) <= 200

    spans = fitting(text, fits)
    assert covers(spans, text)
    assert all(len(span) <= 200 for span in spans)
    assert len(asked) <= 2 * len(spans)
    assert len(spans) < 70


def test_letters_keep_their_accents():
    text = "и\u0301" * 50
    assert all(not span.of(text).startswith("\u0301") for span in fitting(text, lambda part: len(part) <= 10))


@given(st.text(max_size=80), st.integers(1, 20))
def test_parts_cover_everything_and_fit(text, limit):
    spans = fitting(text, lambda part: len(part) <= limit)
    assert covers(spans, text)
    assert all(len(span) <= limit for span in spans)


def test_a_single_character_is_given_back_even_if_it_does_not_fit():
    assert fitting("ab", lambda part: False) == (Span(0, 1), Span(1, 2))
