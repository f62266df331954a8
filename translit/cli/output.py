"""Where results go, for the verbs that write one file to a file and several into a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click


def or_stdout(_: click.Context, __: click.Parameter, output: Path | None) -> Path | None:
    """`-o -` is standard output, as without -o, and no file of that name."""
    return None if str(output) == "-" else output


def named(_: click.Context, __: click.Parameter, output: Path | None) -> Path | None:
    """A place for what is not for standard output. Raises UsageError for `-o -`."""
    from translit.errors import UsageError

    if str(output) == "-":
        raise UsageError("-o wants the name of a file; without it a list goes to standard output")
    return output


def folder_for(files: Sequence[Path], output: Path | None) -> Path | None:
    """The folder that the results go into, made if it is not there; None where `output` is no folder.

    Raises UsageError if two of the files have one name, OutputError if the folder cannot be made.
    """
    from translit.errors import OutputError, UsageError

    if output is None or not (len(files) > 1 or output.is_dir()):
        return None
    twice = sorted(name for name, times in Counter(path.name for path in files).items() if times > 1)
    if twice:
        raise UsageError(f"two files are called {twice[0]}, and one would be written over the other")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"the folder could not be made: {fault.strerror}", output) from fault
    return output
