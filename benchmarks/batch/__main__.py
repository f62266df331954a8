"""The promises as verbs; see the package's docstring."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from tempfile import mkdtemp

import click

from benchmarks.batch.inbox import fill
from benchmarks.batch.running import Run


@click.group()
@click.option("--engine", type=click.Choice(["ctranslate", "echo"]), default="ctranslate", show_default=True)
@click.option("--seed", type=int, help="Of the articles and the moments; drawn and printed if left out.")
@click.option("--files", default=60, show_default=True)
@click.option("--sentences", default=12, show_default=True, help="Of a file, about.")
@click.pass_context
def main(context: click.Context, engine: str, seed: int | None, files: int, sentences: int) -> None:
    """Does a batch keep what it promises?"""
    seed = random.SystemRandom().randrange(10**6) if seed is None else seed
    folder = Path(mkdtemp(prefix="batch-"))
    context.call_on_close(lambda: shutil.rmtree(folder))
    words = fill(folder / "in", files, seed=seed, sentences=sentences)
    print(f"seed {seed}: {files} files, {words} words, engine {engine}")
    context.obj = (Run(folder, engine), seed)


@main.command()
@click.option("--kills", default=40, show_default=True)
@click.pass_obj
def kill(told: tuple[Run, int], kills: int) -> None:
    """A real process, killed at random moments and started again, against one that was let be."""
    from benchmarks.batch.killing import murder

    run, seed = told
    print(murder(run, kills, random.Random(seed), say=print))


@main.command()
@click.pass_obj
def again(told: tuple[Run, int]) -> None:
    """A first run, a second over the same files, and one whose results were removed but which are remembered."""
    run, _ = told
    run.warm_up()
    first = run.timed("out")
    second = run.timed("out")
    shutil.rmtree(run.folder / "out")
    remembered = run.timed("out")
    print(f"first run                          {first:7.2f} s")
    print(f"again, results there               {second:7.2f} s   {first / second:5.1f} times faster")
    print(f"again, results removed, remembered {remembered:7.2f} s   {first / remembered:5.1f} times faster")


@main.command()
@click.pass_obj
def memory(told: tuple[Run, int]) -> None:
    """How much memory a run takes while its files go by."""
    from benchmarks.batch.growing import watched

    print(watched(told[0]))


if __name__ == "__main__":
    main()
