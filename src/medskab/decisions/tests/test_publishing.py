"""Making a result public, and withdrawing it."""

import pytest

from medskab.audit.models import Line
from medskab.common.append_only import WrittenForGood
from medskab.common.clock import now
from medskab.decisions import actions, queries, snapshots
from medskab.decisions.models import Publication, Ruling, State
from medskab.decisions.refusals import (
    CountIsOutOfDate,
    NothingToPublish,
    NotPublic,
    NotYoursToDecide,
    WordsAreMissing,
)
from medskab.notifications.models import News

from . import factories


def ready(by, **words):
    decision = factories.counted(by, **words)
    return actions.write_words(decision=decision, words=factories.MEANING, by=by, now=now())


def publish(decision, by, **given):
    return actions.publish(decision=decision, by=by, now=now(), **given)


def test_keeps_what_went_out_word_for_word(freja):
    decision = publish(ready(freja), freja)
    publication = Publication.objects.get()
    assert (decision.state, decision.publication) == (State.PUBLISHED, publication)
    assert publication.sha256 == snapshots.digest(publication.snapshot)
    assert publication.snapshot["count"]["winners"] == ["1", "3"]
    assert publication.summary["won"] == 2
    assert Line.objects.last().figures["sha256"] == publication.sha256
    with pytest.raises(WrittenForGood):
        publication.delete()


def test_does_not_publish_before_it_says_what_it_means(freja):
    with pytest.raises(WordsAreMissing):
        publish(factories.counted(freja), freja)
    assert not Publication.objects.exists()


def test_does_not_publish_a_count_that_is_out_of_date(freja):
    decision = ready(freja)
    words = {"reason": "Too dear", "decided_by": "The board"}
    actions.decide_by_hand(
        decision=decision, project="1", ruling=Ruling.EXCLUDE, words=words, by=freja, now=now()
    )
    with pytest.raises(CountIsOutOfDate):
        publish(decision, freja)
    assert not Publication.objects.exists()


def test_publishes_once(freja):
    decision = ready(freja)
    publish(decision, freja, idempotency_key="one")
    publish(decision, freja, idempotency_key="one")
    assert Publication.objects.count() == 1
    decision.refresh_from_db()
    with pytest.raises(NothingToPublish):
        publish(decision, freja)


def test_does_not_publish_what_was_counted_again_meanwhile(freja):
    seen = ready(freja)
    factories.counted(freja, decision=seen)
    with pytest.raises(NothingToPublish):
        publish(seen, freja)
    assert not Publication.objects.exists()


def test_publishes_corrected_words_beside_the_first(freja):
    decision = factories.published(freja)
    words = factories.MEANING | {"meaning": "Work begins in June."}
    actions.write_words(decision=decision, words=words, by=freja, now=now())
    first, second = Publication.objects.all()
    decision.refresh_from_db()
    assert decision.publication == second
    assert [one.snapshot["meaning"] for one in (first, second)] == [
        "Work begins in May.",
        "Work begins in June.",
    ]


def test_shows_single_ballots_only_where_nobody_can_be_recognised(freja):
    assert factories.published(freja).publication.snapshot["ballots"] == "withheld"
    public = factories.published(freja, title="B", ballots_already_public_at="https://example.org")
    assert public.publication.snapshot["ballots"] == "public"
    alike = factories.PB.partition(b"VOTES")[0] + b"VOTES\nvoter_id;vote\na;1\nb;1\nc;1\nd;2\ne;2\nf;2\n"
    assert factories.published(freja, alike, title="C").publication.snapshot["ballots"] == "common"
    demo = factories.facilitator(factories.area("demo-area", is_demo=True), "d")
    assert factories.published(demo).publication.snapshot["ballots"] == "demo"


def test_withdraws_with_a_reason_and_stays(freja, area):
    decision = factories.published(freja)
    decision = actions.withdraw(decision=decision, because="Two boxes were missing", by=freja, now=now())
    assert (decision.state, decision.withdrawn_because) == (State.WITHDRAWN, "Two boxes were missing")
    assert decision in queries.published(area)
    with pytest.raises(NotPublic):
        actions.withdraw(decision=decision, because="Again", by=freja, now=now())


def test_tells_everybody_of_the_area_once(freja, outsiders, area):
    decision = factories.published(freja)
    actions.withdraw(decision=decision, because="Two boxes were missing", by=freja, now=now())
    news = News.objects.order_by("id").values_list("person__name", "kind")
    assert list(news) == [("ida", "decisions/published"), ("ida", "decisions/withdrawn")]


def test_tells_nobody_of_what_never_went_out(freja, outsiders):
    actions.withdraw(decision=factories.counted(freja), because="A rehearsal", by=freja, now=now())
    assert not News.objects.exists()


def test_sets_aside_what_never_went_out(freja, area):
    decision = factories.counted(freja)
    actions.withdraw(decision=decision, because="Only a rehearsal", by=freja, now=now())
    assert list(queries.published(area)) == []
    assert list(queries.unpublished(area)) == [decision]


def test_refuses_whoever_is_no_facilitator_here(freja, outsiders):
    decision = ready(freja)
    for who in outsiders:
        with pytest.raises(NotYoursToDecide):
            publish(decision, who)
        with pytest.raises(NotYoursToDecide):
            actions.write_words(decision=decision, words={"meaning": "x"}, by=who, now=now())
        with pytest.raises(NotYoursToDecide):
            actions.withdraw(decision=decision, because="x", by=who, now=now())
    decision.refresh_from_db()
    assert (decision.state, decision.meaning) == (State.COUNTED, "Work begins in May.")


def test_leaves_nothing_behind_when_it_breaks_halfway(freja, broken_halfway):
    decision = ready(freja)
    broken = broken_halfway()
    with pytest.raises(broken):
        publish(decision, freja)
    with pytest.raises(broken):
        actions.withdraw(decision=decision, because="x", by=freja, now=now())
    decision.refresh_from_db()
    assert (decision.state, decision.publication, Publication.objects.count()) == (State.COUNTED, None, 0)
