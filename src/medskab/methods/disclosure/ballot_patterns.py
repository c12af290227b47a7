"""Whether single ballots can be shown without anybody being recognised by the pattern of a ballot."""

from collections.abc import Iterable

FEWEST_ALIKE = 3
VOTERS_PER_POSSIBLE_BALLOT = 10


def may_publish_single_ballots(combination_counts: Iterable[int], possible: int, voters: int) -> bool:
    """Whether the ballots of a vote may be published one by one.

    Answers: could somebody sell or be pressed to give an agreed, unusual combination of marks, and be
    checked by it? Not if each combination that occurs does so at least three times, or if there are so
    few different ballots that each is common: at most one possible ballot for every ten voters.

    `combination_counts`: how often each combination occurs (those that occur). `possible`: how many
    different valid ballots there are. `voters`: ballots in the count.

    When not: it says nothing about totals, which are published in any case.

    Source: the "Italian attack" on published ballots; R. Di Cosmo, "On privacy and anonymity in electronic
    and non electronic voting: the ballot-as-signature attack" (2007).

    >>> may_publish_single_ballots([40, 31, 3], possible=1024, voters=74)
    True
    >>> may_publish_single_ballots([40, 31, 1], possible=1024, voters=72)
    False
    >>> may_publish_single_ballots([269, 362, 1], possible=3, voters=632)
    True
    """
    counts = [count for count in combination_counts if count]
    if any(count < 0 for count in counts) or possible < 1 or voters < 0:
        raise ValueError("Counts of ballots cannot be negative, and there is at least one possible ballot.")
    are_few = possible * VOTERS_PER_POSSIBLE_BALLOT <= voters
    return are_few or all(count >= FEWEST_ALIKE for count in counts)
