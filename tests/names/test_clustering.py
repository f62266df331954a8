import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.names import Cluster, cluster


def heads(found: tuple[Cluster, ...]) -> list[set[str]]:
    return [{spelling for spelling, _ in one.spellings} for one in found]


def test_spellings_of_one_person_come_together() -> None:
    names = [
        "Сергей Тихановский",
        "Siarhei Tsikhanouski",
        "Сяргей Ціханоўскі",
        "Светлана Тихановская",
        "Siarhei Petrov",
    ]
    assert heads(cluster(names)) == [set(names[:3]), {names[3]}, {names[4]}]


def test_each_join_has_its_reason() -> None:
    (found,) = cluster(["Сергей Тихановский", "Siarhei Tsikhanouski", "Сергей Тихановский", "Сергей Цихановский"])
    assert found.spellings[0] == ("Сергей Тихановский", 2)
    assert found.count == 4
    assert {join.spelling for join in found.joins} == {"Siarhei Tsikhanouski", "Сергей Цихановский"}
    assert all(join.why and join.to == "Сергей Тихановский" for join in found.joins)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sviatlana Tsikhanouskaya", "Siarhei Tsikhanouski"),
        ("Андрей Волков", "Андрей Волчков"),
        ("Иван Сергеевич Петров", "Иван Андреевич Петров"),
        ("Иван Петров", "И. Петров"),
        ("Иван Петров", "Петров"),
        ("გიორგი", "ნინო"),
    ],
)
def test_what_is_two_names_or_may_be_two_stays_apart(a: str, b: str) -> None:
    assert len(cluster([a, b])) == 2


def test_names_that_show_as_little_join_their_like() -> None:
    found = heads(cluster(["Тихановская", "Tsikhanouskaya", "С. Тихановская", "S. Tikhanovskaya", "გიორგი", "გიორგი"]))
    assert {"Тихановская", "Tsikhanouskaya"} in found
    assert {"С. Тихановская", "S. Tikhanovskaya"} in found
    assert {"გიორგი"} in found


def test_a_patronymic_may_be_missing_where_only_one_person_fits() -> None:
    assert len(cluster(["Иван Сергеевич Петров", "Ivan Petrov"])) == 1
    found = cluster(["Иван Сергеевич Петров", "Иван Андреевич Петров", "Ivan Petrov", "Іван Петров"])
    assert {"Ivan Petrov", "Іван Петров"} in heads(found)
    open_one = next(one for one in found if one.perhaps)
    assert set(open_one.perhaps) == {"Иван Сергеевич Петров", "Иван Андреевич Петров"}


def test_an_empty_list_has_no_clusters() -> None:
    assert cluster([]) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12) | st.sampled_from(["Иван Петров", "Ivan Petrov", "И. Петров"]), max_size=12))
def test_every_name_is_in_one_cluster_with_a_reason_for_each_that_joined(names: list[str]) -> None:
    found = cluster(names)
    spelled = [spelling for one in found for spelling, _ in one.spellings]
    assert sorted(spelled) == sorted(set(names))
    assert sum(one.count for one in found) == len(names)
    assert all(len(one.joins) == len(one.spellings) - 1 for one in found)
    assert all(join.why for one in found for join in one.joins)
