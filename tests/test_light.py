"""`import translit` is light, and `translit --help` needs none of the heavy libraries."""

import subprocess
import sys

import pytest

HEAVY = {"ctranslate2", "transformers", "torch", "sentencepiece", "pymorphy3", "lxml", "numpy", "rich", "sentencex"}


def loaded(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("code", ["import translit", "import translit.cli"])
def test_nothing_heavy_comes_in(code):
    modules = loaded(code)
    assert "translit" in modules
    assert not modules & HEAVY


def test_every_public_name_can_be_had():
    import translit

    assert sorted(translit.__all__) == sorted(translit._ROOMS)
    assert all(getattr(translit, name) for name in translit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        translit.nothing  # noqa: B018
