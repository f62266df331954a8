import pytest

from translit.names import NameBook, Text, collect
from translit.names.texts.unregistered import named

TEXTS = (
    Text("one.txt", "Ihar Losik was freed.\nLosik thanked Andrei Kavalenka.", "en"),
    Text("two.txt", "The lawyer of Losik spoke. Andrey Kovalenko was silent.", "en"),
)


def test_spellings_of_one_person_are_one_group(book: NameBook) -> None:
    losik, kavalenka = collect(TEXTS, book=book)
    assert (losik.entry, losik.count) == ("losik", 3)
    assert losik.spellings == (("Losik", 2), ("Ihar Losik", 1))
    assert losik.proposal == "Игорь Лосик"
    assert kavalenka.entry == ""
    assert dict(kavalenka.spellings) == {"Andrei Kavalenka": 1, "Andrey Kovalenko": 1}
    assert {name for name, _ in kavalenka.contexts} == {"one.txt", "two.txt"}


def test_contexts_show_the_name_in_its_place(book: NameBook) -> None:
    losik = collect(TEXTS, book=book)[0]
    assert losik.contexts[0] == ("one.txt", "Ihar Losik was freed.")
    assert all("Losik" in around for _, around in losik.contexts)


def test_without_a_register_and_without_names() -> None:
    (only,) = collect([Text("a", "Она пришла к Анне Ивановой.", "ru")])
    assert (only.proposal, only.entry) == ("Anna Ivanova", "")
    assert collect([Text("a", "Nothing is named here.", "en")], book=NameBook.empty()) == ()


@pytest.mark.parametrize(
    ("language", "text", "proposal"),
    [
        ("ru", "С Марией Колесниковой говорили.", "Мария Колесникова"),
        ("ru", "Рассказал А. Г. Лукашенко.", "А. Г. Лукашенко"),
        ("ru", "С. Петренко пришёл.", "С. Петренко"),
        ("ru", "Премия Алеся Беляцкого цела.", "Алесь Беляцкий"),
        ("en", "A Zelensky rally began.", ""),
        ("en", "J. Zelensky spoke.", "J. Zelensky"),
    ],
)
def test_a_name_is_proposed_in_its_dictionary_form(language: str, text: str, proposal: str) -> None:
    assert [one.text for one in named(text, source=language)] == ([proposal] if proposal else [])
