"""The sentences of `benchmarks/documents/marks.yaml`: where marks go along an alignment given by hand."""

import runpy
from pathlib import Path

import pytest

by_hand = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "documents" / "marks.py"))["by_hand"]


@pytest.mark.parametrize(("source", "target"), [("en", "ru"), ("ru", "en")])
def test_nine_marks_of_ten_sit_on_the_right_words(source, target):
    right, count = by_hand(source, target)
    assert count > 50 and right >= 0.9 * count
