"""In what language a text is: told, or left open."""

from pathlib import Path

import pytest
import yaml

from translit.detection import detect

CASES = yaml.safe_load(Path(__file__).with_name("detection.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_the_language_is_told_or_left_open(case):
    assert detect(case["text"], ["be", "en", "ka", "ru", "uk"]) == case["language"]


def test_only_what_can_be_translated_is_found():
    [case] = [case for case in CASES if case["label"] == "Ukrainian"]
    assert detect(case["text"], ["en", "ru"]) == ""


def test_nothing_is_told_of_nothing():
    assert detect("", ["en"]) == detect("2020: 17 %", ["en"]) == ""
