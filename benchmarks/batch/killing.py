"""A batch that is killed at random moments and started again until it is through, held against a calm one."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.batch.running import Run


@dataclass(frozen=True, slots=True)
class Murders:
    """How it went: processes killed, batches that came through, and files that differed.

    amid  kills after which some results stood and others did not
    """

    kills: int
    amid: int
    batches: int
    differences: int

    def __str__(self) -> str:
        return (
            f"{self.kills} kills over {self.batches} batches, {self.amid} of them with some results there and others "
            f"not: {self.differences} differences from the calm run, nothing half-written, nothing written twice"
        )


def there(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes, but for the lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".translit.lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def murder(run: Run, kills: int, chance: random.Random, *, say: Callable[[str], object] = lambda _: None) -> Murders:
    """Kill so many processes, one to eight a batch: half at a moment of the run, half just as a result is written.

    Raises AssertionError if what stands after a kill is not whole, or was written twice.
    """
    if run.engine != "echo":
        run.warm_up()  # compiles the model, which is not what is to be killed here
    began = time.monotonic()
    run.whole("calm")
    length = time.monotonic() - began
    calm = there(run.folder / "calm")
    say(f"a calm run takes {length:.1f} s and leaves {len(calm)} files")
    killed = amid = batches = differences = 0
    while killed < kills:
        run.forget()
        out = run.folder / "killed"
        seen: dict[str, tuple[int, int]] = {}
        for _ in range(min(chance.randint(1, 8), kills - killed)):
            process = run.start("killed")
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, length * (1 - len(seen) / len(calm))))
            else:
                _wait(process, run.written("killed"), chance.randint(len(seen), len(calm)))
                time.sleep(chance.uniform(0, 0.02))
            process.send_signal(signal.SIGKILL)
            _, said = process.communicate()
            if process.returncode > 0:
                raise RuntimeError(said.decode())
            if process.returncode != -signal.SIGKILL:
                break  # it was through before
            killed += 1
            _look(out, calm, seen)
            amid += 0 < len(seen) < len(calm) - 1
        run.whole("killed")
        _look(out, calm, seen)
        left_over = there(out)
        differences += sum(left_over.get(name) != data for name, data in calm.items()) + len(left_over.keys() - calm)
        batches += 1
        say(f"batch {batches}: {killed} kills so far, {differences} differences")
        shutil.rmtree(out)
    return Murders(killed, amid, batches, differences)


def _wait(process: subprocess.Popen[bytes], written: Callable[[], int], results: int) -> None:
    while process.poll() is None and written() < results:
        time.sleep(0.001)


def _look(out: Path, calm: dict[str, bytes], seen: dict[str, tuple[int, int]]) -> None:
    """What stands there is whole, and the same file as when it was seen first."""
    if not out.exists():
        return
    for name, data in there(out).items():
        if not Path(name).name.startswith("."):
            assert data == calm.get(name), f"{name} is not what a calm run leaves"
            stat = (out / name).stat()
            if name != "batch.json":
                written = (stat.st_ino, stat.st_mtime_ns)
                assert seen.setdefault(name, written) == written, f"{name} was written again"
