from translit.names.tables import particles, titles, words


def test_no_word_list_is_empty() -> None:
    assert all(words(kind) for kind in ("prefixes", "institutions", "places", "ordinary", "spelling"))
    assert titles()["mrs"] == "feminine"
    assert {"von", "фон", "д"} <= particles()
