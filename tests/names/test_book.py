from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.errors import NameBookError, UsageError
from translit.names import Judgement, NameBook, Person, StyledForm
from translit.names.register.writing import as_yaml


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
        ("- id: a\n  kind: ship\n  forms: {en: A B}\n", "holds persons"),
        ("- id: a\n  forms: {en: [A B, C D]}\n", "forms.en is no name"),
        ("- id: a\n  id: b\n  forms: {en: A B}\n", "'id' stands twice"),
        ("- id: a\n  forms: {en: A B}\n  proposed: maybe\n", "proposed is 'maybe'"),
        ("- id: a\n  forms: {en: A B}\n  styles: [{style: ap, language: en}]\n", "form.en is no name"),
        ("- id: a\n  forms: {en: A B}\n  styles: [{language: en, form: C, from: soon}]\n", "write a day such as"),
        ("- id: a\n  forms: {en: A B}\n  styles: [{language: en, form: C, from: 2019-02-31}]\n", "cannot be read"),
        (
            "- id: a\n  forms: {en: A B}\n"
            "  styles: [{style: ap, language: en, form: C}, {style: ap, language: en, form: D}]\n",
            "two forms for 'en'",
        ),
        ("- same: perhaps\n  names: [a, b]\n", "use yes, no or unsure"),
        ("- same: yes\n  names: [a]\n", "two names or more"),
        ("- same: yes\n  names: [a, b]\n- same: no\n  names: [b, a]\n", "line 1 says the opposite"),
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


def test_a_register_that_swells_is_refused_in_one_short_sentence(tmp_path: Path) -> None:
    rows = ["- &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    swollen = "\n".join([*rows, "- id: a\n  gender: *a8\n  kind: *a8\n  forms: {en: A B}"])
    with pytest.raises(NameBookError) as caught:
        NameBook.read(register(tmp_path, swollen))
    assert len(str(caught.value)) < 4000


def test_an_empty_file_is_an_empty_register(tmp_path: Path) -> None:
    assert NameBook.read(register(tmp_path, "# nobody yet\n")).people == ()


def test_the_registers_that_ship_are_sound_and_have_the_styles_they_name() -> None:
    glossaries = Path(__file__).parent.parent.parent / "glossaries"
    shipped = NameBook.read(*sorted(glossaries.glob("*.yaml")))
    kyiv = shipped.in_force("ap", on=date(2020, 1, 1)).person("kyiv")
    assert kyiv is not None and kyiv.glosses == {"en": ", formerly Kiev"}


def test_norwegian_is_a_language_though_yaml_reads_no_as_false(tmp_path: Path) -> None:
    book = NameBook.read(register(tmp_path, "- id: a\n  forms: {no: Ola Nordmann}\n"))
    assert book.people[0].forms == {"no": "Ola Nordmann"}


STYLED = """
- id: kyiv
  kind: place
  forms: {uk: Київ, en: Kyiv}
  styles:
    - {style: ap, language: en, form: Kiev}
    - {style: ap, language: en, form: Kyiv, from: 2019-08-14, gloss: ", formerly Kiev"}
    - {language: en, form: Kyjiv, from: 2030-01-01}
- id: kavalenka
  forms: {en: Andrei Kavalenka}
- id: kovalenko
  forms: {en: Andrey Kovalenko, ru: Андрей Коваленко}
- id: machine
  proposed: true
  forms: {en: Some Body}
  evidence: ["once: in one.txt"]
- same: yes
  names: [kavalenka, kovalenko, Андрэй Каваленка]
- same: no
  names: [Anna Kavalenka, kavalenka]
- same: unsure
  names: [A. Kavalenka, kavalenka]
"""


@pytest.mark.parametrize(
    ("style", "day", "form", "gloss"),
    [
        ("ap", date(2018, 1, 1), "Kiev", ""),
        ("ap", date(2019, 8, 14), "Kyiv", ", formerly Kiev"),
        ("", date(2020, 1, 1), "Kyiv", ""),
        ("", date(2030, 1, 1), "Kyjiv", ""),
        ("ap", date(2030, 1, 1), "Kyiv", ", formerly Kiev"),
    ],
)
def test_a_style_holds_from_its_day(tmp_path: Path, style: str, day: date, form: str, gloss: str) -> None:
    kyiv = NameBook.read(register(tmp_path, STYLED)).in_force(style, on=day).person("kyiv")
    assert kyiv is not None
    assert (kyiv.form("en"), kyiv.glosses.get("en", "")) == (form, gloss)
    assert set(kyiv.variants["en"]) == {"Kiev", "Kyiv", "Kyjiv"} - {form}


def test_a_style_nobody_has_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no style 'reuters'; it has ap"):
        NameBook.read(register(tmp_path, STYLED)).in_force("reuters")


def test_what_a_person_decided_counts_and_what_a_machine_wrote_waits(tmp_path: Path) -> None:
    book = NameBook.read(register(tmp_path, STYLED))
    used = book.in_force()
    assert [person.id for person in used.people] == ["kyiv", "kavalenka"]
    one = used.person("kavalenka")
    assert one is not None
    assert one.forms == {"en": "Andrei Kavalenka", "ru": "Андрей Коваленко"}
    assert one.variants == {"en": ("Andrey Kovalenko",), "ru": ("Андрэй Каваленка",)}
    assert one.others == {"anna kavalenka"}
    assert book.in_force(proposed=True).person("machine") is not None
    assert book.judgements[2] == Judgement(None, ("A. Kavalenka", "kavalenka"))


NAMES = st.sampled_from(["Ihar Losik", "Losik", "O'Neil", "no", "Anna: X", "#Tag Name", "Yes No"])
PEOPLE = st.builds(
    Person,
    st.sampled_from(["a", "b-c", "yes"]),
    st.sampled_from(["", "feminine"]),
    st.fixed_dictionaries({"en": NAMES, "no": NAMES}),
    st.dictionaries(st.just("de"), st.tuples(NAMES), max_size=1),
    note=st.sampled_from(["", "a: b # c", "«да»"]),
    kind=st.sampled_from(["person", "place"]),
    styles=st.lists(
        st.builds(StyledForm, st.just("ap"), st.just("en"), NAMES, st.dates(), st.just(", once X")),
        max_size=2,
        unique_by=lambda row: row.since,
    ).map(tuple),
    proposed=st.booleans(),
    evidence=st.lists(st.sampled_from(["- one: two", "{три}"]), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PEOPLE, max_size=3, unique_by=lambda person: person.id),
    st.lists(st.builds(Judgement, st.sampled_from([True, None]), st.tuples(NAMES, NAMES)), max_size=2, unique=True),
)
def test_a_register_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, people: list[Person], rows: list[Judgement]
) -> None:
    book = NameBook(tuple(people), tuple(rows))
    path = register(tmp_path_factory.mktemp("book"), as_yaml(book, "for a person\nto edit"))
    assert NameBook.read(path) == book
