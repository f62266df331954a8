from translit.names.tables import particles, short_names, titles, words


def test_no_word_list_is_empty() -> None:
    assert all(words(kind) for kind in ("prefixes", "institutions", "places", "ordinary", "spelling"))
    assert titles()["mrs"] == "feminine"
    assert {"von", "фон", "д"} <= particles()


def test_a_short_name_may_stand_for_several() -> None:
    forms = short_names()
    assert forms["ted"] == forms["edward"] | forms["theodore"]
    assert not forms["bob"] & forms["bill"]
