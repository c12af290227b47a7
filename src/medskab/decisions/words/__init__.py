"""What pages, posters and cards say about a result, in the reader's language."""
