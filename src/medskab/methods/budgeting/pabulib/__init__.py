"""The parts of the `.pb` format; enter by `read_pb` and `write_pb`."""
