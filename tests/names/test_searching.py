from translit.names import Judgement, NameBook, Person, match

PEOPLE = ["Сергей Тихановский", "Светлана Тихановская", "Тарас Шевченко", "Анна Шевченко", "Mario Draghi"]


def test_each_name_gets_what_the_register_has_for_it() -> None:
    asked = ["Sviatlana Tsikhanouskaya", "Siarhei Tsikhanouski", "Oleh Petrenko"]
    found = list(match(asked, PEOPLE))
    assert [[one.spelling for one in those] for those in found] == [
        ["Светлана Тихановская"],
        ["Сергей Тихановский"],
        [],
    ]
    assert found[0][0].comparison.same is True
    assert found[0][0].comparison.why


def test_a_family_name_or_an_initial_finds_everyone_it_may_be() -> None:
    alone, initial = match(["Shevchenko", "T. Shevchenko"], PEOPLE)
    assert {one.spelling for one in alone} == {"Тарас Шевченко", "Анна Шевченко"}
    assert [one.spelling for one in initial] == ["Тарас Шевченко"]


def test_what_no_block_holds_is_found_by_nearness() -> None:
    ((found,),) = match(["Ларан Фабіус"], ["Laurent Fabius", "Лоран Гбагбо"])
    assert found.spelling == "Laurent Fabius"


def test_a_register_gives_one_answer_a_person() -> None:
    book = NameBook(
        (
            Person("st", forms={"be": "Святлана Ціханоўская", "ru": "Светлана Тихановская"}),
            Person("minsk", kind="place", forms={"ru": "Минск"}),
        )
    )
    here, nowhere = match(["Svetlana Tikhanovskaya", "Minsk"], book)
    assert [(one.entry, one.comparison.same) for one in here] == [("st", True)]
    assert nowhere == ()


def test_what_a_person_decided_counts() -> None:
    person = Person("st", forms={"ru": "Светлана Тихановская"})
    apart = NameBook((person,), (Judgement(False, ("Svetlana Tikhanovskaya", "st")),))
    assert list(match(["Svetlana Tikhanovskaya"], apart)) == [()]
    together = NameBook((person,), (Judgement(True, ("Sviatlana Pilipchuk", "st")),))
    ((found,),) = match(["Sviatlana Pilipchuk"], together)
    assert (found.entry, found.comparison.why) == ("st", ("a person decided so",))


def test_many_names_keep_their_order() -> None:
    asked = ["Taras Shevchenko", "Nobody Known"] * 600
    found = list(match(iter(asked), PEOPLE))
    assert [len(those) for those in found] == [1, 0] * 600


def test_an_empty_register_has_nothing() -> None:
    assert list(match(["Taras Shevchenko"], [])) == [()]
    assert list(match([], PEOPLE)) == []
