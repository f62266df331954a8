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
    assert frame.improves(other, FIRST, Draft(second)) is kept


def test_a_draft_that_leaves_nothing_is_not_searched_for_again(frame):
    [one] = frame.frame([SENTENCE], None)
    assert frame.again(one, Draft("Министр сказал, что суд был долгим.")) is None


def test_a_draft_without_an_end_is_no_better(frame):
    [one] = frame.frame([SENTENCE], None)
    other = frame.again(one, FIRST)
    assert not frame.improves(other, FIRST, Draft("сказал суд", score=UNFINISHED))


def test_what_a_beginning_asks_for_is_not_left_but_wanted(frame):
    [one] = frame.frame([SENTENCE], ["Министр said"])
    assert frame.again(one, Draft("Министр said, что суд был долгим.")) is None


def test_a_sentence_that_has_no_room_for_more_is_not_searched_for_again(tiny):
    frame = Frame(replace(read(tiny), positions=30), "ru", Dictionary("en", "ru", WORDS, ("⟦", "⟪", "⟫")))
    [one] = frame.frame([SENTENCE], None)
    assert frame.again(one, FIRST) is None


@pytest.fixture
def seldom(tiny):
    """A frame whose dictionary shows 'rig' from the first."""
    return Frame(read(tiny), "ru", Dictionary("en", "ru", {"rig": Known(("подтасовать",), 3)}, ("⟦", "⟪", "⟫")))


def test_a_verb_that_was_copied_from_the_dictionary_is_barred_where_the_source_has_a_form(seldom):
    [one] = seldom.frame(["The vote was rigged."], None)
    stiff = Draft("Голосование было подтасовать.")
    other = seldom.inflected(one, stiff)
    assert other.source == one.source
    assert ["".join(run).strip("▁") for run in other.without] == ["подтасовать", "Подтасовать"]
    assert seldom.improves(other, stiff, Draft("Голосование было подтасовано."))
    assert not seldom.improves(other, stiff, Draft("Голосование было подтасовать!"))
    # a word that goes missing is worse than one in the wrong form
    assert not seldom.improves(other, stiff, Draft("Голосование было."))


@pytest.mark.parametrize(
    ("sentence", "draft"),
    [
        ("They rig the vote.", "Они хотят подтасовать голосование."),
        ("He spoke of rigging the vote.", "Он говорил, как подтасовать голосование."),
        ("The vote was rigged.", "Голосование подтасовали."),
    ],
)
def test_an_infinitive_that_may_stand_there_is_not_barred(seldom, sentence, draft):
    [one] = seldom.frame([sentence], None)
    assert seldom.inflected(one, Draft(draft)) is None


def test_neighbours_that_cannot_stand_together_are_barred(frame):
    [one] = frame.frame([SENTENCE], ["К новый"])
    wrong = Draft("К новый суду был большую интерес, сказал министр.")
    other = frame.agreeing(one, wrong)
    # what the beginning asks for is wanted
    assert ["".join(run).replace("▁", " ").strip() for run in other.without] == ["большую интерес"]
    assert frame.improves(other, wrong, Draft("К новый суду был большой интерес, сказал министр."))
    assert not frame.improves(other, wrong, Draft("К новому суду был большой интерес."))
    assert frame.agreeing(one, Draft("К новый министр сказал, что суд был долгим.")) is None
    bare = Frame(frame.model, "ru", source="en")
    assert bare.agreeing(one, wrong) is None


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
