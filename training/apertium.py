"""Apertium (Debian: apertium-bel-rus, apertium-rus-ukr) as a function of lines (Khanna et al. 2021, "Recent advances in
Apertium"), and its stream format, which its steps hand on.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

_MODES = Path("/usr/share/apertium/modes")
_FROM_RUSSIAN = {"be": "rus-bel", "uk": "rus-ukr"}
# before a word that it does not know, one that has no partner, one that it cannot inflect, and round what it looked at
# again
MARKS = "*@#~"
# a word between ^ and $: as it stands, and its readings, or a dictionary form and what stands for it
UNIT = re.compile(r"\^((?:[^\\/$^]|\\.)+)/((?:[^\\$]|\\.)*)\$")

Filter = Callable[[Sequence[str]], Iterable[str]]


def from_russian(lines: Sequence[str], tag: str, filters: Mapping[str, Filter] | None = None) -> list[str]:
    """Russian lines in Belarusian or Ukrainian, a line each, with `MARKS`.

    filters: by how a step's command begins, what is shown the lines of the stream format behind it; what it gives back
    goes on
    """
    steps = ["apertium-destxt", *_steps(_MODES / f"{_FROM_RUSSIAN[tag]}.mode"), "apertium-retxt"]
    text = "".join(f"{line.translate(_UNMARKED)}\n" for line in lines)
    done = 0
    for number, step in enumerate(steps, 1):
        for beginning, changed in (filters or {}).items():
            if step.startswith(beginning):
                text = "\n".join(changed(_run(steps[done:number], text).split("\n")))
                done = number
    return _run(steps[done:], text).split("\n")[:-1]


def belarusian(words: Sequence[str]) -> list[str]:
    """The readings of Belarusian words, a line of the stream format each."""
    reader = next(step for step in _steps(_MODES / "bel-rus.mode") if "automorf" in step)
    return _run([reader], "\n".join(words)).split("\n")


_UNMARKED = {ord(mark): None for mark in MARKS}


def _run(steps: Sequence[str], text: str) -> str:
    return subprocess.run(
        ["bash", "-c", "|".join(steps)], input=text, capture_output=True, text=True, check=True
    ).stdout


def _steps(mode: Path) -> list[str]:
    """The steps of one of Apertium's modes but the tagger, whose perceptron ends in a fault on ambiguous words
    (apertium 3.8.3): the constraint grammar before it prints the first reading that it left."""
    steps = [step.strip() for step in mode.read_text(encoding="utf-8").split("|")]
    steps = [step.replace("cg-proc", "cg-proc -1 -n") for step in steps if not step.startswith("apertium-tagger")]
    return [step.replace("$1", "-g").replace("$2", "") for step in steps]
