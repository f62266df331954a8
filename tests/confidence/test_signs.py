"""What can be seen of a draft, in one number and in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.confidence import confidence, reasons, signs
from translit.confidence.weighing import _table
from translit.passages import Draft, Span

SOURCE = "In 1994 he won 80% of the votes in the second round."
GOOD = Draft("В 1994 году он получил 80% голосов во втором туре.", score=-0.6)
WORSE = {
    "unsure": Draft(GOOD.text, score=-2.0),
    "a number gone": Draft("В 1994 году он получил много голосов во втором туре.", score=-0.6),
    "too short": Draft("В 1994 году 80%.", score=-0.6),
    "a loop": Draft("В 1994 году он получил 80% он получил 80% он получил 80%.", score=-0.6),
    "half copied": Draft("В 1994 году he won 80% of the votes во втором туре.", score=-0.6),
}


@pytest.mark.parametrize("draft", WORSE.values(), ids=WORSE.keys())
def test_whatever_is_wrong_lowers_the_confidence_and_is_said(draft):
    assert confidence(signs(SOURCE, draft)) < confidence(signs(SOURCE, GOOD))
    assert len(reasons(signs(SOURCE, draft))) > len(reasons(signs(SOURCE, GOOD)))


def test_a_term_that_nothing_stands_for_counts():
    assert confidence(signs(SOURCE, GOOD, mentions=2, missed=1)) < confidence(signs(SOURCE, GOOD, mentions=2))


def test_the_weightiest_reason_comes_first():
    assert reasons(signs(SOURCE, WORSE["unsure"]))[0] == "the model is unsure of its words"


def test_words_that_nothing_is_aligned_to_are_left_out():
    draft = Draft("Он молчал.", ((Span(0, 2), Span(0, 2)),))
    assert signs("He said nothing.", draft).uncovered == pytest.approx(2 / 3)
    assert signs("He said nothing.", Draft("Он молчал.")).uncovered == 0


def test_every_sign_has_a_weight_and_a_usual_value():
    assert set(_table()["weights"]) == set(_table()["usual"]) == set(signs("a", Draft("b")).__slots__)
    assert set(_table()["reasons"]) <= set(_table()["weights"])


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.floats(-100, 0))
def test_it_is_always_a_share(source, draft, score):
    assert 0 < confidence(signs(source, Draft(draft, score=score))) < 1
