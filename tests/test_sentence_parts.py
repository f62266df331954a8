"""A sentence in parts: cut at its best places, nothing lost, and nothing cut that belongs together."""

import pytest
from covering import covers
from hypothesis import given
from hypothesis import strategies as st

from translit.parts import fitting, unbroken
from translit.passages import Span


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


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "the court sat, then it rose; the crowd went home",
            "",
            ["the court sat, then it rose;", "the crowd went home"],
        ),
        ("the court sat, then it rose; the crowd went home", "rose; the crowd", None),
        ("abcdefghijklmnopqrstuvwxyz01234567", "", None),
    ],
)
def test_no_word_and_nothing_whole_is_cut(text, whole, parts):
    at = text.index(whole)
    spans = unbroken(text, lambda part: len(part) < 29, [Span(at, at + len(whole))])
    assert [span.of(text) for span in spans] == (parts or [text])


@given(st.text(st.sampled_from("ab c,.; "), max_size=60), st.integers(1, 20), st.integers(0, 40), st.integers(0, 20))
def test_what_is_whole_stays_whole(text, limit, start, length):
    kept = Span(start, start + length)
    spans = unbroken(text, lambda part: len(part) <= limit, [kept])
    assert covers(spans, text)
    assert not any(kept.start < span.start < kept.end for span in spans)
