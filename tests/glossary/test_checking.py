import pytest

from translit.glossary import Entry, Glossary, Kind, Match, Status, Target, check
from translit.glossary.checking import check_files, everyday


def entry(source, target, *, line=0, **more):
    return Entry(source, {"en": (Target(source),), "ru": (Target(target),)}, line=line, **more)


def told(*entries):
    return [(finding.line, finding.severity, finding.text) for finding in check(Glossary(entries))]


def test_a_good_glossary_has_nothing_to_tell():
    good = entry("Minsk", "Минск", kind=Kind.PLACE), entry("US", "США", case="exact"), entry("strike", "забастовка")
    assert told(*good) == []


def test_everyday_words_and_very_short_keys():
    (everyday,) = told(entry("who", "ВОЗ", line=2))
    assert everyday[:2] == (2, "error")
    assert "everyday word of en" in everyday[2]
    (short,) = told(entry("PM", "премьер", line=3))
    assert short[:2] == (3, "warning")
    assert told(entry("WHO", "ВОЗ", case="exact"), entry("PM", "премьер", case="exact")) == []


def test_mixed_alphabets_and_untranslated_words():
    assert "'тюpьма' mixes alphabets" in told(entry("prison", "тюpьма"))[0][2]
    assert "is the same in en and ru" in told(entry("Viasna", "Viasna"))[0][2]


def test_duplicates_and_conflicts_of_joined_glossaries():
    one = Glossary((entry("strike", "забастовка", line=2), entry("march", "марш", line=3)))
    two = Glossary((entry("strike", "стачка", line=4), entry("march", "марш", line=5)))
    texts = {finding.line: finding.text for finding in check(one + two)}
    assert "another translation in line 2" in texts[4]
    assert "duplicate of line 3" in texts[5]


def test_two_keys_with_the_same_lemma():
    collisions = told(entry("strike", "забастовка", line=2), entry("strikes", "стачки", line=3))
    assert [(line, severity) for line, severity, _ in collisions] == [(3, "note")]
    assert "'strikes' is found by the same words of en as 'strike' in line 2" in collisions[0][2]


def test_a_finding_reads_as_a_sentence():
    (finding,) = check(Glossary((entry("who", "ВОЗ"),)))
    assert str(finding) == "'who' is an everyday word of en; set case to exact or drop it [error]"


@pytest.mark.parametrize("tag", ["en", "ru", "uk", "be", "de", "fr", "pl", "es"])
def test_everyday_words_of_each_language_are_no_terms(tag):
    assert len(everyday(tag)) > 50
    assert all(word == word.casefold() and word.isalpha() for word in everyday(tag))
    word = max(everyday(tag))
    (finding,) = check(Glossary((Entry("e", {tag: (Target(word),), "it": (Target("cosa"),)}),)))
    assert finding.severity == "error"


def test_a_language_with_nothing_to_write_and_a_wording_that_is_both():
    only = Entry("e", {"en": (Target("rally"),), "ru": (Target("сходка", Status.FORBIDDEN),), "de": (Target("Demo"),)})
    (finding,) = check(Glossary((only,)))
    assert "every wording in ru is forbidden" in finding.text
    both = {"en": (Target("rally"),), "ru": (Target("митинг"), Target("митинг", Status.FORBIDDEN))}
    (finding,) = check(Glossary((Entry("e", both),)))
    assert "both allowed and forbidden" in finding.text


def test_letters_that_are_not_seen_and_exchanged_columns():
    assert "U+00AD" in told(entry("Minsk", "Ми\u00adнск"))[0][2]
    assert "are the columns exchanged" in told(entry("Минск", "Minsk"))[0][2]
    assert told(entry("alpha", "αльфа"))[0][1:] == ("error", "'αльфа' mixes alphabets")


def test_entries_that_nest_in_each_other():
    inner = entry("election", "выборы", line=2)
    same = entry("rigged elections", "фальсифицированные выборы", line=3)
    other = entry("observer of elections", "наблюдатель", line=4)
    (nested,) = told(inner, same, other)
    assert nested[:2] == (4, "note")
    assert nested[2] == "'observer of elections' holds 'election' of line 2, but not its translation into ru"


def test_entries_that_straddle():
    (straddling,) = told(
        entry("prime ministers", "премьер-министр", line=2), entry("minister of war", "воевода", line=3)
    )
    assert "'prime ministers' ends as 'minister of war' of line 3 begins" in straddling[2]
    assert told(entry("minister of", "министр", line=2), entry("of all", "всего", line=3)) == []


def test_priority_and_surroundings_settle_a_conflict():
    bank = {"en": (Target("bank"),), "ru": (Target("банк"),)}
    shore = {"en": (Target("bank"),), "ru": (Target("берег", near=("river",)),)}
    assert check(Glossary((Entry("a", bank), Entry("b", shore)))) == []
    assert check(Glossary((Entry("a", bank, priority=1), Entry("b", {**shore, "ru": (Target("вал"),)})))) == []


def test_files_are_checked_all_at_once_and_against_each_other(tmp_path):
    one, two, three = (tmp_path / name for name in ("one.csv", "two.tsv", "three.tbx"))
    one.write_text("en,ru\nstrike,забастовка\n Minsk,и\u0306огурт\nmarch,\n", encoding="utf-8")
    two.write_text("en\tru\nstrike\tстачка\nwho\tВОЗ\n", encoding="utf-8")
    three.write_text("<tbx>\n<conceptEntry>", encoding="utf-8")
    entries, found = check_files([one, two, three])
    assert entries == 4
    assert [(finding.path, finding.line, finding.severity) for finding in found] == [
        (one, 3, "warning"),
        (one, 3, "warning"),
        (one, 4, "error"),
        (three, 2, "error"),
        (two, 2, "warning"),
        (two, 3, "error"),
    ]
    assert "'Minsk' has spaces around it" in found[0].text and "decomposed letters" in found[1].text
    assert f"another translation in {one}, line 2" in found[4].text


@pytest.mark.parametrize(
    ("expression", "slow"),
    [("(a|aa)+$", True), ("(да|дада)+$", True), (r"sanction(s|ed)?", False), (r"\d+ (euros?|dollars?)", False)],
)
def test_an_expression_that_would_run_for_ever_is_an_error(expression, slow):
    one = Entry("one", {"en": (Target(expression),), "ru": (Target("слово"),)}, match=Match.REGEX)
    told = [finding for finding in check(Glossary((one,))) if "runs on and on" in finding.text]
    assert [finding.severity for finding in told] == (["error"] if slow else [])
