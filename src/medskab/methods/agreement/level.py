"""What a value means decides how far two values are apart."""

from enum import Enum


class Level(Enum):
    """The four levels of measuring."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"
