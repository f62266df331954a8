from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.decisions import Action, Decision, replay
from translit.names import NameBook, find_names, reconcile
from translit.passages import Span

CASES = yaml.safe_load((Path(__file__).parent / "names_reconciliation.yaml").read_text(encoding="utf-8"))


def settled(case: dict[str, Any], book: NameBook) -> tuple[Decision, ...]:
    mentions = find_names(case["source"], source=case["from"], target=case["to"], book=book)
    return reconcile(case["draft"], target=case["to"], book=book, mentions=mentions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_a_linguists_cases(case: dict[str, Any], book: NameBook) -> None:
    decisions = settled(case, book)
    assert replay(case["draft"], decisions) == case["expected"], [str(decision) for decision in decisions]
    missed = [decision.entry for decision in decisions if decision.action is Action.MISSED]
    assert missed == case.get("missed", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_what_is_settled_stays_settled(case: dict[str, Any], book: NameBook) -> None:
    again = settled({**case, "draft": case["expected"]}, book)
    assert [decision for decision in again if decision.before != decision.after] == []


def test_every_change_says_why_and_whose_name_it_is(book: NameBook) -> None:
    (mention,) = find_names("Tsikhanouskaya spoke.", source="en", target="ru", book=book)
    (decision,) = reconcile("Речь Циханоуской.", target="ru", book=book, mentions=[mention], passage="p7", sentence=2)
    assert (decision.action, decision.entry, decision.source) == (Action.SETTLED, "tsikhanouskaya", "Tsikhanouskaya")
    assert (decision.passage, decision.sentence, decision.span) == ("p7", 2, Span(5, 16))
    assert "Светлана Тихановская" in decision.reason


def test_a_name_that_is_right_is_accepted(book: NameBook) -> None:
    (mention,) = find_names("Ihar Losik spoke.", source="en", target="ru", book=book)
    (decision,) = reconcile("Говорил Игорь Лосик.", target="ru", book=book, mentions=[mention])
    assert (decision.action, decision.before) == (Action.ACCEPTED, "Игорь Лосик")


def test_a_name_no_register_knows_is_for_a_person_to_check(book: NameBook) -> None:
    mentions = find_names("It was Natallia Ivanova.", source="en", target="ru", book=book)
    (decision,) = reconcile("Это Natallia Ivanova.", target="ru", book=book, mentions=mentions)
    assert decision.action is Action.ROMANIZED and decision.doubtful
    assert "check" in decision.reason


def test_persons_met_elsewhere_in_the_article_count_too(book: NameBook) -> None:
    draft = "Циханоуская вернулась."
    assert reconcile(draft, target="ru", book=book) == ()
    decisions = reconcile(draft, target="ru", book=book, people=["tsikhanouskaya", "nobody-we-know"])
    assert replay(draft, decisions) == "Тихановская вернулась."


def test_taken_stretches_stay(book: NameBook) -> None:
    draft = "Циханоуская и Циханоуская."
    decisions = reconcile(draft, target="ru", book=book, people=["tsikhanouskaya"], taken=[Span(0, 11)])
    assert replay(draft, decisions) == "Циханоуская и Тихановская."


def test_a_case_that_cannot_be_told_is_doubted(book: NameBook) -> None:
    draft = "О том и речь, Марыі Калеснікава."
    decisions = reconcile(draft, target="ru", book=book, people=["kalesnikava"])
    assert all(decision.entry == "kalesnikava" for decision in decisions)
    assert replay(draft, decisions).endswith("Колесникова.")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Циханоуской",
                "Святлана",
                "Тихановская",
                "Losik",
                "с",
                "и",
                "«Лосик»",
                "пишут",
                "@Losik",
                "Лукашенка,",
                "в",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_replay_gives_a_text_in_which_nothing_is_left_to_do(book: NameBook, draft: str) -> None:
    source = "Sviatlana Tsikhanouskaya, Ihar Losik, Lukashenko"
    mentions = find_names(source, source="en", target="ru", book=book)
    after = replay(draft, reconcile(draft, target="ru", book=book, mentions=mentions))
    again = reconcile(after, target="ru", book=book, mentions=mentions)
    assert replay(after, again) == after
    assert len(after.split()) == len(draft.split())
