"""The command `translit`: thin verbs over the library, and the one place that turns an error into words.

Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 failed, 2 usage, 3 done with doubts under
`--strict`. Verbs import the library when they run, so that `translit --help` answers at once.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

import click

from translit.cli.complaint import complain
from translit.cli.evaluate import evaluate
from translit.cli.glossary import glossary
from translit.cli.memory import memory
from translit.cli.models import models
from translit.cli.names import names, reconcile
from translit.cli.spelling import compare, readings, schemes, transliterate
from translit.cli.translate import translate
from translit.errors import TranslitError


class _Mouth(click.Group):
    """Says what went wrong in one sentence a problem; never a traceback for a fault of the input."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TranslitError as error:
            complain(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("translit: stopped; files that were finished stay, nothing is half-written", err=True)
            ctx.exit(1)


@click.group(cls=_Mouth, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="translit-toolkit", prog_name="translit")
def main() -> None:
    """Translate news and reports offline, with a glossary that holds and one name for each person."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a letter gets a question mark, not a traceback
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


_SPELLING = (transliterate, readings, schemes, compare)
for verb in (translate, *_SPELLING, names, reconcile, glossary, evaluate, memory, models):
    main.add_command(verb)


def run() -> None:
    """The program: once it has said that it stops, it does not wait for an engine that is in the middle of a batch."""
    try:
        main()
    except SystemExit as end:
        if threading.active_count() > 1:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(end.code if isinstance(end.code, int) else 0)
        raise
