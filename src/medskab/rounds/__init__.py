"""From door to door: the route of a round, what became of each door, and the bag that brings it home."""
