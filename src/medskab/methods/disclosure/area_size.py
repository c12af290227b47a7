"""Whether an area is large enough for tables of its own."""

FEWEST_RESIDENTS = 100
FEWEST_HOUSEHOLDS = 50


def may_publish_area(residents: int, households: int) -> bool:
    """Whether a table about an area may be published at all: at least 100 residents and 50 households.

    When not: it says nothing about the cells of the table; those go through `protect_counts`.

    Source: the house rule, after the practice of Danish register data on small areas.

    >>> may_publish_area(residents=100, households=50)
    True
    >>> may_publish_area(residents=400, households=49)
    False
    """
    return residents >= FEWEST_RESIDENTS and households >= FEWEST_HOUSEHOLDS
