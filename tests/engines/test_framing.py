"""A draft that leaves words unsaid, runs in circles or says words twice in a row is searched for once more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translit.engines.dictionary import Dictionary, Known
from translit.engines.folders import read
from translit.engines.framing import Frame, Hypothesis, judged
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


TWICE = Hypothesis(("▁суд", "▁был", "▁долгим", "▁долгим", "."), (), -0.2, ended=True)
ONCE = Hypothesis(("▁суд", "▁был", "▁долгим", "."), (), -0.3, ended=True)
CIRCLES = Hypothesis(("▁суд", *["▁был"] * 4), (), -0.1, ended=True)


@pytest.mark.parametrize(
    ("first", "second", "stands", "without", "penalised"),
    [
        (TWICE, ONCE, ONCE, [("▁долгим", "▁долгим")], False),
        (TWICE, CIRCLES, TWICE, [("▁долгим", "▁долгим")], False),
        (CIRCLES, ONCE, ONCE, [], True),
        (replace(ONCE, ended=False), TWICE, TWICE, [], True),
    ],
)
def test_a_draft_that_repeats_itself_is_searched_for_once_more(frame, first, second, stands, without, penalised):
    [one] = frame.frame([SENTENCE], None)
    asked = []

    def again(other, **options):
        asked.append((list(other.without), bool(options)))
        return second

    assert judged(one, first, again) is stands
    assert asked == [(without, penalised)]


@pytest.mark.parametrize(
    ("sentence", "start"), [("The trial was very very long.", ""), (SENTENCE, "суд был долгим долгим")]
)
def test_what_the_source_or_the_beginning_says_twice_may_stand_twice(frame, sentence, start):
    [one] = frame.frame([sentence], [start])
    first = Hypothesis((*one.opening.pieces, "▁и"), (), 0.0, ended=True) if start else TWICE
    assert judged(one, first, pytest.fail) is first
