import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.names.identity.folding import sound
from translit.names.identity.likeness import likeness, part


@pytest.mark.parametrize(
    "spellings",
    ["Tsikhanouskaya Тихановская Ціханоўская Tikhanovskaya", "Yury Юрий", "Fyodorov Фёдоров", "Navalny Навальный"],
)
def test_usual_spellings_of_one_name_have_one_sound(spellings: str) -> None:
    assert len({sound(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("Volkov", "Волчков"), ("Громов", "Khromov"), ("Жуков", "Shukov")])
def test_other_names_have_another(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_other_scripts_have_no_sound() -> None:
    assert sound("მინსკი") == ""


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Потапкин", "Potapkins", "but for an ending"),
        ("Volkov", "Волчков", None),
        ("Фабиус", "Fabius", "sound alike"),
        ("Rudd", "Рад", "the same consonants"),
        ("Turnbull", "Тернбул", "the same consonants"),
    ],
)
def test_what_makes_two_words_alike(one: str, other: str, how: str | None) -> None:
    found = likeness(part(one), part(other))
    assert (found.same is False) if how is None else how in found.how


@given(st.text(max_size=30))
def test_any_word_goes_through(word: str) -> None:
    assert not set(sound(word)) & set("OYj")
