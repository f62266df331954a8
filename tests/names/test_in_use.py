"""The register in use: what must change changes, in the right case, and nothing else is touched."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from translit.decisions import replay
from translit.names import NameBook, settle
from translit.passages import Passage

HERE = Path(__file__).parent
SETS = ("in_use.yaml", "in_use_unseen.yaml")
CASES = [case for name in SETS for case in yaml.safe_load((HERE / name).read_text(encoding="utf-8"))]
REGISTER = NameBook.read(HERE / "in_use_register.yaml")
# {was|is} must change, {stays} must not
MARKED = re.compile(r"\{([^{}|]*)(?:\|([^{}|]*))?\}")


def before(text: str) -> str:
    return MARKED.sub(lambda match: match[1], text)


def after(text: str) -> str:
    return MARKED.sub(lambda match: match[1] if match[2] is None else match[2], text)


def settled(case: dict[str, Any], text: str) -> str:
    book = REGISTER.in_force(case.get("style", ""), on=case.get("date", date(2026, 1, 1)))
    (decisions,) = settle([Passage("1", text)], tag=case["lang"], book=book)
    return replay(text, decisions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_what_must_change_changes_and_nothing_else(case: dict[str, Any]) -> None:
    assert settled(case, before(case["text"])) == after(case["text"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_what_is_settled_stays_settled(case: dict[str, Any]) -> None:
    assert settled(case, after(case["text"])) == after(case["text"])
