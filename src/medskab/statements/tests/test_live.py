"""Open result pages are told of new votes, at most once a second, and of each count."""

from medskab.common.clock import now
from medskab.statements import actions
from medskab.statements.live import tell_of_count, topic_of
from medskab.tools.live.models import LiveTopic

from . import factories


def _told(asked):
    return LiveTopic.objects.filter(key=topic_of(asked)).values_list("revision", flat=True).first() or 0


def test_tells_of_votes_once_a_second_and_of_each_count(area, freja):
    asked = factories.conversation(area, freja)
    said = factories.statement(asked)
    for key in ("one", "two", "three"):
        actions.cast_vote(statement=said, choice=1, voter=actions.Voter(key), by=None, now=now())
    assert _told(asked) == 1
    tell_of_count(asked)
    assert _told(asked) == 2
