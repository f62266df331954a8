"""Belarusian from Russian: Apertium, and by their letters the words that Apertium lacks, most of its verbs among
them."""
