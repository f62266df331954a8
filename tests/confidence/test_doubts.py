"""Signs that a person should look, and drafts that are not worth showing."""

import pytest

from translit.confidence import doubts, hopeless


@pytest.mark.parametrize(
    ("source", "draft", "sign"),
    [
        ("A short sentence.", "Короткое предложение.", None),
        ("A short sentence.", "", "no words"),
        ("He said it again.", "он сказал он сказал он сказал он сказал", "repeats itself"),
        ("One two three four five six seven.", "Раз.", "1 words stand for 7"),
        ("In 1994 he won 80%.", "В 1994 году он победил.", "missing numbers: 80"),
        ("This was never translated.", "This was never translated.", "the source itself"),
        ("ha ha ha ha ha ha", "ха ха ха ха ха ха", None),
    ],
)
def test_signs_of_a_bad_draft(source, draft, sign):
    found = doubts(source, draft)
    assert (found == ()) if sign is None else any(sign in reason for reason in found)


@pytest.mark.parametrize(
    ("source", "draft", "bad"),
    [
        ("A short sentence.", "", True),
        ("This was never translated.", "This was never translated.", True),
        ("He said it again.", "он сказал он сказал он сказал он сказал", True),
        ("In 1994 he won 80%.", "В 1994 году он победил.", False),
        ("BBC News", "BBC News", False),
    ],
)
def test_what_is_asked_for_again(source, draft, bad):
    assert bool(hopeless(source, draft)) is bad
