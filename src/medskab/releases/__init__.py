"""What may be published about groups of people: the one release log and its refusals."""
