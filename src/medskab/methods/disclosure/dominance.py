"""Whether one payer or receiver stands out of a sum of money."""


def is_dominated(total: int, largest: int, second: int, percent: int = 10) -> bool:
    """Whether whoever gave the second largest amount could place the largest within `percent` per cent.

    The p-per-cent rule: what is left of the sum without the two largest hides the largest; if that is
    less than p per cent of it, the sum gives it away. All amounts are in the same unit, whole.

    When not: for counts of people, which have no single amounts.

    Source: A. Hundepool and others, "Statistical Disclosure Control" (2012), section 4.2.2.

    >>> is_dominated(total=10_000, largest=9_000, second=500)
    True
    >>> is_dominated(total=10_000, largest=4_000, second=3_000)
    False
    """
    return (total - largest - second) * 100 < percent * largest
