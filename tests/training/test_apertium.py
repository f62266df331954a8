"""Apertium's programs in a row."""

import stat

import pytest

from training import apertium


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Programs that stand for Apertium's: a grammar that must print one reading and a tagger that must not run."""
    bodies = {
        "apertium-destxt": "cat",
        "apertium-retxt": "cat",
        "apertium-tagger": "exit 139",
        "cg-proc": '[ "$1 $2" = "-1 -n" ] && cat',
        "lt-proc": '[ "$1" = "-g" ] && sed "s/Закон/Закан/;s/принят/*принят/"',
    }
    for name, body in bodies.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(stat.S_IRWXU)
    (tmp_path / "rus-bel.mode").write_text("cg-proc -w a.rlx | apertium-tagger -g $2 a.prob | lt-proc $1 a.bin\n")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(apertium, "_MODES", tmp_path)


def test_lines_stay_lines_and_unknown_words_are_marked(programs):
    # marks of its own in a text would be taken for marks
    assert apertium.from_russian(["Закон принят.", "Идёт *дождь"], "be") == ["Закан *принят.", "Идёт дождь"]


def test_what_a_filter_gives_back_of_a_line_goes_on(programs):
    seen = []

    def shouting(lines):
        seen.extend(lines)
        return [line.upper() for line in lines]

    assert apertium.from_russian(["Закон", "Дождь"], "be", {"lt-proc -g": shouting}) == ["ЗАКАН", "ДОЖДЬ"]
    assert seen == ["Закан", "Дождь", ""]
