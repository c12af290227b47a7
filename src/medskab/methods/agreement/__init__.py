"""How far several people agree who read the same things and judged each for themselves."""
