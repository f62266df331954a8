"""Are two names one person's? The parts of a name, how each may sound and be spelled, and what tells them apart.

Nothing here reads a text or a register: `comparison` holds one name against another, `matrix` many
against many by folded keys, `blocks` and `clustering` put a million together without comparing each
with each.
"""
