import pytest

from translit.morphology import (
    Form,
    agreed,
    animate,
    beginnings,
    clashes,
    is_infinitive,
    lemmas,
    paradigm,
    part_of_speech,
    readings_of,
)
from translit.morphology.by_endings import noun_endings
from translit.morphology.personal import endings

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")


def declined(phrase: str, language: str = "ru", number: str = "", **told: object) -> list[str]:
    """The first form of each case, joined by spaces or as a list."""
    forms = [form for form in paradigm(phrase, language, **told) if not number or form.number == number]
    return [next(form.text for form in forms if form.case == case) for case in CASES]


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("санкций", "ru", "санкция"),
        ("Минске", "ru", "минск"),
        ("Незалежності", "uk", "незалежність"),
        ("sanctions", "en", "sanction"),
        ("Elections", "en", "election"),
        ("Ціханоўскай", "be", "ціханоўскай"),
        ("qwrtz", "en", "qwrtz"),
    ],
)
def test_a_word_has_a_dictionary_form_always(word, language, expected):
    assert lemmas(word, language)[0] == expected


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        ("кніга", "кнігамі", True),
        ("Дзяржава", "дзяржаў", True),
        ("дом", "доме", True),
        ("дом", "дзеці", False),
        ("кніга", "краіна", False),
        ("я", "яна", False),
    ],
)
def test_forms_of_a_word_may_begin_alike(word, other, alike):
    assert bool({*beginnings(word)} & {*beginnings(other)}) is alike


def test_a_homonym_has_several_dictionary_forms():
    assert {"выборы", "выбор"} <= set(lemmas("выборы", "ru"))


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        (
            "площадь Независимости",
            "ru",
            "площадь площади площади площадь площадью площади",
        ),
        ("Минск", "ru", "Минск Минска Минску Минск Минском Минске"),
        ("Гродно", "ru", "Гродно Гродно Гродно Гродно Гродно Гродно"),
        ("санкции", "ru", "санкции санкций санкциям санкции санкциями санкциях"),
        ("Нью-Йорк", "ru", "Нью-Йорк Нью-Йорка Нью-Йорку Нью-Йорк Нью-Йорком Нью-Йорке"),
        ("Республика Беларусь", "ru", "Республика Республики Республике Республику Республикой Республике"),
        ("площа Незалежності", "uk", "площа площі площі площу площею площі"),
        ("Київ", "uk", "Київ Києва Києву Київ Києвом Києві"),
    ],
)
def test_the_head_inflects_and_what_follows_stays(phrase, language, expected):
    tail = phrase.partition(" ")[2]
    assert declined(phrase, language) == [f"{head} {tail}".strip() for head in expected.split()]


@pytest.mark.parametrize(
    ("phrase", "language", "case", "number", "expected"),
    [
        ("президентские выборы", "ru", "genitive", "plural", "президентских выборов"),
        ("президентские выборы", "ru", "accusative", "plural", "президентские выборы"),
        ("политический заключённый", "ru", "accusative", "singular", "политического заключённого"),
        ("политический заключённый", "ru", "accusative", "plural", "политических заключённых"),
        ("новый закон", "ru", "locative", "plural", "новых законах"),
        ("Европейский союз", "ru", "instrumental", "singular", "Европейским союзом"),
        ("Красная площадь", "ru", "locative", "singular", "Красной площади"),
        ("Право и справедливость", "ru", "genitive", "singular", "Права и справедливости"),
        ("город Минск", "ru", "locative", "singular", "городе Минске"),
        ("белорусский КГБ", "ru", "dative", "singular", "белорусскому КГБ"),
        ("Белый дом", "ru", "locative", "singular", "Белом доме"),
        ("«Наша Нива»", "ru", "genitive", "singular", "«Нашей Нивы»"),
        ("газета «Наша Нива»", "ru", "genitive", "singular", "газеты «Наша Нива»"),
        ("президентські вибори", "uk", "accusative", "plural", "президентські вибори"),
        ("Європейський Союз", "uk", "locative", "singular", "Європейському Союзі"),
    ],
)
def test_adjectives_agree(phrase, language, case, number, expected):
    forms = [form.text for form in paradigm(phrase, language) if (form.case, form.number) == (case, number)]
    assert forms[0] == expected


