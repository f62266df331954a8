"""Headlines in title case, read as sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translit.annotations import annotated_spans
from translit.engines.folders import read
from translit.engines.framing import Frame
from translit.engines.headlines import sentence_case

TABLE = yaml.safe_load(Path(__file__).with_name("headlines.yaml").read_text(encoding="utf-8"))
MARKERS = ("⟦", "⟪", "⟫")


def wanted(case):
    return case["source"] if case.get("same") else case["expected"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["label"])
def test_cases(case):
    assert sentence_case(case["source"], annotated_spans(case["source"], MARKERS)) == wanted(case)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", TABLE["known_failures"], ids=lambda case: case["label"])
def test_known_failures(case):
    assert sentence_case(case["source"]) == wanted(case)


@given(st.text(alphabet=st.sampled_from("AaBbTtheIis '’.-Minsk⟦⟪⟫İß1"), max_size=60))
def test_capitals_alone_change(text):
    read_as = sentence_case(text)
    assert len(read_as) == len(text)
    assert read_as.lower() == text.lower()
    assert sentence_case(read_as) == read_as


def test_a_model_of_ours_reads_it_so_if_the_source_is_english(tiny):
    headline = "Minister Said Law Would Protect Small Rivers"
    [plain], [told] = (Frame(read(tiny), "ru", source=tag).frame([headline], None) for tag in ("", "en"))
    assert plain.sentence == headline
    assert told.sentence == "Minister said law would protect small rivers"
    assert told.source.spans[-1].end == len(headline)
