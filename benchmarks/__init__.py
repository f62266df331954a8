"""Runs that measure the house on public texts; each folder says what it measures and how to run it again."""
