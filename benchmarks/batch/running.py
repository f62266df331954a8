"""`translit translate` over an inbox as a process of its own, with a cache of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """An inbox, `folder/in`, that is translated into folders beside it; the cache is `folder/cache`."""

    folder: Path
    engine: str

    def start(self, out: str, files: str = "in") -> subprocess.Popen[bytes]:
        """Begin, and do not wait."""
        words = [sys.executable, "-m", "translit", "translate", str(self.folder / files), "-o", str(self.folder / out)]
        words += ["--from", "en", "--to", "ru", "--engine", self.engine, "-q"]
        environment = os.environ | {"XDG_CACHE_HOME": str(self.folder / "cache")}
        # compiled modules are kept, as they are where pip has installed them
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.Popen(words, cwd=ROOT, env=environment, stderr=subprocess.PIPE)

    def written(self, out: str) -> Callable[[], int]:
        """How many results the batch under way has written down."""
        journal = self.folder / out / ".translit-journal.jsonl"

        def lines() -> int:
            try:
                return journal.read_bytes().count(b"\n")
            except FileNotFoundError:  # not yet begun, or through
                return 0

        return lines

    def whole(self, out: str) -> None:
        """To the end. Raises RuntimeError with what was said if it fails."""
        process = self.start(out)
        _, said = process.communicate()
        if process.returncode:
            raise RuntimeError(said.decode())

    def timed(self, out: str) -> float:
        """To the end; seconds."""
        began = time.monotonic()
        self.whole(out)
        return time.monotonic() - began

    def warm_up(self) -> None:
        """Compile the model and read what is on the disk, with one file, and forget its translation."""
        self.start("warm.txt", "in/000/article-00000.txt").communicate()
        self.forget()

    def forget(self) -> None:
        """Remove the translation memory; the compiled model stays."""
        for part in (self.folder / "cache" / "translit").glob("memory*"):
            part.unlink()
