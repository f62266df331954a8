import pytest

from translit.names.texts.guarded import guarded


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("See https://news.by/Losik and www.losik.org now", ["https://news.by/Losik", "www.losik.org"]),
        ("Write to losik@news.by or @ihar_losik", ["losik@news.by", "@ihar_losik"]),
        ("A tag #Лосик, code `Losik`", ["#Лосик", "`Losik`"]),
        ("Her name is spelled “Tsikhanouskaya” there", ["spelled “Tsikhanouskaya” there", "“Tsikhanouskaya”"]),
        ("Его фамилия пишется «Лосик», а не «Лосік»", ["«Лосик»", "«Лосік»"]),
        ("Он сказал: «Лосик на свободе»", []),
        ("Losik was freed.Losik went home", []),
    ],
)
def test_what_is_never_touched(text: str, kept: list[str]) -> None:
    assert sorted({span.of(text) for span in guarded(text)}) == sorted(kept)
