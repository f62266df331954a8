from translit.names import likeness_matrix
from translit.names.identity.matrix import folded_key


def test_spellings_of_one_person_have_one_key() -> None:
    spelled = ["Siarhei Tsikhanouski", "Сергей Тихановский", "Сяргей Ціханоўскі", "Сергей Леонидович Тихановский"]
    assert len({folded_key(name) for name in spelled}) == 1


def test_a_row_for_each_name_and_a_column_for_each_other() -> None:
    found = likeness_matrix(["Сергей Тихановский", "გიორგი"], ["Siarhei Tsikhanouski", "Siarhei Petrov", "გიორგი"])
    assert found.shape == (2, 3)
    assert found[0, 0] == 1.0
    assert found[0, 1] < 0.7
    assert found[1].tolist() == [0.0, 0.0, 1.0]


def test_no_names_no_rows() -> None:
    assert likeness_matrix([], ["Siarhei Petrov"]).shape[0] == 0
