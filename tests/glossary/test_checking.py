from translit.glossary import Entry, Glossary, Kind, Target, check


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
