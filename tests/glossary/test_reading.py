import pytest

from translit.errors import GlossaryError, LanguageError
from translit.glossary import Glossary, Kind, Match, Status, Target


@pytest.fixture
def written(tmp_path):
    def write(content, name="terms.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


def wordings(glossary, tag):
    return [[target.text for target in entry.terms.get(tag, ())] for entry in glossary]


def test_a_header_names_the_languages(written):
    glossary = Glossary.read(written("en,ru,kind,note\nMinsk,Минск,place,the capital\nstrike,забастовка,,\n"))
    first, second = glossary
    assert len(glossary) == 2
    assert (first.kind, second.kind) == (Kind.PLACE, Kind.TERM)
    assert first.terms == {"en": (Target("Minsk"),), "ru": (Target("Минск"),)}
    assert (first.id, first.note, first.line, second.line) == ("en:Minsk", "the capital", 2, 3)


def test_options_say_more(written):
    (entry,) = Glossary.read(
        written(
            "en,ru,kind,case,match,pos,gender,number,indeclinable,priority,domain,origin\n"
            "WHO,ВОЗ,organisation,exact,exact,proper noun,feminine,singular,ru,2,health,the charter\n"
        )
    )
    assert (entry.kind, entry.case, entry.match) == (Kind.ORGANISATION, "exact", Match.EXACT)
    assert (entry.priority, entry.domain, entry.origin) == (2, "health", "the charter")
    grammar = {"pos": "proper noun", "gender": "feminine", "number": "singular"}
    assert entry.terms == {"en": (Target("WHO", **grammar),), "ru": (Target("ВОЗ", **grammar, fixed=True),)}


def test_a_wording_has_its_own_status_grammar_and_surroundings(written):
    cell = "банк {near: money, to borrow} | ~кредитная организация {feminine} | !сберкасса"
    (entry,) = Glossary.read(written(f'en,ru\nbank,"{cell}"\n'))
    assert entry.terms["ru"] == (
        Target("банк", near=("money", "to borrow")),
        Target("кредитная организация", Status.ADMITTED, gender="feminine"),
        Target("сберкасса", Status.FORBIDDEN),
    )
    assert entry.forbidden("ru") == ("сберкасса",)


def test_signs_of_a_wording_are_taken_literally_behind_a_backslash(written):
    (entry,) = Glossary.read(written("en,ru\n\\!Kung,кунг \\{сан\\} \\| нама\n"))
    assert entry.terms == {"en": (Target("!Kung"),), "ru": (Target("кунг {сан} | нама"),)}


def test_a_plain_file_is_taken_literally(written):
    (entry,) = Glossary.read(written("!Kung\tкунг | {сан}\n", "plain.tsv"), source="en", target="ru")
    assert entry.terms == {"en": (Target("!Kung"),), "ru": (Target("кунг | {сан}"),)}


def test_a_plain_file_may_head_its_columns_and_name_the_languages_of_each_row(written):
    headed = Glossary.read(written("source,target\nMinsk,Минск\n"), source="en", target="ru")
    assert wordings(headed, "ru") == [["Минск"]]
    each = Glossary.read(written("Minsk,Минск,en,ru\nBrest,Brześć,EN,pl\n"))
    assert [list(entry.terms) for entry in each] == [["en", "ru"], ["en", "pl"]]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separators_are_told_apart(written, sign):
    path = written(f"en{sign}ru\nMinsk{sign}Минск\n")
    assert wordings(Glossary.read(path), "ru") == [["Минск"]]


def test_two_columns_without_a_header(written):
    path = written("Minsk;Минск\nLaw, order;закон, порядок\n")
    glossary = Glossary.read(path, source="en", target="ru")
    assert wordings(glossary, "en") == [["Minsk"], ["Law, order"]]
    assert [entry.line for entry in glossary] == [1, 2]


def test_languages_given_for_a_file_with_a_header_are_no_matter(written):
    path = written("ru,en,kind\nМинск,Minsk,place\n")
    assert wordings(Glossary.read(path, source="en", target="ru"), "en") == [["Minsk"]]


def test_a_first_row_of_words_that_happen_to_be_tags_is_no_header(written):
    glossary = Glossary.read(written("no,he\nit,es\n"), source="en", target="ru")
    assert len(glossary) == 2


def test_a_header_without_the_language_that_is_asked_for(written):
    glossary = Glossary.read(written("en,ru,kind\nMinsk,Минск,place\n"), source="en", target="uk")
    assert glossary.find("Minsk", "en", "uk") == ()


def test_a_byte_order_mark_quotes_and_line_breaks_in_a_cell(written):
    path = written('\ufeffen,ru,note\n"Law, order",закон,"two\nlines"\n\nstrike,забастовка,\n')
    glossary = Glossary.read(path)
    assert wordings(glossary, "en") == [["Law, order"], ["strike"]]
    assert [entry.line for entry in glossary] == [2, 5]


def test_several_wordings_and_forbidden_ones(written):
    (entry,) = Glossary.read(written("en,ru\nBelarus,Беларусь | Республика Беларусь | !Белоруссия\n"))
    assert entry.targets("ru") == (Target("Беларусь"), Target("Республика Беларусь"))
    assert wordings([entry], "ru") == [["Беларусь", "Республика Беларусь", "Белоруссия"]]


def test_decomposed_letters_are_composed(written):
    (entry,) = Glossary.read(written("en,ru\nyogurt,и\u0306огурт\n"))
    assert wordings([entry], "ru") == [["йогурт"]]


def test_kept_words_need_no_translation(written):
    (entry,) = Glossary.read(written("en,ru,kind\nViasna,,keep\n"))
    assert entry.kind is Kind.KEEP
    assert entry.sources("ru") == (Target("Viasna"),)


def test_all_bad_rows_are_told_at_once(written):
    path = written(
        "en,ru,kind\n,Минск,\nstrike\nmarch,марш,parade\nrally,\nprison,тюpьма,\nMinsk,Минск,place\nMinsk,Менск,place\n"
    )
    with pytest.raises(GlossaryError) as error:
        Glossary.read(path)
    told = {problem.line: problem.text for problem in error.value.problems}
    assert sorted(told) == [2, 3, 4, 5, 6, 8]
    assert "source (en) is empty" in told[2]
    assert "1 columns where 3" in told[3]
    assert "'parade' is none of term, place" in told[4]
    assert "columns" in told[5]
    assert "mixes alphabets" in told[6]
    assert "line 7 with another translation" in told[8]
    assert {problem.path for problem in error.value.problems} == {path}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("english,ru\na,б\n", "'english'"),
        ("en,ru,en\na,б,c\n", "'en' more than once"),
        ("kind,note\nterm,x\n", "names no language"),
        ("", "empty"),
        ("en,ru\nhouse,\n", "no translation"),
        ("en,ru\nhouse,!дом\n", "forbidden"),
        ("en,ru,priority\nhouse,дом,high\n", "not a whole number"),
        ("en,ru\n—,тире\n", "no letter"),
        ("en,ru\nhouse,дом {big}\n", "'big'"),
        ("en,ua\nhouse,дім\n", "'ua' is a country; Ukrainian is 'uk'"),
        ("en,ru,match\n(house,дом,regex\n", "expression"),
        ("en,ru,match\n(house),дом \\\\2,regex\n", "expression"),
        ("en,ru,match,case\nhouse,дом,case-insensitive,exact\n", "keep one of them"),
        ("en,ru,indeclinable\nhouse,дом,maybe\n", "indeclinable 'maybe'"),
        ('en,ru\nhouse,"дом\n' + "x" * 200_000, "quote that never ends"),
        ("en,ru\nho\x00use,дом\n", "control character"),
        ("en,ru\nhouse,дом\n".encode("utf-16"), "UTF-8"),
        ("en,ru\nhouse,дом\n".encode("cp1251"), "line 2"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(written, content, says):
    with pytest.raises(GlossaryError, match=says):
        Glossary.read(written(content))


def test_a_missing_file_and_an_unknown_language(tmp_path, written):
    with pytest.raises(GlossaryError, match="cannot be read"):
        Glossary.read(tmp_path / "none.csv")
    with pytest.raises(LanguageError, match="xq"):
        Glossary.read(written("a,b\n"), source="xq", target="ru")


def test_glossaries_are_joined(written):
    first = Glossary.read(written("en,ru\nstrike,забастовка\n"))
    both = first + Glossary.read(written("en,ru\nmarch,марш\n", "more.csv"))
    assert wordings(both, "en") == [["strike"], ["march"]]
    assert len(Glossary.empty()) == 0
