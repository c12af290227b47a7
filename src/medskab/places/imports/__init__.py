"""Lists of homes from a file: read, freed of people, understood line by line, compared with what is there."""
