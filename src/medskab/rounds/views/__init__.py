"""The pages of rounds: those of staff, and the one that works without network."""
