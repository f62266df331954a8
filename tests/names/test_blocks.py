import pytest

from translit.names.identity.blocks import blocks


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Siarhei Tsikhanouski", "Сергей Тихановский"),
        ("Сяргей Ціханоўскі", "Sergej Tichanowskij"),
        ("Тихановская Светлана", "Sviatlana Tsikhanouskaya"),
        ("Марина Хренина", "Maryna Chrenina"),
        ("Владимир Петров", "Vladimirs Petrovs"),
        ("Carme Chacón", "Carme Chacón Piqueras"),
    ],
)
def test_spellings_of_one_name_share_a_block(a: str, b: str) -> None:
    assert blocks(a).whole & blocks(b).whole


def test_names_with_little_in_common_share_none() -> None:
    assert not blocks("Сергей Тихановский").whole & blocks("Сергей Петров").whole
    assert not blocks("Сергей Тихановский").whole & blocks("Андрей Тихановский").whole


def test_a_name_without_a_given_name_is_looked_for_by_its_family_name() -> None:
    for short in ("Тихановский", "S. Tikhanovsky"):
        assert not blocks(short).whole
        assert blocks(short).family & blocks("Сяргей Ціханоўскі").family


def test_a_name_in_other_letters_meets_itself_alone() -> None:
    assert blocks("გიორგი") == blocks("გიორგი")
    assert not blocks("გიორგი").family & blocks("ნინო").family
