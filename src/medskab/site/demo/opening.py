"""Opening an urn before witnesses, counting what was in it, and telling everybody."""

from medskab.decisions import actions
from medskab.decisions.models import Decision

from .voting import Vote
from .work import work

WITNESSES = ("tove", "hassan", "eva")


def open_before_witnesses(vote: Vote, *, day: int) -> Decision:
    """Two people bring the two sheets of the key, three look on."""
    actions.open_urn(
        poll=vote.poll,
        private_key=vote.private_key,
        witnesses=[vote.story.who(key).name for key in WITNESSES],
        by=vote.freja,
        now=vote.story.at(day, 18),
    )
    return _again(vote)


def count_and_publish(vote: Vote, *, day: int) -> Decision:
    """By equal shares; beside it, by votes alone, to compare."""
    decision, poll, freja = _again(vote), vote.poll, vote.freja
    order = actions.Order(poll.rule, poll.satisfaction, poll.completion)
    orders = [order, order.by_rule_alone("greedy-votes")]
    actions.order_count(decision=decision, orders=orders, by=freja, now=vote.story.at(day, 18, 30))
    work()
    return publish(vote, day=day + 1)


def publish(vote: Vote, *, day: int) -> Decision:
    """Everybody is told; what won has its money and somebody who carries it out."""
    return actions.publish(decision=_again(vote), by=vote.freja, now=vote.story.at(day, 9))


def _again(vote: Vote) -> Decision:
    return Decision.objects.select_related("area").get(pk=vote.poll.decision_id)
