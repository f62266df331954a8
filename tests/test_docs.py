"""The README tells the truth: its verbs exist, its transcripts run, its Python runs."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from translit.cli import main
from translit.evaluation import quality
from translit.transliteration import schemes

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# names that a translation in the README holds whatever else the model says, by its language
SETTLED = {
    "ru": ("Светлана Тихановская", "Лукашенко", "Независимости"),
    "en": ("Sviatlana Tsikhanouskaya", "Pavel Latushka", "Maria Kalesnikava"),
}


def transcripts(mark=""):
    """(command, what it printed) of each console block; `mark` is the comment before the block."""
    opening = rf"{re.escape(mark)}\n```console\n" if mark else r"(?<!-->)\n```console\n"
    blocks = re.findall(rf"{opening}(.*?)```", README, re.DOTALL)
    return [
        found
        for block in blocks
        for found in re.findall(r"^\$ translit (.*?)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


def run(command, monkeypatch):
    monkeypatch.chdir(ROOT)
    return CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)


def verbs(group, before=""):
    for name, command in group.commands.items():
        yield from verbs(command, f"{before}{name} ") if hasattr(command, "commands") else [f"{before}{name}"]


def test_every_verb_stands_in_the_readme():
    table = README[README.index("## Verbs") :]
    for verb in verbs(main):
        assert all(f"`{word}" in table or f" {word}" in table for word in verb.split()), verb


@pytest.mark.parametrize(("command", "printed"), transcripts())
def test_transcripts_print_what_they_say(command, printed, monkeypatch):
    assert run(command, monkeypatch).output == printed


@pytest.mark.parametrize(("command", "printed"), transcripts("<!-- model output -->"))
def test_the_translation_is_the_one_shown(command, printed, monkeypatch, tmp_path):
    """Processors round differently, so a beam may turn elsewhere; names and gist must not."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = run(command, monkeypatch)
    assert done.exit_code == 0
    assert quality([done.stdout], [printed]).chrf > 70
    for name in SETTLED[command.split("--to ")[1].split()[0]]:
        assert name in done.stdout and name in printed


def test_the_python_of_the_readme_runs(monkeypatch, tmp_path, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    for folder in ("glossaries", "examples"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    exec(compile(code, "README.md", "exec"), {})
    assert "Минск" in (tmp_path / "march.ru.txt").read_text(encoding="utf-8")
    assert "<section" in (tmp_path / "march.ru.html").read_text(encoding="utf-8")


def test_the_example_of_the_changelog_and_the_card_exist():
    for link in re.findall(r"\]\(([^)h][^)]*)\)", README):
        assert (ROOT / link).exists(), link


def test_the_readme_counts_the_schemes() -> None:
    assert f"lists {len(schemes())} ways to write" in README
