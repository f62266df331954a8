"""Which reading of a Russian word Apertium is left with, and which Belarusian word it is told to write."""

from __future__ import annotations

import pytest

from training.belarusian import steering
from training.belarusian.relatives import as_clauses


@pytest.fixture
def words(monkeypatch):
    """Two preferences, and what the dictionary of Belarusian forms says of them."""
    monkeypatch.setattr(
        steering, "told", lambda name: {"часть": "частка", "около": "каля"} if name == "preferred" else {}
    )
    known = {"частка": "^частка/частка<n><f><nn><sg><nom>$", "каля": "^каля/каля<pr>$"}
    monkeypatch.setattr(steering, "belarusian", lambda words: [known[word] for word in words])
    steering._preferences.cache_clear()
    yield
    steering._preferences.cache_clear()


def analysed(russian, line):
    """What goes on of a line behind Apertium's analyser of Russian."""
    return next(iter(steering.filters([russian])["lt-proc -w"]([line])))


@pytest.mark.parametrize(
    ("russian", "line", "wanted"),
    [
        # a noun of the same letters
        (
            "Он живёт в Германии.",
            "^Германии/германий<n><m><nn><sg><prp>/Германия<np><top><f><sg><prp>$",
            "^Германии/Германия<np><top><f><sg><prp>$",
        ),
        # к asks for the genitive
        ("К дому он идёт.", "^К/к<pr>$ ^дому/дом<n><m><nn><sg><dat>$", "^К/к<pr>$ ^дому/дом<n><m><nn><sg><gen>$"),
        # о asks for the accusative, of an adjective too
        (
            "о новом доме",
            "^о/о<pr>$ ^новом/новый<adj><m><an><sg><prp>$ ^доме/дом<n><m><nn><sg><prp>$",
            "^о/о<pr>$ ^новом/новый<adj><m><nn><sg><acc>$ ^доме/дом<n><m><nn><sg><acc>$",
        ),
        (
            "о новом друге",
            "^о/о<pr>$ ^новом/новый<adj><m><an><sg><prp>$ ^друге/друг<n><m><aa><sg><prp>$",
            "^о/о<pr>$ ^новом/новый<adj><m><aa><sg><acc>$ ^друге/друг<n><m><aa><sg><acc>$",
        ),
        # two houses, in the plural
        (
            "Там два дома.",
            "^два/два<num><m><nn><sg><nom>$ ^дома/дом<n><m><nn><sg><gen>$",
            "^два/два<num><m><nn><sg><nom>$ ^дома/дом<n><m><nn><pl><nom>$",
        ),
        # what the rules for transfer would drop
        (
            "Она осуждена.",
            "^осуждена/осудить<vblex><perf><tv><pp><pasv><short><f><sg>$",
            "^осуждена/осудить<vblex><perf><tv><pp><pasv><f><an><sg><nom>$",
        ),
        ("Это находится там.", "^находится/находить¹<vblex><impf><pres><p3><sg><pass>$", "^находится/*находится$"),
        # an accident of the letters
        ("Он занят тем, что есть.", "^тем/тьма<n><f><nn><pl><gen>$", "^тем/*тем$"),
        (
            "Все знают.",
            "^Все/весь<prn><nt><an><sg><nom>/весь<prn><mfn><an><pl><nom>$",
            "^Все/весь<prn><mfn><an><pl><nom>$",
        ),
        (
            "Все это есть.",
            "^Все/весь<prn><nt><an><sg><nom>/весь<prn><mfn><an><pl><nom>$",
            "^Все/весь<prn><nt><an><sg><nom>$",
        ),
        # a name
        ("Том спит.", "^Том/тот<det><dem><nt><an><sg><prp>$", "^Том/*Том$"),
        (
            "о том",
            "^о/о<pr>$ ^том/том<n><m><nn><sg><nom>/тот<det><nt><an><sg><prp>$",
            "^о/о<pr>$ ^том/тот<det><nt><an><sg><acc>$",
        ),
        # what stands nowhere in the sentence stays
        ("Он там.", "^она/она<prn><f><sg><nom>$", "^она/она<prn><f><sg><nom>$"),
    ],
)
def test_one_reading_goes_on(words, russian, line, wanted):
    assert analysed(russian, line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "^Часть<n><f><nn><sg><ins>/Часць<n><f><nn><sg><ins>/Удзел<n><m><nn><sg><ins>$",
            "^Часть<n><f><nn><sg><ins>/Частка<n><f><nn><sg><ins>$",
        ),
        ("^около<pr>/наўкола<pr>$", "^около<pr>/каля<pr>$"),
        # another part
        ("^около<adv>/наўкола<adv>$", "^около<adv>/наўкола<adv>$"),
        ("^дом<n><m><nn><sg><gen>/дом²<n><m><nn><sg><gen>$", "^дом<n><m><nn><sg><gen>/дом²<n><m><nn><sg><gen>$"),
    ],
)
def test_the_word_that_the_table_prefers_stands_in_the_same_form(words, line, wanted):
    assert list(steering.filters([])["lrx-proc"]([line])) == [wanted]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("^новы<adj><m><an><sg><acc>$", "^новы<adj><m><nn><sg><acc>$"),
        ("^гэты<det><dem><f><nn><sg><acc>$", "^гэты<det><dem><f><an><sg><acc>$"),
        ("^яны<prn><mfn><pl><gen><pprep>$", "^яны<prn><mfn><pl><gen>$"),
        ("^дом<n><m><an><sg><acc>$", "^дом<n><m><an><sg><acc>$"),
    ],
)
def test_kinds_are_called_what_the_dictionary_of_forms_calls_them(line, wanted):
    assert list(steering.filters([])["apertium-transfer -n"]([line])) == [wanted]


@pytest.mark.parametrize(
    ("russian", "wanted"),
    [
        ("Это меры, позволяющие жить.", "Это меры, которые позволяют жить."),
        ("Нет людей, работавших там.", "Нет людей, которые работали там."),
        ("Нужны данные, используемые нами.", "Нужны данные, которые используются нами."),
        ("Сестра, уехавшая в Минск, спит.", "Сестра, которая уехала в Минск, спит."),
        # Belarusian has these
        ("Дом, построенный им, стоит.", "Дом, построенный им, стоит."),
        # before its noun it cannot become a clause
        ("Работающие люди спят.", "Работающие люди спят."),
    ],
)
def test_participles_that_belarusian_lacks_become_clauses(russian, wanted):
    assert as_clauses(russian) == wanted
