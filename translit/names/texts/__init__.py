"""Names in running text: seeing them, knowing whom they mean, and giving each its settled spelling in the right case.

`finding` serves a sentence that is to be translated, `reconciliation` the draft of it, `settling` a text
that is written already, `collecting` a batch whose names are to become a register.
"""