def test_a_term_has_a_plural_and_a_proper_name_has_none():
    assert declined("санкция", number="plural") == declined("санкции")
    assert {form.number for form in paradigm("Независимая газета", "ru")} == {"singular"}
    assert {form.number for form in paradigm("выборы", "ru")} == {"plural"}


def test_the_second_locative_is_a_form_of_its_own_where_it_is_the_rule():
    assert Form("Крыму", "second locative", "singular", "masculine") in paradigm("Крым", "ru")
    assert not [form for form in paradigm("Белый дом", "ru") if form.case == "second locative"]


@pytest.mark.parametrize(
    ("name", "gender", "expected"),
    [
        ("Циханоуская", "", "Циханоуская Циханоуской Циханоуской Циханоускую Циханоуской Циханоуской"),
        ("Бяляцкий", "", "Бяляцкий Бяляцкого Бяляцкому Бяляцкого Бяляцким Бяляцком"),
        ("Колесникова", "", "Колесникова Колесниковой Колесниковой Колесникову Колесниковой Колесниковой"),
        ("Лукашенко", "masculine", "Лукашенко Лукашенко Лукашенко Лукашенко Лукашенко Лукашенко"),
        ("Статкевич", "masculine", "Статкевич Статкевича Статкевичу Статкевича Статкевичем Статкевиче"),
        ("Карач", "feminine", "Карач Карач Карач Карач Карач Карач"),
        ("Чалый", "masculine", "Чалый Чалого Чалому Чалого Чалым Чалом"),
    ],
)
def test_russian_surnames(name, gender, expected):
    assert declined(name, person=True, gender=gender) == expected.split()


@pytest.mark.parametrize(
    ("name", "language", "case", "expected"),
    [
        ("Александр Григорьевич Лукашенко", "ru", "instrumental", "Александром Григорьевичем Лукашенко"),
        ("Лев Гумилёв", "ru", "genitive", "Льва Гумилёва"),
        ("Ольга Карач", "ru", "dative", "Ольге Карач"),
        ("Анна Наумова-Бондаренко", "ru", "accusative", "Анну Наумову-Бондаренко"),
        ("Никита Зотов", "ru", "genitive", "Никиты Зотова"),
        ("Лукашенко", "uk", "genitive", "Лукашенка"),
        ("Тихановська", "uk", "genitive", "Тихановської"),
        ("Володимир Зеленський", "uk", "genitive", "Володимира Зеленського"),
        ("Ольга Карач", "uk", "instrumental", "Ольгою Карач"),
        ("Святлана Ціханоўская", "be", "accusative", "Святлану Ціханоўскую"),
        ("Бяляцкі", "be", "genitive", "Бяляцкага"),
    ],
)
def test_full_names_by_a_guessed_gender(name, language, case, expected):
    assert next(form.text for form in paradigm(name, language, person=True) if form.case == case) == expected


@pytest.mark.parametrize(
    ("name", "gender", "expected"),
    [
        ("Мацей", "masculine", "Мацей Мацея Мацеєві Мацея Мацеєм Мацеєві"),
        ("Лосик", "masculine", "Лосик Лосика Лосику Лосика Лосиком Лосикові"),
        # the dictionary would guess an adjective
        ("Ведута", "feminine", "Ведута Ведути Ведуті Ведуту Ведутою Ведуті"),
        ("Карач", "feminine", "Карач Карач Карач Карач Карач Карач"),
        ("Шмигаль", "masculine", "Шмигаль Шмигаля Шмигалеві Шмигаля Шмигалем Шмигалеві"),
        ("ЛОСИК", "masculine", "ЛОСИК ЛОСИКА ЛОСИКУ ЛОСИКА ЛОСИКОМ ЛОСИКОВІ"),
    ],
)
def test_ukrainian_surnames(name, gender, expected):
    assert declined(name, "uk", person=True, gender=gender) == expected.split()


