from pathlib import Path

import pytest

from translit.names import NameBook


@pytest.fixture(scope="session")
def book() -> NameBook:
    return NameBook.read(Path(__file__).parent / "people-sample.yaml")
