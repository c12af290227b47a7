"""The smallest number of people that anything is said about."""

SMALLEST = 5


class BadThreshold(ValueError):
    """The threshold is lower than it may ever be."""


def checked_threshold(threshold: int) -> int:
    """Give the threshold back, or refuse one below five: nobody may lower it, whatever the reason.

    Source: the house rule for every published figure; statistics offices use 3 to 10.

    >>> checked_threshold(10)
    10
    >>> checked_threshold(3)
    Traceback (most recent call last):
    ...
    medskab.methods.disclosure.threshold.BadThreshold: The threshold must be 5 or more, not 3.
    """
    if threshold < SMALLEST:
        raise BadThreshold(f"The threshold must be {SMALLEST} or more, not {threshold}.")
    return threshold
