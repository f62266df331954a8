from translit.names import NameBook, Text, acquainted, find_names

EN = "Andrei Kavalenka spoke. Kavalenka left."
RU = "Адвокат Андрей Коваленко уехал."


def test_one_spelling_whatever_the_languages_of_the_texts() -> None:
    book = acquainted([Text("a", EN, "en"), Text("b", RU, "ru")], target="ru", book=NameBook.empty())
    found = find_names(EN, source="en", target="ru", book=book)
    assert [(each.text, each.targets[0], each.sure) for each in found] == [
        ("Andrei Kavalenka", "Андрей Коваленко", False),
        ("Kavalenka", "Коваленко", False),
    ]


def test_the_register_goes_first_and_everyday_words_are_left(book: NameBook) -> None:
    text = "Ihar Losik met Andrew Long. Long talks followed."
    met = acquainted([Text("a", text, "en")], target="ru", book=book)
    assert met.people == book.people
    assert find_names("Losik spoke.", source="en", target="ru", book=met)[0].sure


def test_the_scheme_is_the_targets_or_the_one_asked_for() -> None:
    texts = [Text("a", "Пришла Наталья Шевчук.", "ru")]
    forms = [
        acquainted(texts, target=target, book=NameBook.empty(), scheme=scheme).people[0].form(target)
        for target, scheme in (("en", ""), ("de", ""), ("en", "iso-9"))
    ]
    assert forms == ["Natalya Shevchuk", "Natalja Schewtschuk", "Natalʹâ Ševčuk"]


def test_a_name_in_letters_that_the_language_does_not_use_is_no_obstacle() -> None:
    texts = [Text("a", "The site was made by Наталья Шевчук and Gordon Ramsbottom.", "en")]
    people = acquainted(texts, target="ru", book=NameBook.empty()).people
    assert "Gordon Ramsbottom" in [person.form("en") for person in people]
