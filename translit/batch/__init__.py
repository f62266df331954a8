"""Many files into one folder, so that nothing is lost, done twice or half-written, whenever the run is killed.

    plan    which files there are, and where each result goes
    record  what was written here: `batch.json`, and the journal of a batch under way
    carry   the files through translators, one result after the other
    forecast  what would be done, and about how long it would take

A file is done if its record has the same key (`key_of`: every file and option of the batch) and its
results still have the digests that were written down before they were put in place. A result that a
person changed, or that no batch wrote, is not overwritten unasked. Two batches do not
work in one folder at once.
"""

from translit.batch.carrying import Batch, Outcome
from translit.batch.plan import Item, is_batch, plan, renamed
from translit.batch.record import Entry, digest, known_languages

__all__ = [
    "Batch",
    "Entry",
    "Item",
    "Outcome",
    "digest",
    "is_batch",
    "known_languages",
    "plan",
    "renamed",
]