def test_a_man_has_both_ukrainian_datives_and_locatives():
    forms = paradigm("Мацей", "uk", person=True, gender="masculine")
    for case in ("dative", "locative"):
        assert {form.text for form in forms if form.case == case} >= {"Мацею", "Мацеєві"}


def test_a_foreign_ukrainian_name_on_o_that_no_dictionary_has_stays():
    assert paradigm("Бенвенутто", "uk", person=True, gender="masculine") == (Form("Бенвенутто"),)


@pytest.mark.parametrize(
    ("language", "sample"),
    [(language, sample) for language, table in endings().items() for sample in table["samples"]],
    ids=lambda value: value[0] if isinstance(value, list) else value,
)
def test_the_samples_of_the_table_of_endings(language, sample):
    name, gender, *expected = sample
    assert declined(name, language, person=True, gender=gender) == [name, *expected]


@pytest.mark.parametrize("phrase", ["НАТО", "ЕС", "ООН", "США", "Viasna", "Reuters"])
def test_abbreviations_and_foreign_words_stay(phrase):
    assert {form.text for form in paradigm(phrase, "ru")} == {phrase}


def test_what_is_fixed_or_unknown_has_its_base_form_alone():
    assert paradigm("Минск", "ru", fixed=True) == (Form("Минск"),)
    assert paradigm("Анры Дзюма", "be", person=True) == (Form("Анры Дзюма"),)
    assert paradigm("Independence Square", "en") == (Form("Independence Square"),)


@pytest.mark.parametrize(
    "phrase", ["Белый дом", "НАТО", "площадь Независимости", "самолет", "МИНСК", "что-то", "и", ""]
)
def test_the_first_form_is_the_phrase_itself(phrase):
    assert paradigm(phrase, "ru")[0].text == phrase


def test_no_ё_where_the_phrase_has_none():
    assert declined("самолет")[1] == "самолета"
    assert not any("ё" in form.text for form in paradigm("самолет", "ru"))


def test_readings_say_how_a_word_stands():
    assert readings_of("санкций", "ru") == (Form("санкций", "genitive", "plural", "feminine"),)
    assert {form.case for form in readings_of("площади", "ru")} >= {"genitive", "dative", "locative"}
    assert readings_of("сказал", "ru") == ()
    assert readings_of("sanctions", "en") == ()


def test_parts_of_speech():
    assert [part_of_speech(word, "ru") for word in ("дом", "новый", "сказал", "ехать", "из")] == [
        "noun", "adjective", "verb", "infinitive", "preposition",
    ]  # fmt: skip
    assert part_of_speech("house", "en") == ""
    assert [part_of_speech(word, "uk") for word in ("сказав", "сказати")] == ["verb", "infinitive"]
    assert animate("президент", "ru")
    assert not animate("заявление", "ru")


def test_an_infinitive_is_told_from_a_noun_that_ends_like_one():
    assert all(is_infinitive(word, tag) for word, tag in (("видеть", "ru"), ("бачити", "uk"), ("бачыць", "be")))
    assert not any(
        is_infinitive(word, tag) for word, tag in (("область", "ru"), ("завдання", "uk"), ("вобласць", "be"))
    )


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("великий банк", "великий банк|великого банку|великому банкові|великий банк|великим банком|великому банкові"),
        ("вільна країна", "вільна країна|вільної країни|вільній країні|вільну країну|вільною країною|вільній країні"),
        ("добре слово", "добре слово|доброго слова|доброму слову|добре слово|добрим словом|доброму слові"),
    ],
)
def test_a_ukrainian_adjective_that_has_degrees_agrees_with_its_noun(phrase, expected):
    assert declined(phrase, "uk", "singular") == expected.split("|")


