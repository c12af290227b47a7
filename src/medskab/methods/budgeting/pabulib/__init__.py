"""The parts of the `.pb` format: texts, rows, amounts, projects, ballots. Enter by `read_pb` and `write_pb`."""
