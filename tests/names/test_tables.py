import pytest

from translit.names.tables import father_of, given_name, same_given_names, titles, words


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
    assert "Володимир" in same_given_names("Uladzimir", "uk")
    assert given_name("Площадь") == ()
    assert same_given_names("Площадь", "ru") == ()


def test_a_patronymic_knows_its_father() -> None:
    assert father_of("Рыгор") == father_of("Григорь")
    assert father_of("Абырвалг") == frozenset()


def test_no_word_list_is_empty() -> None:
    assert all(words(kind) for kind in ("particles", "prefixes", "institutions", "places", "ordinary", "spelling"))
    assert titles()["mrs"] == "feminine"
