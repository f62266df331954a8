from pathlib import Path

import pytest

from translit.errors import NameBookError
from translit.names import NameBook, Person


def register(folder: Path, text: str) -> Path:
    path = folder / "people.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_person_has_a_form_a_family_name_and_a_given_name(book: NameBook) -> None:
    person = book.person("tsikhanouskaya")
    assert person is not None
    assert person.form("ru") == "Светлана Тихановская"
    assert (person.given("be"), person.family("be")) == ("Святлана", "Ціханоўская")
    assert person.form("BE_by") == "Святлана Ціханоўская"
    assert (person.form("fr"), person.family("fr"), person.given("fr")) == ("", "", "")


def test_particles_belong_to_the_family_name(book: NameBook) -> None:
    person = book.person("leyen")
    assert person is not None
    assert person.family("en") == "von der Leyen"
    assert person.family("ru") == "фон дер Ляйен"


def test_a_family_name_that_is_not_the_last_word_is_said_in_the_register(book: NameBook) -> None:
    person = book.person("kim")
    assert person is not None
    assert (person.family("en"), person.given("en")) == ("Kim", "Jong-un")
    assert (person.family("ru"), person.given("ru")) == ("Ким", "Чен Ын")


def test_registers_are_joined_and_the_earlier_one_counts(book: NameBook) -> None:
    mine = NameBook((Person("losik", "masculine", {"en": "Ihar L."}), Person("new", "", {"en": "A New"})))
    both = mine + book
    assert [person.id for person in both.people][:2] == ["losik", "new"]
    assert len(both.people) == len(book.people) + 1
    assert NameBook.empty().people == ()


def test_all_bad_entries_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    path = register(
        tmp_path,
        "- id: good\n"
        "  forms: {en: Good Name}\n"
        "- forms: {en: No Id}\n"
        "- id: good\n"
        "  gender: f\n"
        "  forms: {en: Same Id}\n"
        "- id: mixed\n"
        "  forms: {ru: Алeксей Смирнов, en: Имя Не Латиницей, xx-bad: Word Word}\n"
        "- id: nothing\n"
        "  colour: red\n"
        "- just words\n",
    )
    with pytest.raises(NameBookError) as caught:
        NameBook.read(path)
    told = {problem.line or 0: problem.text for problem in caught.value.problems}
    assert sorted(told) == [3, 4, 7, 9, 11]
    assert "id is missing" in told[3]
    assert "line 1" in told[4] and "feminine or masculine" in told[4]
    assert "mixes scripts" in told[7] and "not written in the script of 'en'" in told[7] and "xx-bad" in told[7]
    assert "colour" in told[9] and "forms is missing" in told[9]
    assert all(problem.path == path for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id: no list\n", "a register is a list"),
        ("- id: [\n", "not valid YAML"),
        ("- id: a\n  forms: {en: A B}\n  family: Zed\n", "in none of the forms"),
        ("- id: a\n  kind: place\n  forms: {en: A B}\n", "holds persons"),
        ("- id: a\n  forms: {en: [A B, C D]}\n", "forms.en is no name"),
        ("- id: a\n  id: b\n  forms: {en: A B}\n", "'id' stands twice"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(NameBookError, match=told):
        NameBook.read(register(tmp_path, text))


def test_a_missing_file_and_another_encoding_are_named(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("- id: é".encode("latin-1"))
    with pytest.raises(NameBookError) as caught:
        NameBook.read(tmp_path / "none.yaml", latin)
    assert [problem.path for problem in caught.value.problems] == [tmp_path / "none.yaml", latin]


def test_an_empty_file_is_an_empty_register(tmp_path: Path) -> None:
    assert NameBook.read(register(tmp_path, "# nobody yet\n")).people == ()


def test_norwegian_is_a_language_though_yaml_reads_no_as_false(tmp_path: Path) -> None:
    book = NameBook.read(register(tmp_path, "- id: a\n  forms: {no: Ola Nordmann}\n"))
    assert book.people[0].forms == {"no": "Ola Nordmann"}
