"""Bringing in a file of votes."""

from datetime import timedelta

import pytest

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.decisions import actions, calculations
from medskab.decisions.models import Decision, Proposal, State, Submission, Upload
from medskab.decisions.refusals import AlreadyAtWork, FileTooLarge, NothingToConfirm, NotYoursToDecide
from medskab.tools.jobs import actions as jobs
from medskab.tools.jobs.models import Job, JobState
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories


def submit(freja, content=factories.PB, **given):
    return actions.submit_file(
        **{"area": freja.area, "words": factories.WORDS, "file_name": "v.pb", "content": content}
        | {"by": freja, "now": now()}
        | given
    )


def kinds():
    return list(Line.objects.values_list("kind", flat=True))


def test_shows_what_is_in_the_file_before_it_is_taken_in(freja):
    decision = factories.draft(freja)
    reading = decision.upload.reading
    assert (reading["voters"], len(reading["proposals"]), reading["budget"]) == (6, 5, 10_000)
    assert (decision.state, Proposal.objects.count(), Submission.objects.count()) == (State.DRAFT, 0, 0)
    assert kinds() == ["decision.file_submitted", "decision.file_read"]


def test_takes_the_votes_in_whole(freja):
    decision = factories.imported(freja)
    assert (decision.state, decision.voters, decision.budget, decision.currency) == (
        "imported",
        6,
        10_000,
        "DKK",
    )
    bench = decision.proposals.get(project="1")
    assert (bench.title, bench.cost, bench.votes, bench.categories) == ("Bench", 4000, 4, ["place"])
    assert str(decision.decided_on) == "2026-04-20"
    assert kinds()[-1] == "decision.imported"


def test_keeps_nothing_that_points_to_a_voter(freja):
    decision = factories.imported(freja)
    kept = calculations.unpacked(decision.submission.packed).decode()
    assert kept.splitlines()[-6:] == ["1;1", "2;1", "3;1,2", "4;1,3", "5;2,3", "6;4"]
    assert "age" not in kept
    assert not Upload.objects.exists()


def test_says_in_plain_words_what_is_wrong_with_a_file(freja):
    decision = factories.draft(freja, b"PROJECTS\n")
    job = Job.objects.get()
    assert (job.state, job.error["en"]) == (
        JobState.FAILED,
        "Line 1: The section PROJECTS begins here, but META must come first. "
        "Put META, PROJECTS and VOTES in that order.",
    )
    assert (decision.title, decision.state) == (factories.WORDS["title"], State.DRAFT)


def test_takes_another_file_for_the_same_draft(freja):
    decision = factories.draft(freja, b"PROJECTS\n")
    words = factories.WORDS | {"title": "Better"}
    actions.replace_file(
        decision=decision, words=words, file_name="b.pb", content=factories.PB, by=freja, now=now()
    )
    run_pending_jobs()
    decision.refresh_from_db()
    assert (decision.title, decision.upload.reading["voters"]) == ("Better", 6)
    assert Upload.objects.count() == 1


def test_waits_while_a_file_is_read(freja):
    decision = submit(freja)
    with pytest.raises(AlreadyAtWork):
        actions.discard_draft(decision=decision, by=freja, now=now())
    assert Decision.objects.exists()


def test_keeps_nothing_when_it_is_discarded(freja):
    for decision in (factories.draft(freja), factories.imported(freja)):
        actions.discard_draft(decision=decision, by=freja, now=now())
    left = [model.objects.count() for model in (Decision, Upload, Submission, Proposal)]
    assert (left, kinds()[-1]) == ([0, 0, 0, 0], "decision.discarded")


def test_does_not_discard_what_is_counted(freja):
    decision = factories.counted(freja)
    with pytest.raises(CannotAct):
        actions.discard_draft(decision=decision, by=freja, now=now())
    assert Decision.objects.count() == 1


def test_keeps_nothing_when_the_reading_is_stopped(freja, monkeypatch):
    def read(packed, tell):
        jobs.ask_to_cancel(job=Job.objects.get(), by=freja, now=now())
        tell(0.5)

    monkeypatch.setattr(calculations, "read_file", read)
    submit(freja)
    run_pending_jobs()
    assert Job.objects.get().state == JobState.CANCELLED
    assert (Decision.objects.count(), Upload.objects.count()) == (0, 0)
    assert kinds()[-1] == "decision.import_stopped"


def test_forgets_by_night_what_was_stopped_before_it_began(freja):
    decision = submit(freja)
    jobs.ask_to_cancel(job=Job.objects.get(), by=freja, now=now())
    actions.forget_old_drafts(by=None, now=now())
    assert Decision.objects.filter(pk=decision.pk).exists()
    actions.forget_old_drafts(by=None, now=now() + timedelta(hours=2))
    assert not Decision.objects.exists()


def test_forgets_what_nobody_confirms_for_a_month(freja):
    factories.draft(freja)
    actions.forget_old_drafts(by=None, now=now() + timedelta(days=29))
    assert Upload.objects.exists()
    actions.forget_old_drafts(by=None, now=now() + timedelta(days=31))
    assert (Decision.objects.count(), Upload.objects.count()) == (0, 0)


def test_refuses_whoever_is_no_facilitator_here(freja, outsiders, area):
    draft = factories.draft(freja)
    for who in outsiders:
        with pytest.raises(NotYoursToDecide):
            submit(freja, by=who, area=area)
        with pytest.raises(NotYoursToDecide):
            actions.confirm_import(decision=draft, currency="DKK", by=who, now=now())
        with pytest.raises(NotYoursToDecide):
            actions.discard_draft(decision=draft, by=who, now=now())
    assert Decision.objects.get().state == State.DRAFT


def test_refuses_a_file_that_is_too_large(freja):
    with pytest.raises(FileTooLarge):
        submit(freja, b"x" * (20 * 1024 * 1024 + 1))
    assert (Decision.objects.count(), Job.objects.count()) == (0, 0)


def test_confirms_once(freja):
    decision = factories.draft(freja)
    first = actions.confirm_import(
        decision=decision, currency="DKK", by=freja, now=now(), idempotency_key="one"
    )
    again = actions.confirm_import(
        decision=decision, currency="DKK", by=freja, now=now(), idempotency_key="one"
    )
    assert (first.pk, Proposal.objects.count()) == (again.pk, 5)
    with pytest.raises(NothingToConfirm):
        actions.confirm_import(decision=decision, currency="DKK", by=freja, now=now())


def test_leaves_nothing_behind_when_it_breaks_halfway(freja, broken_halfway):
    decision = factories.draft(freja)
    broken = broken_halfway()
    with pytest.raises(broken):
        submit(freja)
    with pytest.raises(broken):
        actions.confirm_import(decision=decision, currency="DKK", by=freja, now=now())
    with pytest.raises(broken):
        actions.discard_draft(decision=decision, by=freja, now=now())
    assert (Decision.objects.get().state, Upload.objects.count(), Proposal.objects.count()) == ("draft", 1, 0)


def test_gives_each_title_an_address_of_its_own(freja):
    slugs = [
        submit(freja, words=factories.WORDS | {"title": title}).slug
        for title in ("New", "Årets gård", "Årets gård")
    ]
    assert slugs == ["decision-new", "aarets-gaard", "aarets-gaard-2"]
