"""The demo's story: a plan from above voted down, one made together carried, and money shared out."""

import gzip

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from medskab.common.clock import now
from medskab.common.codes import read_code
from medskab.decisions import actions, queries
from medskab.decisions.models import Decision, DeliveryState, Poll, ShapingState
from medskab.gatherings.models import Gathering, State
from medskab.initiatives.models import Initiative
from medskab.mandates.models import Mandate
from medskab.methods.board.verifier import verify
from medskab.needs.models import Channel, Input, InputState, Need, Wall
from medskab.people.models import Person
from medskab.resources import queries as money
from medskab.rounds.models import Round
from medskab.site.demo import bills, budget, budget_vote, build, interviews, plans, survey, thinking, today
from medskab.site.demo.cast import CAST
from medskab.statements.models import Conversation, StatementState, Vote
from medskab.surveys.models import Response, Survey, SurveyState
from medskab.threads.queries import thread_of

from .factories import built_demo

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock(), built_demo(tmp_path_factory.mktemp("media")):
        yield


def decision(title: str) -> Decision:
    return Decision.objects.select_related("area", "publication").get(title=title)


def poll_of(title: str) -> Poll:
    return Poll.objects.get(decision__title=title, is_rehearsal=False)


def checked(title: str) -> dict[str, str]:
    """What a stranger finds who checks the board with the verifier."""
    found = decision(title)
    board = Client().get(reverse("decision-board-lines", args=[found.area.slug, found.slug])).content
    ballots = gzip.decompress(found.submission.packed) if found.is_budget else None
    return {name: found for name, found, _text in verify(board, ballots)}


def test_votes_the_plan_from_above_down_and_carries_the_one_made_together() -> None:
    above, together = decision(plans.FROM_ABOVE), decision(plans.TOGETHER)
    assert above.publication.summary["result"] == "rejected"
    assert together.publication.summary["result"] == "adopted"
    vote = queries.standing_vote(together)
    cast = vote.yes + vote.no + vote.blank + vote.invalid
    assert (cast, vote.homes, vote.votes_per_home) == (plans.DIGITAL + plans.PAPER, 1_345, 2)


def test_counts_four_hundred_ballots_and_finds_winners_within_the_money() -> None:
    found = decision(budget.TITLE)
    won = queries.winners(found)
    assert found.voters == budget_vote.BALLOTS == 400
    assert 5 <= len(won) < found.proposals.count() == 14
    assert sum(one.cost for one in won) <= found.budget


def test_counts_other_winners_by_votes_alone() -> None:
    found = decision(budget.TITLE)
    other = found.counts.get(rule="greedy-votes")
    assert set(other.outcome["winners"]) != set(found.official_count.outcome["winners"])


def test_takes_votes_in_by_all_four_channels() -> None:
    closed = poll_of(budget.TITLE).board.get(kind="closed").body
    assert (closed["digital"], closed["paper"]) == (370, 31)
    opened = poll_of(budget.TITLE).board.get(kind="opened").body
    assert opened["spoilt"] == 1
    envelopes = poll_of(budget.TITLE).envelopes.count()
    assert envelopes > closed["digital"]  # some voted again, and one of them on paper


def test_keeps_boards_that_a_stranger_can_check() -> None:
    assert set(checked(budget.TITLE).values()) == {"ok"}
    found = checked(plans.TOGETHER)
    assert {name for name, what in found.items() if what != "ok"} == {"file", "ballots", "result"}
    assert "WRONG" not in found.values()  # single votes of homes are never published


def test_gives_what_won_its_money_and_somebody() -> None:
    deliveries = list(decision(budget.TITLE).deliveries.select_related("commitment"))
    assert len(deliveries) == len(queries.winners(decision(budget.TITLE)))
    assert all(one.commitment and one.carried_out_by for one in deliveries)
    late = [one for one in deliveries if one.is_late(timezone.localdate(now()))]
    assert len(late) == 1
    assert sum(one.state == DeliveryState.DONE for one in deliveries) >= 3


def test_pays_its_bills_and_lets_one_wait_for_a_second_person() -> None:
    line = decision(budget.TITLE).budget_line
    paid = sum(one.amount_ore for one in money.paid_on(line))
    assert paid == sum(one.kroner * 100 for one in bills.BILLS if one.is_agreed)
    assert money.waiting_on(line).count() == 1
    assert not money.recompute(line.area)  # every balance is what was posted


