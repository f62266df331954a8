"""Apertium (Debian: apertium-bel-rus, apertium-rus-ukr) as a function of lines (Khanna et al. 2021, "Recent advances in
Apertium")."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

_MODES = Path("/usr/share/apertium/modes")
_FROM_RUSSIAN = {"be": "rus-bel", "uk": "rus-ukr"}
# before a word that it does not know, one that has no partner, one that it cannot inflect, and round what it looked at
# again
MARKS = "*@#~"


def from_russian(lines: Sequence[str], tag: str) -> list[str]:
    """Russian lines in Belarusian or Ukrainian, a line each, with `MARKS`."""
    steps = ["apertium-destxt", *_steps(_MODES / f"{_FROM_RUSSIAN[tag]}.mode"), "apertium-retxt"]
    text = "".join(f"{line.translate(_UNMARKED)}\n" for line in lines)
    done = subprocess.run(["bash", "-c", "|".join(steps)], input=text, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


_UNMARKED = {ord(mark): None for mark in MARKS}


def _steps(mode: Path) -> list[str]:
    """The steps of one of Apertium's modes but the tagger, whose perceptron ends in a fault on ambiguous words
    (apertium 3.8.3): the constraint grammar before it prints the first reading that it left."""
    steps = [step.strip() for step in mode.read_text(encoding="utf-8").split("|")]
    steps = [step.replace("cg-proc", "cg-proc -1 -n") for step in steps if not step.startswith("apertium-tagger")]
    return [step.replace("$1", "-g").replace("$2", "") for step in steps]
