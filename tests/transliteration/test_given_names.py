"""One table of given names: which spellings are one name, and what each is."""

import pytest

from translit.transliteration.given_names import COLUMNS, given_name, same_given_names, table
from translit.transliteration.patronymics import father_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Сяргей", "Serhii", True), ("Siarhei", "Sergey", True), ("Уладзімір", "Włodzimierz", True),
        ("Дар’я", "Дарья", True), ("Фёдор", "Федор", True), ("Śviatłana", "Светлана", True),
        ("Аляксандр", "Аляксей", False), ("Александр", "Александра", False),
    ],
)  # fmt: skip
def test_which_given_names_are_one(one: str, other: str, same: bool) -> None:
    groups = [{name.group for name in given_name(word)} for word in (one, other)]
    assert all(groups)
    assert bool(groups[0] & groups[1]) is same


def test_spellings_of_a_language_and_unknown_words() -> None:
    assert "Володимир" in same_given_names("Uladzimir")
    assert given_name("Площадь") == ()
    assert same_given_names("Площадь") == ()


def test_a_patronymic_knows_its_father() -> None:
    assert father_of("Рыгор") == father_of("Григорь")
    assert father_of("Абырвалг") == frozenset()


def test_a_name_of_another_people_is_known_and_not_at_home() -> None:
    (andrew,), (andrei,), (john,) = map(given_name, ("Andrew", "Андрей", "John"))
    assert (andrew.home, andrei.home, john.home) == (False, True, False)
    assert andrew.group == andrei.group
    assert (andrew.forms["ru"], john.forms["ru"]) == ("Эндрю", "Джон")


def test_every_line_of_the_table_is_whole() -> None:
    heads = {name.forms["ru"]: name.group for name in reversed(table()) if name.forms}
    assert all(set(name.forms) in ({*COLUMNS}, set()) for name in table())
    assert set(heads.values()) == {name.group for name in table() if name.forms}  # a fifth cell names a line
    assert all({name.gender for name in given_name(word)} <= {"masculine", "feminine"} for word in heads)
