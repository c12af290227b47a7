"""Round counts by chance to a base, so that no table has gaps and none is exact."""

from collections.abc import Mapping
from hashlib import blake2b

BASE = 5


def round_counts(counts: Mapping[str, int], secret: bytes, base: int = BASE) -> dict[str, int]:
    """Each count as a multiple of the base: up or down by chance, so that on average it is right.

    Answers: what can be shown on a board that must not have holes? A count c becomes the multiple below
    with chance 1 − (c mod base)/base, else the one above: unbiased, off by at most base − 1, zero stays
    zero. The chance of a cell hangs on its name, its count and the secret alone: asking again gives the
    same answer, so that nothing can be learnt from the average of many answers. Keep the secret secret.

    When not: where totals must add up (they are rounded on their own), or where a number is decided on.

    Source: A. Hundepool and others, "Statistical Disclosure Control" (2012), section 5.4.3.

    >>> round_counts({"Block 1": 0, "Block 2": 20, "Block 3": 3}, b"kept apart")
    {'Block 1': 0, 'Block 2': 20, 'Block 3': 5}
    """
    if base < BASE:
        raise ValueError(f"The base must be {BASE} or more, not {base}.")
    return {name: _rounded(name, count, secret, base) for name, count in counts.items()}


def _rounded(name: str, count: int, secret: bytes, base: int) -> int:
    rest = count % base
    drawn = blake2b(f"{name}\0{count}".encode(), key=secret[:64], digest_size=8).digest()
    is_up = int.from_bytes(drawn) * base < rest << 64
    return count - rest + (base if is_up else 0)
