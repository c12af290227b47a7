"""Plain English for what would have made a project win."""

from .money_text import money_text
from .what_if import WhatIf


def what_if_text(found: WhatIf, currency_unit: int) -> str:
    """Say how far a project was from being funded: by more votes, by a lower cost.

    Use it on the command line and in plain text. Not on pages: these have sentences of their own, translated.

    >>> what_if_text(WhatIf("7", 12, True, 5500, True, counts=9), 1)
    'With 12 more votes it would have been funded. At a cost of 5,500 it would too.'
    """
    return f"{_votes(found)} {_cost(found, currency_unit)}"


def _votes(found: WhatIf) -> str:
    if found.votes is None:
        known = "would have been enough" if found.votes_least else "was found that would have been enough"
        return f"No number of further votes {known}."
    fewer = "" if found.votes_least else ", and perhaps with fewer"
    votes = "vote" if found.votes == 1 else "votes"
    return f"With {found.votes:,} more {votes} it would have been funded{fewer}."


def _cost(found: WhatIf, currency_unit: int) -> str:
    if found.cost is None:
        return "No lower cost was found that would have been enough."
    higher = "" if found.cost_least else ", and perhaps at a higher one"
    also = "it would have been funded" if found.votes is None else "it would too"
    return f"At a cost of {money_text(found.cost, currency_unit)} {also}{higher}."
