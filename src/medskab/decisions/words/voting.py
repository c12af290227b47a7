"""Who may vote and how a yes is found, in plain sentences for voters."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from medskab.decisions.models import BallotShape, Poll, VoterUnit

from .counting_rules import RULES

YES_NO: tuple[str | Promise, ...] = (
    gettext_lazy("Every vote is a yes, a no, or blank."),
    gettext_lazy("Yes wins when there are more yes than no."),
    gettext_lazy("Blank votes are counted and shown, and weigh for neither side."),
)


def who_may_vote(poll: Poll) -> str:
    """The electorate in one sentence."""
    where = {"place": poll.place or poll.area}
    if poll.unit == VoterUnit.HOME:
        number = poll.codes_per_home
        sentence = ngettext(
            "Each home in %(place)s has %(number)s vote, whoever lives there.",
            "Each home in %(place)s has %(number)s votes, whoever lives there.",
            number,
        )
        return sentence % {**where, "number": number}
    if not poll.minimum_age:
        return _("Everybody who lives in %(place)s has one vote.") % where
    words = _("Everybody who lives in %(place)s and is %(age)s or older has one vote.")
    return words % {**where, "age": poll.minimum_age}


def how_a_winner_is_found(poll: Poll) -> Sequence[str | Promise]:
    """Three sentences."""
    if poll.shape == BallotShape.YES_NO:
        return YES_NO
    return RULES[poll.rule].sentences if poll.rule in RULES else ()


def picture(poll: Poll) -> str:
    """Which drawing goes with the sentences."""
    return RULES[poll.rule].picture if poll.shape != BallotShape.YES_NO and poll.rule in RULES else ""


def what_to_do(poll: Poll) -> str:
    """The one thing to do on the ballot."""
    if poll.shape == BallotShape.YES_NO:
        return _("Choose yes, no or blank.")
    if poll.shape == BallotShape.POINTS:
        return _("You have %(points)s points. Give as many as you like to each proposal.") % {
            "points": poll.points
        }
    if poll.shape == BallotShape.RANKING:
        return _("Number the proposals you want: 1 is the one you want most. Choose %(range)s.") % {
            "range": _range(poll)
        }
    if poll.shape == BallotShape.KNAPSACK:
        return _("Spend the money as you would. Tick what you want, as long as it is paid for.")
    return _("Tick the proposals you want. Choose %(range)s.") % {"range": _range(poll)}


def _range(poll: Poll) -> str:
    if poll.least == poll.most:
        return str(poll.most)
    return _("from %(least)s to %(most)s") % {"least": poll.least, "most": poll.most}
