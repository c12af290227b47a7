"""What stands on the ground, read from a file of somebody else's: never trusted, cut to the area."""
