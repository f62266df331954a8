"""Ukrainian from Russian, word for word, for text to learn to write from."""