@pytest.mark.parametrize(
    ("word", "noun", "language", "animate", "expected"),
    [
        ("большую", Form("контроль", "accusative", "singular", "masculine"), "ru", False, "большой"),
        ("большую", Form("директора", "accusative", "singular", "masculine"), "ru", True, "большого"),
        ("Второй", Form("исследование", "nominative", "singular", "neuter"), "ru", False, "Второе"),
        ("этот", Form("выборов", "genitive", "plural"), "ru", False, "этих"),
        ("связанная", Form("улики", "nominative", "plural"), "ru", False, "связанные"),
        ("великі", Form("суд", "accusative", "singular", "masculine"), "uk", False, "великий"),
        ("города", Form("улики", "nominative", "plural"), "ru", False, ""),
        ("большой", Form("коллеги", "genitive", "singular"), "ru", True, ""),
        ("nowego", Form("banku", "genitive", "singular", "masculine"), "pl", False, ""),
    ],
)
def test_an_adjective_agrees_with_a_noun(word, noun, language, animate, expected):
    assert agreed(word, noun, language, animate=animate) == expected


@pytest.mark.parametrize(
    ("name", "language", "genitive"),
    [
        ("Владимир Путин", "ru", "Владимира Путина"),
        ("Роман Протасевич", "ru", "Романа Протасевича"),
        ("Дональд Трамп", "ru", "Дональда Трампа"),
        ("Ангела Меркель", "ru", "Ангелы Меркель"),
        ("Володимир Зеленський", "uk", "Володимира Зеленського"),
        # no persons
        ("Роза Хутор", "ru", "Розы Хутор"),
        ("Северная Корея", "ru", "Северной Кореи"),
        ("Біла Церква", "uk", "Білої Церкви"),
    ],
)
def test_a_name_inflects_as_a_person_where_no_one_has_said_so(name, language, genitive):
    assert declined(name, language)[1] == genitive


@pytest.mark.parametrize("sample", noun_endings()["be"]["samples"], ids=lambda sample: sample[0])
def test_the_samples_of_the_endings_of_belarusian_nouns(sample):
    assert declined(sample[0], "be") == sample


def test_a_belarusian_noun_whose_stem_may_change_keeps_its_base_form():
    assert {form.text for word in ("рынак", "пасол", "дзень") for form in paradigm(word, "be")} == {
        "рынак",
        "пасол",
        "дзень",
    }


def test_belarusian_twins_stand_side_by_side():
    forms = paradigm("суд", "be")
    assert [form.text for form in forms if (form.case, form.number) == ("genitive", "singular")] == ["суду", "суда"]
    assert any(form.text == "Вярхоўнага суда" for form in paradigm("Вярхоўны суд", "be"))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Он сказал это белорусском лидеру.", "ru", ["белорусском лидеру"]),
        ("Призвать к огромный маршу, в Китаю", "ru", ["к огромный", "огромный маршу", "в Китаю"]),
        ("Белорусскому лидеру в большом зале, к новому дому", "ru", []),
        # what has a comma between, or a reading that fits
        ("Он новый, лидеру; в пальто; по словам", "ru", []),
        # the clause decides, not the noun behind; of what no dictionary knows nothing is said
        ("партия, лидер которой министр, и к Бромзгров", "ru", []),
        ("Він сказав це білоруському лідера, до новий дім", "uk", ["білоруському лідера", "до новий"]),
        ("Він сказав це білоруському лідеру, у новому домі", "uk", []),
        ("к новый дом", "be", []),
    ],
)
def test_neighbours_that_cannot_stand_together(text, language, found):
    assert [span.of(text) for span in clashes(text, language)] == found
