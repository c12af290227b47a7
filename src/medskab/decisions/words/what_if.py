"""What would have made a proposal win, in plain words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.decisions.amounts import Money, plain_number


def what_if_sentences(answer: Mapping[str, Any], money: Money) -> list[str]:
    """Two sentences: how many more votes, or which lower cost, would have been enough."""
    return [_votes(answer), _cost(answer, money)]


def _votes(answer: Mapping[str, Any]) -> str:
    votes = answer["votes"]
    if votes is None:
        if answer["votes_least"]:
            return _("No number of further votes would have been enough.")
        return _("We found no number of further votes that would have been enough.")
    sentence = ngettext(
        "With %(votes)s more vote it would have won.", "With %(votes)s more votes it would have won.", votes
    ) % {"votes": plain_number(votes)}
    return (
        sentence if answer["votes_least"] else f"{sentence} {_('Perhaps fewer would have been enough too.')}"
    )


def _cost(answer: Mapping[str, Any], money: Money) -> str:
    cost = answer["cost"]
    if cost is None:
        return _("We found no lower cost at which it would have won.")
    sentence = _("At a cost of %(cost)s it would have won.") % {"cost": money.coins(cost)}
    if answer["cost_least"]:
        return sentence
    return f"{sentence} {_('Perhaps a somewhat higher cost would have been possible too.')}"