def test_merges_with_consent_and_leaves_alone_what_an_author_refuses() -> None:
    states = set(decision(budget.TITLE).shapings.values_list("kind", "state"))
    assert states == {("merge", ShapingState.DONE), ("merge", ShapingState.REFUSED)}


def test_is_open_to_a_visitor_with_a_code_of_the_demo() -> None:
    poll = poll_of(today.YOUNG_TITLE)
    code = read_code(today.new_codes(1)[0])
    before = poll.envelopes.count()
    choice = {"spend": [decision(today.YOUNG_TITLE).proposals.first().project]}
    actions.cast(poll=poll, code=code, choice=choice, idem_key="visitor", now=now())
    assert poll.envelopes.count() == before + 1


def test_takes_proposals_for_the_next_budget() -> None:
    found = decision(today.NEXT_TITLE)
    assert queries.is_on(found, now(), "propose")
    assert found.drafts.count() == len(today.NEXT_IDEAS)


def test_hears_people_through_many_channels_and_owes_some_an_answer() -> None:
    assert set(Input.objects.values_list("channel", flat=True)) >= set(Channel.values) - {Channel.SMS}
    states = set(Input.objects.values_list("state", flat=True))
    assert states == {InputState.NEW, InputState.JOINED, InputState.ANSWERED, InputState.DECLINED}
    assert set(Need.objects.values_list("kind", flat=True)) == {"need", "asset"}


def test_lets_a_young_resident_lead() -> None:
    studio = Initiative.objects.get(title="Lydstudie i kælderen")
    assert (studio.lead.name, studio.state) == ("Yusuf (demo)", "running")
    assert Mandate.objects.filter(is_youth=True).count() == 1


def test_holds_its_meetings_lawfully() -> None:
    states = list(Gathering.objects.order_by("begins_at").values_list("state", flat=True))
    assert states == [State.PUBLISHED, State.PUBLISHED, State.PUBLISHED, State.CALLED]


def test_leads_from_what_was_said_to_what_was_built() -> None:
    need = Need.objects.get(title="Lys på stien til skolen")
    viewer = Person.objects.get(account__email="amira@demo.invalid")
    assert thread_of(need, viewer=viewer)


def test_marks_everybody_as_invented() -> None:
    assert all(player.name.endswith("(demo)") for player in CAST)
    assert Person.objects.exclude(name__endswith="(demo)").count() == 0


def test_builds_nothing_twice() -> None:
    assert build.is_built()
    assert list(build.build()) == []


def test_thinks_twice_and_asks_twice() -> None:
    over, now_open = (Conversation.objects.get(title=title) for title in (thinking.YARDS, thinking.EVENINGS))
    assert (over.state, now_open.state) == ("closed", "open")
    assert over.statements.filter(state=StatementState.SHOWN).count() == len(thinking.SAID)
    assert Vote.objects.filter(voice__conversation=over).count() > 500
    assert now_open.statements.filter(state=StatementState.WAITING).count() == 1
    page = Client(HTTP_ACCEPT_LANGUAGE="da").get(f"{over.get_absolute_url()}result/").text
    assert thinking.SAID[0][0] in page


def test_has_a_round_to_walk_and_a_wall_that_hangs() -> None:
    walk, wall = Round.objects.get(), Wall.objects.get()
    assert walk.conversation.title == thinking.EVENINGS
    assert walk.survey.state == SurveyState.OPEN
    assert wall.notes.filter(shown_at__isnull=False).count() == 3
    assert Client().get(f"/engparken/w/{wall.code}/").status_code == 200


def test_publishes_the_first_wave_of_its_survey_and_keeps_the_second_open() -> None:
    first, second = Survey.objects.order_by("id")
    assert (first.state, second.state) == (SurveyState.CLOSED, SurveyState.OPEN)
    assert Response.objects.filter(survey=first).count() == survey.ANSWERS
    assert second.frozen_hash == first.frozen_hash
    assert Client().get(f"{first.get_absolute_url()}result/").status_code == 200


def test_shows_words_of_speakers_beside_three_needs_and_nowhere_their_talks() -> None:
    quoted = [one for one in interviews.TALKS if one.quoted_for]
    for one in quoted:
        page = Client().get(Need.objects.get(title=one.quoted_for).get_absolute_url()).text
        assert one.words in page
        assert one.said not in page
