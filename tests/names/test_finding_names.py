from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.errors import LanguageError
from translit.letters import scripts
from translit.names import NameBook, find_names, met
from translit.passages import MentionKind, Span

CASES = yaml.safe_load((Path(__file__).parent / "names_finding.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_linguists_cases(case: dict[str, Any], book: NameBook) -> None:
    found = find_names(case["text"], source=case["source"], target=case["target"], book=book)
    assert [(each.text, each.entry, each.gender) for each in found] == [
        (text, entry, gender) for text, entry, _, gender in case["found"]
    ]
    for mention, (_, _, target, _) in zip(found, case["found"], strict=True):
        assert mention.span.of(case["text"]) == mention.text
        assert mention.kind is MentionKind.NAME and mention.person
        assert target is None or mention.targets[0] == target


def test_a_name_no_register_knows_is_a_proposal_in_the_script_of_the_target(book: NameBook) -> None:
    (mention,) = find_names("It was signed by Andrei Kavalenka.", source="en", target="ru", book=book)
    assert not mention.sure
    assert mention.targets and all(scripts(target) == {"Cyrl"} for target in mention.targets)


def test_a_family_name_is_the_person_met_last(book: NameBook) -> None:
    text = "Lukashenko was there."
    (first,) = find_names(text, source="en", target="ru", book=book)
    (later,) = find_names(text, source="en", target="ru", book=book, known=["viktar", "lukashenko"])
    assert (first.entry, later.entry) == ("lukashenko", "viktar")
    assert met((first, later)) == ("viktar", "lukashenko")


def test_an_indeclinable_family_name_alone_is_fixed_but_its_given_name_is_not(book: NameBook) -> None:
    alone, whole = find_names("Lukashenko, or Alexander Lukashenko, spoke.", source="en", target="ru", book=book)
    assert (alone.fixed, whole.fixed) == (True, False)
    (other,) = find_names("Lukashenko spoke.", source="en", target="uk", book=book)
    assert not other.fixed


def test_what_is_taken_stays_taken(book: NameBook) -> None:
    text = "The Lukashenko Museum and Ihar Losik."
    found = find_names(text, source="en", target="ru", book=book, taken=[Span(4, 21)])
    assert [each.text for each in found] == ["Ihar Losik"]


def test_a_person_without_a_form_in_the_target_is_proposed(book: NameBook) -> None:
    (mention,) = find_names("Ursula von der Leyen spoke.", source="en", target="be", book=book)
    assert (mention.entry, mention.sure) == ("leyen", False)


def test_the_patronymic_is_part_of_the_name(book: NameBook) -> None:
    text = "Ответ Александра Григорьевича Лукашенко был краток."
    (mention,) = find_names(text, source="ru", target="en", book=book)
    assert mention.text == "Александра Григорьевича Лукашенко"
    assert mention.targets[0].startswith("Alexander ") and mention.targets[0].endswith(" Lukashenko")


def test_an_unknown_language_is_named(book: NameBook) -> None:
    with pytest.raises(LanguageError):
        find_names("A", source="xx-bad", target="ru", book=book)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Lukashenko", "Maria", "Kalesnikava", "the", "von", "der", "Leyen", "A.", "and", "Mr", "—", "said"]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_mentions_never_overlap_and_stand_in_order(book: NameBook, text: str) -> None:
    found = find_names(text, source="en", target="ru", book=book)
    assert all(each.span.of(text) == each.text and each.targets for each in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
