"""The memory of a run, looked at while its files go by (Linux: from /proc)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.batch.running import Run


@dataclass(frozen=True, slots=True)
class Growth:
    """Megabytes held when so many results stood; `reading` is the most before the first of them."""

    peak: float
    reading: float
    held: tuple[tuple[int, float], ...]

    @property
    def each(self) -> float:
        """Kilobytes more a file, from a tenth of the files to the last."""
        (early, before), (late, after) = self.held[0], self.held[-1]
        return 1000 * (after - before) / max(late - early, 1)

    def __str__(self) -> str:
        lines = [f"peak {self.peak:.0f} MB; before the first result {self.reading:.0f} MB"]
        lines += [f"{done:6} results: {megabytes:5.0f} MB" for done, megabytes in self.held]
        return "\n".join([*lines, f"{self.each:+.2f} KB a file"])


def watched(run: Run) -> Growth:
    """Run the batch to its end. Raises RuntimeError with what was said if it fails."""
    total = sum(path.is_file() for path in (run.folder / "in").rglob("*"))
    run.warm_up()  # to compile the model takes more than to use it
    process = run.start("out")
    status, written = Path(f"/proc/{process.pid}/status"), run.written("out")
    reading = peak = 0.0
    held: list[tuple[int, float]] = []
    while process.poll() is None:
        time.sleep(0.2)
        try:
            now, peak = _megabytes(status, "VmRSS"), _megabytes(status, "VmHWM")
        except (OSError, KeyError):  # it has just ended
            break
        done = written()
        if not done:
            reading = max(reading, now)
        elif done >= total * (len(held) + 1) // 10:
            held.append((done, now))
    _, said = process.communicate()
    if process.returncode:
        raise RuntimeError(said.decode())
    return Growth(peak, reading, tuple(held))


def _megabytes(status: Path, name: str) -> float:
    said = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(said[name].split()[0]) / 1000
