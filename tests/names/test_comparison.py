from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translit.errors import LanguageError
from translit.names import compare_names

CASES = yaml.safe_load((Path(__file__).parent / "names_comparison.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_linguists_cases(case: dict[str, Any]) -> None:
    found = compare_names(case["a"], case["b"])
    assert found.same is case["expected"], found.why


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_the_order_of_the_two_does_not_matter(case: dict[str, Any]) -> None:
    there, back = compare_names(case["a"], case["b"]), compare_names(case["b"], case["a"])
    assert (there.same, there.score) == (back.same, back.score)


def test_it_says_why() -> None:
    assert "sound alike" in compare_names("Tsikhanouskaya", "Тихановская").why[0]
    assert "gender" in compare_names("Tsikhanouskaya", "Тихановский").why[0]
    assert "one given name" in compare_names("Siarhei Petrov", "Сергей Петров").why[1]


def test_a_known_language_narrows_what_a_letter_may_be() -> None:
    assert compare_names("Chrenin", "Шренин").same is True  # French ch
    assert compare_names("Chrenin", "Шренин", languages=("de", "ru")).same is False
    assert compare_names("Chrenin", "Хренин", languages=("de", "ru")).same is True


def test_languages_are_two_known_tags() -> None:
    with pytest.raises(ValueError, match="two tags"):
        compare_names("A", "B", languages=["en"])
    with pytest.raises(LanguageError):
        compare_names("A", "B", languages=["en", "klingonish"])


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_compared_without_a_fault(a: str, b: str) -> None:
    found = compare_names(a, b)
    assert 0 <= found.score <= 1
    assert found.why


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщыьэюяўіїєґ", min_size=3, max_size=14).map(str.capitalize))
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name.upper()).same is True
