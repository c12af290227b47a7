"""Which short texts are about the same, in any language, by words and runs of signs alone."""
