"""Who the persons and places of our news are: the register, its house styles, and reading and writing it.

`book` says what a register file looks like, `searching` looks names up in one that is long.
"""
