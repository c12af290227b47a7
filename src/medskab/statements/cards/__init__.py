"""What a voter is shown: the card that comes next, and statements that say nearly the same."""
