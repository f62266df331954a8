"""Dictionary forms of Belarusian words, by the spelling dictionary of Debian (hunspell, hunspell-be, CC BY-SA)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable


def stems(words: Iterable[str]) -> dict[str, str]:
    """The first stem of each of the lower-case words that has one; of none where hunspell is not installed.

    The dictionary lists a verb's present by its first person (аспрэчваю), which is no dictionary form: it is left out.
    """
    if not (asked := sorted(set(words))) or shutil.which("hunspell") is None:
        return {}
    done = subprocess.run(
        ["hunspell", "-s", "-d", "be_BY", "-i", "utf-8"],
        input="\n".join(asked), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        word, _, stem = line.partition(" ")
        if stem and not stem.endswith(("у", "ю")):
            found.setdefault(word, stem)
    return found
