"""The way of a facilitator through the forms, and what readers see."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from medskab.common.clock import now
from medskab.decisions import actions
from medskab.decisions.models import Decision, HouseholdVote, Override, Proposal
from medskab.tools.jobs.models import Job
from medskab.tools.jobs.tests.factories import run_pending_jobs

from . import factories

KEY = {"idempotency_key": "one"}


def at(name, decision=None):
    return reverse(name, args=["engen", *([decision.slug] if decision else [])])


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def signed_in(client, freja):
    factories.sign_in(client, freja)
    return client


def send_file(client, content=factories.PB, **given):
    file = SimpleUploadedFile("votes.pb", content)
    return client.post(at("decision-new"), {**factories.WORDS, **KEY, "file": file, **given})


def test_goes_from_a_file_to_a_published_result(signed_in):
    assert send_file(signed_in).url == reverse("job", args=["engen", Job.objects.get().ref])
    run_pending_jobs()
    decision = Decision.objects.get()
    assert "This is in the file" in text(signed_in.get(at("decision-work", decision)))
    signed_in.post(at("decision-confirm", decision), {**KEY, "idempotency_key": "2", "currency": "DKK"})
    count = {"rule": "equal-shares", "compare": ["greedy-votes"], "minimum_votes": 0, "completion": "add1"}
    signed_in.post(at("decision-count", decision), {"idempotency_key": "3", "tie_break": "id", **count})
    run_pending_jobs()
    signed_in.post(at("decision-words", decision), {"idempotency_key": "4", **factories.MEANING})
    assert "as everybody will see it" in text(signed_in.get(at("decision-publish", decision)))
    signed_in.post(at("decision-publish", decision), {"idempotency_key": "5"})
    page = text(signed_in.get(at("decision", decision)))
    assert "2 of 5 proposals will be carried out" in page
    assert "Its supporters had kr" in page


def test_sends_a_file_once(signed_in):
    first, second = send_file(signed_in), send_file(signed_in)
    assert (first.url, Decision.objects.count(), Job.objects.count()) == (second.url, 1, 1)


def test_keeps_what_was_typed_when_the_file_is_bad(signed_in):
    send_file(signed_in, b"PROJECTS\n", title="Our budget", source_note="From the town hall")
    run_pending_jobs()
    page = text(signed_in.get(at("decision-file", Decision.objects.get())))
    assert "META must come first" in page
    assert 'value="Our budget"' in page
    assert 'value="From the town hall"' in page


def test_says_on_the_form_what_is_missing(signed_in):
    page = text(signed_in.post(at("decision-new"), {**KEY, "title": "Our budget"}))
    assert "Something is missing or wrong" in page
    assert 'value="Our budget"' in page
    assert not Decision.objects.exists()


def test_warns_with_line_numbers(signed_in, freja):
    odd = factories.PB.replace(b"budget;100", b"budget;100\nnum_votes;9")
    page = text(signed_in.get(at("decision-work", factories.draft(freja, odd))))
    assert "1 thing to look at" in page
    assert "Line 5: META says num_votes 9, but the file holds 6 ballots." in page


def test_discards_after_asking(signed_in, freja):
    decision = factories.draft(freja)
    assert "Nothing of it is kept" in text(signed_in.get(at("decision-discard", decision)))
    assert signed_in.post(at("decision-discard", decision), KEY).url == at("decisions")
    assert not Decision.objects.exists()


def test_decides_by_hand(signed_in, freja):
    decision = factories.imported(freja)
    said = {"project": "4", "ruling": "fund", "reason": "Already paid", "decided_by": "The town"}
    signed_in.post(at("decision-by-hand", decision), {**KEY, **said})
    assert Override.objects.get().proposal == Proposal.objects.get(project="4")
    assert "Already paid" in text(signed_in.get(at("decision-work", decision)))


@pytest.mark.parametrize("line", ["1, 77", "1"])
def test_says_which_exclusion_makes_no_sense(signed_in, freja, line):
    decision = factories.imported(freja)
    count = {"rule": "greedy-votes", "minimum_votes": 0, "completion": "add1", "tie_break": "id"}
    page = text(signed_in.post(at("decision-count", decision), {**KEY, **count, "incompatible": line}))
    assert "There is no proposal with the number 77" in page or "at least two proposals" in page


def test_withdraws_in_public(signed_in, client, freja):
    decision = factories.published(freja)
    signed_in.post(at("decision-withdraw", decision), {**KEY, "because": "Two boxes were missing"})
    client.logout()
    page = text(client.get(at("decision", decision)))
    assert "This result is withdrawn" in page
    assert "Two boxes were missing" in page
    assert "2 of 5 proposals" in page


def test_enters_a_vote_of_the_homes_once(signed_in):
    words = {"title": "Rebuild?", "nature": "decision"} | factories.MEANING
    for _time in range(2):
        answer = signed_in.post(at("decision-new-vote"), {**KEY, **words, **factories.VOTE})
    assert (HouseholdVote.objects.count(), answer.status_code) == (1, 302)
    refused = signed_in.post(at("decision-new-vote"), {**KEY, **words, **factories.VOTE, "homes": 1})
    assert "642 votes are more than 1 homes can cast" in text(refused)


def test_corrects_a_vote_beside_the_first(signed_in, freja):
    decision = factories.vote_of_homes(freja, is_published=True)
    vote = factories.VOTE | {"yes": 268, "because": "Counted twice"}
    signed_in.post(at("decision-correct", decision), {**KEY, **vote})
    page = text(signed_in.get(at("decision", decision)))
    assert "268 votes for, 362 against." in page
    assert "269 yes, 362 no" in page
    assert "Counted twice" in page


def test_says_on_the_page_that_a_hearing_decides_nothing(client, freja):
    page = text(client.get(at("decision", factories.published(freja, nature="hearing"))))
    assert "This is a hearing, not a decision" in page
    assert "The hearing points to 2 of 5 proposals" in page


def test_sorts_and_filters_without_scripts(client, freja):
    address = at("decision", factories.published(freja))
    names = re.findall(r'outcomes__title"><bdi>(.*?)</bdi>', text(client.get(address + "?order=cheapest")))
    assert names == ["Herbs", "Bench", "Nobody wants this", "Party", "Fountain"]
    page = text(client.get(address + "?shown=others&category=life&order=nonsense"))
    assert re.findall(r'outcomes__title"><bdi>(.*?)</bdi>', page) == ["Party", "Nobody wants this"]


def test_finds_out_what_would_have_been_enough(client, freja):
    decision = factories.published(freja)
    address = reverse("decision-what-if", args=["engen", decision.slug, 4])
    assert "Find out" in text(client.get(address))
    client.post(address, KEY)
    assert "It is being counted" in text(client.get(address))
    run_pending_jobs()
    assert "it would have won" in text(client.get(address))


def test_shows_the_words_of_people_as_words(client, freja):
    nasty = '<script>alert("x")</script>'
    odd = factories.PB.replace(b"Bench", nasty.encode())
    decision = factories.published(freja, odd, title=nasty)
    for name in ("decision", "decision-embed", "decisions"):
        page = client.get(at(name, decision if name != "decisions" else None)).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


def test_lists_results_with_their_headline_and_says_when_there_are_none(client, area, freja):
    assert "Nothing is decided here yet" in text(client.get(at("decisions")))
    factories.published(freja)
    factories.vote_of_homes(freja, is_published=True)
    page = text(client.get(at("decisions")))
    assert "2 of 5 proposals will be carried out." in page
    assert "The homes voted no." in page


def test_does_not_show_an_expired_draft(signed_in, freja):
    decision = factories.draft(freja)
    actions.forget_old_drafts(by=None, now=now() + timedelta(days=31))
    assert signed_in.get(at("decision-work", decision)).status_code == 404
