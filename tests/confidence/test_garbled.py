"""Words that no dictionary has, and what is none of them though no dictionary has it."""

import pytest

from translit.confidence import garbled


@pytest.mark.parametrize(
    ("draft", "language", "found"),
    [
        ("Он сделал это профестично и полнностью.", "ru", ("профестично", "полнностью")),
        ("Він зробив це прекрасно і повнністю.", "uk", ("повнністю",)),
        ("He paid fifty kpecks.", "en", ("kpecks",)),
        ("Всё ещё идёт, все еще идет.", "ru", ()),
        ("Бяляцкий говорил о Бяляцком.", "ru", ()),  # a name
        ("Ён зрабіў гэта прафестычна.", "be", ()),  # no dictionary can tell
        ("Der Kpecksverband tagte.", "de", ()),
        ("См. https://example.org/kpecks и kpecks@example.org.", "en", ()),
    ],
)
def test_words_that_are_none(draft, language, found):
    assert garbled("A source.", draft, language) == found


def test_words_of_the_source_and_words_that_were_asked_for_are_right():
    draft = "They sell draniki and zatirka."
    assert garbled("Продают draniki.", draft, "en") == ("zatirka",)
    assert garbled("Продают драники.", draft, "en", ("draniki", "a zatirka")) == ()
