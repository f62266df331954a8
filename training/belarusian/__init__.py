"""Belarusian from Russian, for text to learn to write from: Apertium, which is told what a word is and which word is
the common one, and by their letters the words that it lacks, most verbs among them.
"""
