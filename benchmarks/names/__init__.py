"""Are two spellings one name: pairs drawn from lists of real spellings, ours beside the peers, and how fast each is."""
