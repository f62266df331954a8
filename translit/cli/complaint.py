"""How every verb says that something failed."""

from __future__ import annotations

import click

from translit.errors import TranslitError


def complain(error: TranslitError) -> None:
    """One line a problem, on stderr."""
    for problem in error.problems:
        click.echo(f"translit: {problem}", err=True)
