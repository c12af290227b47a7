"""All that calls the algorithms: counts, words for a result, the next card, files, what is odd."""
