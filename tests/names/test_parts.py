import pytest

from translit.names.identity.endings import family_gender, patronymic_gender
from translit.names.identity.parts import is_initial, parts


@pytest.mark.parametrize(
    ("name", "given", "patronymic", "family"),
    [
        ("Святлана Ціханоўская", "Святлана", "", "Ціханоўская"),
        ("Sergey Rudolfovich Toms", "Sergey", "Rudolfovich", "Toms"),
        ("Kovalchuk Yury Valentinovich", "Yury", "Valentinovich", "Kovalchuk"),
        ("Бганба, Валерий Рамшухович", "Валерий", "Рамшухович", "Бганба"),
        ("Лукашенко А. Г.", "А.", "Г.", "Лукашенко"),
        ("А.Г. Лукашенко", "А.", "Г.", "Лукашенко"),
        ("Ursula von der Leyen", "Ursula", "", "von der Leyen"),
        ("President Alexander Lukashenko", "Alexander", "", "Lukashenko"),
        ("Svetlana Alexievich", "Svetlana", "", "Alexievich"),
        ("Alexievich Svetlana", "Svetlana", "", "Alexievich"),
        ("Ирина Сергіївна Мельник", "Ирина", "Сергіївна", "Мельник"),
        ("Zemsky (Zemskiy) Alexey (Alexei) Vladimirovich", "Alexey", "Vladimirovich", "Zemsky"),
        ("Lukashenko", "", "", "Lukashenko"),
        ("", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(name: str, given: str, patronymic: str, family: str) -> None:
    found = parts(name)
    assert (found.given, found.patronymic, found.family) == (given, patronymic, family)


def test_titles_are_no_part_of_the_name_and_an_open_order_is_told() -> None:
    assert parts("Mr President Yury Ivanovich Petrov") == parts("Petrov Yury Ivanovich")
    assert not parts("Akame Batoru").certain


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Рыгоравіч", "masculine"), ("Григорьевич", "masculine"), ("Hryhoravich", "masculine"),
        ("Ильинична", "feminine"), ("Сергіївна", "feminine"), ("Siarhieuna", "feminine"), ("Vasil'yevna", "feminine"),
        ("Marina", ""), ("Елена", ""), ("Анна", ""), ("Smith", ""),
    ],
)  # fmt: skip
def test_the_ending_of_a_patronymic_shows_the_gender(word: str, gender: str) -> None:
    assert patronymic_gender(word) == gender


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Тихановская", "feminine"), ("Tsikhanouski", "masculine"), ("Ціханоўскі", "masculine"),
        ("Ivanova", "feminine"), ("Іваноў", "masculine"), ("Cichanouska", "feminine"),
        ("Lukashenko", ""), ("Merkel", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_ending_of_a_family_name_shows_the_gender(word: str, gender: str) -> None:
    assert family_gender(word) == gender


@pytest.mark.parametrize(("word", "expected"), [("А.", True), ("Yu.", True), ("K", True), ("Ян", False), ("a.", False)])
def test_initials(word: str, expected: bool) -> None:
    assert is_initial(word) is expected
