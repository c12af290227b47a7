"""Whether a rent rise must go to a ballot of all households (urafstemning)."""

from fractions import Fraction

from .election import BadElection

_RISE_ABOVE = Fraction(15)
_MOST_SHARE = Fraction(1, 4)


def needs_household_ballot(
    rent_rise_percent: Fraction, demanded: int, voting: int, share: Fraction = _MOST_SHARE
) -> bool:
    """Whether the meeting's decision on a rent rise must go to all households.

    It must where the rise is *more than* 15 percent and at least the number set in the statutes demands it:
    `share` of those voting at the meeting, a quarter at most. Use it at an afdelingsmøde, with the numbers
    of the meeting. Not for other matters: the meeting may send any matter to all households.

    Raises `BadElection` where the numbers cannot be.

    Source: Danish law on social housing (almenboligloven) and the model statutes (normalvedtægter).

    >>> needs_household_ballot(Fraction(16), demanded=25, voting=100)
    True
    >>> needs_household_ballot(Fraction(15), demanded=25, voting=100)
    False
    """
    if not 0 < share <= _MOST_SHARE:
        raise BadElection("The statutes may ask for more than none and at most a quarter of those voting.")
    if not 0 <= demanded <= voting:
        raise BadElection("Those who demand a ballot are among those voting: none at least, all at most.")
    return rent_rise_percent > _RISE_ABOVE and demanded > 0 and demanded >= share * voting
