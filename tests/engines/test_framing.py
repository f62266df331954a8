"""A draft that leaves words unsaid is searched for once more, with these words shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translit.engines.dictionary import Dictionary, Known
from translit.engines.folders import read
from translit.engines.framing import Frame
from translit.engines.pieces import UNFINISHED
from translit.passages import Draft

SENTENCE = "The minister said that the trial was long."
FIRST = Draft("Министр said, что trial был долгим.")
WORDS = {"say": Known(("сказать",)), "trial": Known(("суд",))}


@pytest.fixture
def frame(tiny):
    return Frame(read(tiny), "ru", Dictionary("en", "ru", WORDS, ("⟦", "⟪", "⟫")))


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        ("Министр сказал, что суд был долгим.", True),
        ("Министр сказал, что trial был долгим.", True),
        ("Министр said, что этот trial был долгим.", False),
    ],
)
def test_the_draft_that_leaves_fewer_stands(frame, second, kept):
    [one] = frame.frame([SENTENCE], None)
    other = frame.again(one, FIRST)
    assert "".join(other.input).count("⟪") == 2 and "".join(one.input).count("⟪") == 0
    assert other.sentence == SENTENCE
    assert frame.better(other, FIRST, Draft(second)).text == (second if kept else FIRST.text)


def test_a_draft_that_leaves_nothing_is_not_searched_for_again(frame):
    [one] = frame.frame([SENTENCE], None)
    assert frame.again(one, Draft("Министр сказал, что суд был долгим.")) is None


def test_a_draft_without_an_end_is_no_better(frame):
    [one] = frame.frame([SENTENCE], None)
    other = frame.again(one, FIRST)
    assert frame.better(other, FIRST, Draft("сказал суд", score=UNFINISHED)) is FIRST


def test_what_a_beginning_asks_for_is_not_left_but_wanted(frame):
    [one] = frame.frame([SENTENCE], ["Министр said"])
    assert frame.again(one, Draft("Министр said, что суд был долгим.")) is None


def test_a_sentence_that_has_no_room_for_more_is_not_searched_for_again(tiny):
    frame = Frame(replace(read(tiny), positions=30), "ru", Dictionary("en", "ru", WORDS, ("⟦", "⟪", "⟫")))
    [one] = frame.frame([SENTENCE], None)
    assert frame.again(one, FIRST) is None
