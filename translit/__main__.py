"""`python -m translit` is the command `translit`."""

from translit.cli import run

run()
