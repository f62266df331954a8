"""A term in the draft: whether it stands there, and else in which form, in place of which words, it shall.

`accepting` finds the forms that stand in a draft already; `stretch` the words that stand for the others; `government`
tells the case their place asks for. `prepositions`, `verbs`, `places` and `persons` set right what contradicts its
neighbours, and `around` the neighbours themselves. `terms` makes a `plan` for each term and carries them out.
"""
