import time
from pathlib import Path

import pytest
import yaml

from translit.errors import GlossaryError
from translit.glossary import Entry, Glossary, Kind, Status, Target
from translit.glossary.number import number_of
from translit.passages import MentionKind, Span

CASES = yaml.safe_load(Path(__file__).with_name("finding_cases.yaml").read_text(encoding="utf-8"))
ROWS = """en,ru,uk,kind,case,gender
sanction,санкция,санкція,,,
presidential elections,президентские выборы,президентські вибори,,,
Independence Square,площадь Независимости,площа Незалежності,place,,
Belarus,Беларусь | !Белоруссия,Білорусь,place,,
NATO,НАТО,НАТО,organisation,,
European Court of Human Rights,Европейский суд по правам человека,,organisation,,
human rights,права человека,,,,
US,США,США,place,exact,
U.S.,США,США,place,,
Viasna,,,keep,,
Volha Baker,Ольга Бейкер,,person,,feminine
Tsikhanouskaya,Тихановская,Тихановська,person,,feminine
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory):
    path = tmp_path_factory.mktemp("glossary") / "terms.csv"
    path.write_text(ROWS, encoding="utf-8")
    return Glossary.read(path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_finding(glossary, case):
    found = glossary.find(case["text"], case.get("source", "en"), case.get("target", "ru"))
    assert [[mention.text, mention.targets[0]] for mention in found] == case["found"]
    for mention in found:
        assert mention.span.of(case["text"]) == mention.text


def test_a_mention_says_what_it_is(glossary):
    kept, person = glossary.find("Viasna knows Volha Baker.", "en", "ru")
    assert (kept.kind, kept.fixed, kept.entry) == (MentionKind.KEEP, True, "en:Viasna")
    assert (person.kind, person.person, person.gender) == (MentionKind.NAME, True, "feminine")


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("political prisoners", "en", "plural"),
        ("political prisoner", "en", "singular"),
        ("SANCTIONS", "en", "plural"),
        ("crimes against humanity", "en", "plural"),
        ("freedom of speech", "en", "singular"),
        ("Ministry of Foreign Affairs", "en", "singular"),
        ("servicemen", "en", "plural"),
        ("NGOs", "en", "plural"),
        ("process", "en", "singular"),
        ("US", "en", ""),
        ("the news", "en", ""),
        ("politics", "en", ""),
        ("Belarus", "en", "singular"),
        ("санкций", "ru", "plural"),
        ("санкцией", "ru", "singular"),
        ("санкции", "ru", ""),
        ("новые санкции", "ru", "plural"),
        ("политических заключённых", "ru", "plural"),
        ("політичних в'язнів", "uk", "plural"),
        ("Sanktionen", "de", ""),
    ],
)
def test_the_number_of_the_source(words, language, number):
    assert number_of(words, language) == number


def test_a_mention_has_the_number_of_its_words(glossary):
    assert [mention.number for mention in glossary.find("sanctions, a sanction", "en", "ru")] == ["plural", "singular"]
    (person,) = glossary.find("Volha Baker", "en", "ru")
    assert person.number == ""


def test_forbidden_wordings_are_no_targets(glossary):
    (mention,) = glossary.find("Belarus", "en", "ru")
    assert mention.targets == ("Беларусь",)


def test_taken_stretches_are_left_alone(glossary):
    text = "Sanctions on Belarus"
    on, part_of_belarus = Span(10, 12), Span(15, 16)
    assert [mention.text for mention in glossary.find(text, "en", "ru", taken=[on])] == ["Sanctions", "Belarus"]
    assert [mention.text for mention in glossary.find(text, "en", "ru", taken=[part_of_belarus])] == ["Sanctions"]


def test_decomposed_text_keeps_its_offsets():
    glossary = Glossary((Entry("e", {"en": (Target("Café Minsk"),), "ru": (Target("кафе «Минск»"),)}),))
    text = "At the Cafe\u0301 Minsk."
    (mention,) = glossary.find(text, "en", "ru")
    assert mention.text == "Cafe\u0301 Minsk"


def test_the_higher_priority_wins_and_else_the_first():
    low = Entry("low", {"en": (Target("strike"),), "ru": (Target("удар"),)})
    high = Entry("high", {"en": (Target("strike"),), "ru": (Target("забастовка"),)}, priority=1)
    same = Entry("same", {"en": (Target("strike"),), "ru": (Target("стачка"),)})
    assert (Glossary((low,)) + Glossary((high,))).find("a strike", "en", "ru")[0].entry == "high"
    (mention,) = (Glossary((low,)) + Glossary((same,))).find("a strike", "en", "ru")
    assert (mention.entry, mention.rivals) == ("low", ("same",))
    assert (Glossary((low,)) + Glossary((high,))).find("a strike", "en", "ru")[0].rivals == ()


def test_an_entry_without_the_target_language_is_not_found():
    glossary = Glossary((Entry("e", {"en": (Target("strike"),), "ru": (Target("забастовка"),)}),))
    assert glossary.find("a strike", "en", "uk") == ()


def test_exact_match_finds_no_other_form():
    terms = {"en": (Target("Strikes"),), "ru": (Target("«Страйкс»"),)}
    glossary = Glossary((Entry("e", terms, Kind.ORGANISATION, match="exact"),))
    assert [mention.text for mention in glossary.find("Strikes, strikes, strike", "en", "ru")] == ["Strikes"]
    glossary = Glossary((Entry("e", terms, Kind.ORGANISATION, match="case-insensitive"),))
    assert [mention.text for mention in glossary.find("Strikes, strikes, strike", "en", "ru")] == ["Strikes", "strikes"]


def test_words_around_a_term_choose_between_its_wordings():
    banks = (
        Target("банк", near=("money", "lend")),
        Target("берег", near=("river",)),
        Target("насыпь", Status.ADMITTED),
    )
    glossary = Glossary((Entry("e", {"en": (Target("bank"),), "ru": banks}),))

    def wanted(text):
        return glossary.find(text, "en", "ru")[0].targets

    assert wanted("The bank lends.") == ("банк", "насыпь", "берег")
    assert wanted("Banks of two rivers") == ("берег", "насыпь", "банк")
    assert wanted("A bank") == ("насыпь", "банк", "берег")


def test_words_around_a_term_choose_between_entries():
    near, far = (
        Entry(word, {"en": (Target("bank"),), "ru": (Target(word, near=(beside,)),)})
        for word, beside in (("банк", "money"), ("берег", "river"))
    )
    glossary = Glossary((near, far))
    assert glossary.find("a bank of the river", "en", "ru")[0].entry == "берег"


def test_an_expression_is_found_and_its_groups_are_written():
    law = {"en": (Target(r"Article (\d+)"),), "ru": (Target(r"статья \1"),)}
    glossary = Glossary((Entry("law", law, match="regex"),))
    assert [m.targets for m in glossary.find("article 19 and Article 342", "en", "ru")] == [
        ("статья 19",),
        ("статья 342",),
    ]
    assert glossary.find("subarticle 19, Article 19a", "en", "ru") == ()
    assert glossary.find("статья 19", "ru", "en") == ()
    codes = Glossary((Entry("codes", {"en": (Target(r"[A-Z]{2}-\d+"),)}, Kind.KEEP, match="regex", case="exact"),))
    assert [m.targets for m in codes.find("The BY-19, by-19", "en", "ru")] == [("BY-19",)]


def test_a_mention_carries_what_placing_asks_for():
    wordings = (Target("Айфон", gender="masculine", fixed=True, number="singular"), Target("яблофон", Status.FORBIDDEN))
    glossary = Glossary((Entry("e", {"en": (Target("iPhone"),), "ru": wordings}, case="kept"),))
    (mention,) = glossary.find("an iPhone, not an IPHONE", "en", "ru")
    assert (mention.gender, mention.fixed, mention.number) == ("masculine", True, "singular")
    assert (mention.forbidden, mention.cased) == (("яблофон",), True)


def test_ten_thousand_entries_stay_fast():
    def entry(number):
        terms = {"en": (Target(f"Belarusian word{number % 300} thing{number}"),), "ru": (Target(f"слово{number}"),)}
        return Entry(f"e{number}", terms)

    glossary = Glossary(tuple(map(entry, range(10_000))))
    glossary.find("once to build the index", "en", "ru")
    began = time.perf_counter()
    for number in range(200):
        (mention,) = glossary.find(f"A Belarusian word{number} thing{number} stands among other words.", "en", "ru")
        assert mention.entry == f"e{number}"
    assert time.perf_counter() - began < 2


FORMS = yaml.safe_load(Path(__file__).with_name("inflected.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", FORMS, ids=lambda case: f"{case['language']} {case['term']}")
def test_forms_are_found_and_neighbours_are_not(case):
    glossary = Glossary((Entry("e", {case["language"]: (Target(case["term"]),), "it": (Target("cosa"),)}),))

    def found(words):
        return [mention.text for mention in glossary.find(f"— {words}.", case["language"], "it")]

    assert {words: found(words) for words in case["found"]} == {words: [words] for words in case["found"]}
    assert {words: found(words) for words in case["not"]} == {words: [] for words in case["not"]}


def test_an_expression_that_would_run_for_ever_is_stopped_and_named(monkeypatch):
    monkeypatch.setattr("translit.glossary.expressions.SECONDS", 0.1)
    wordings = {"en": (Target("(a|aa)+b"),), "ru": (Target("да"),)}
    slow = Glossary((Entry("slow", wordings, match="regex", path=Path("g.csv"), line=7),))
    with pytest.raises(GlossaryError, match=r"g\.csv, line 7: .*'slow' takes more than 0\.1 s"):
        slow.find("Say " + "a" * 80 + ".", "en", "ru")


def test_a_plain_row_with_the_name_of_a_person_is_one():
    rows = {"Donald Trump": "Дональд Трамп", "North Korea": "Северная Корея"}
    glossary = Glossary(tuple(Entry(en, {"en": (Target(en),), "ru": (Target(ru),)}) for en, ru in rows.items()))
    found = glossary.find("Donald Trump in North Korea", "en", "ru")
    assert [(mention.kind, mention.person) for mention in found] == [
        (MentionKind.TERM, True),
        (MentionKind.TERM, False),
    ]
