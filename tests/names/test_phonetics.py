import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.names.identity.phonetics import keys, skeleton


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Shcharbakou", "Щербаков"),
        ("Chyzh", "Чиж"),
        ("Zhukouski", "Жуковский"),
        ("Dziadok", "Дзядок"),
        ("Hrib", "Грыб"),
    ],
)
def test_two_alphabets_meet(latin: str, cyrillic: str) -> None:
    assert keys(latin) & keys(cyrillic)


@pytest.mark.parametrize(("one", "other"), [("Жук", "Щук"), ("Volkov", "Волчков"), ("Панкова", "Panova")])
def test_other_consonants_stay_apart(one: str, other: str) -> None:
    assert not keys(one) & keys(other)
    assert not {skeleton(key) for key in keys(one)} & {skeleton(key) for key in keys(other)}


def test_a_language_narrows_the_readings() -> None:
    assert len(keys("Chrenin", "pl")) < len(keys("Chrenin"))


def test_other_scripts_have_no_key() -> None:
    assert keys("მინსკი") == frozenset()


@given(st.text(max_size=25))
def test_no_word_is_a_fault_and_readings_stay_few(word: str) -> None:
    assert len(keys(word)) < 3000
