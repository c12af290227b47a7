"""Paper at the desk, typing the papers twice, and opening the urn."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.decisions import actions, papers, polls, rules
from medskab.decisions.forms.polling import BatchForm, CodeForm, OpenUrnForm
from medskab.decisions.models import PaperBatch, Poll, PollState

from .polling import poll_at


def batch_at(request: Any, *, slug: str, number: int) -> PaperBatch:
    """A bundle of papers by its number."""
    found = PaperBatch.objects.for_area(request.area).filter(
        poll__decision__slug=slug, poll__is_rehearsal=False, number=number
    )
    batch = found.select_related("poll__decision__area").first()
    if batch is None:
        raise Http404
    return batch


@page(rules.may_run_poll, find=poll_at)
def check_in(request: Any, poll: Poll) -> HttpResponse:
    """Somebody votes on paper: their code is used up, and what they cast on a phone does not count."""
    form = CodeForm(request.POST or None)

    def use(**_key: Any) -> object:
        return actions.check_in_on_paper(
            poll=poll, code=form.cleaned_data["code"], by=request.person, now=now()
        )

    is_done = form.carry_out(use)
    context = {
        "form": CodeForm() if is_done else form,
        "is_done": is_done,
        "poll": poll,
        "decision": poll.decision,
    }
    return render(request, "decisions/poll/check_in.html", context)


@page(rules.may_type, find=poll_at)
def batches(request: Any, poll: Poll) -> HttpResponse:
    """The bundles of papers, and a new one."""
    form = BatchForm(request.POST or None)

    def begin(**key: Any) -> PaperBatch:
        return actions.start_batch(
            poll=poll,
            papers=form.cleaned_data["papers"],
            box=form.cleaned_data["box"],
            by=request.person,
            now=now(),
            **key,
        )

    if form.carry_out(begin):
        return redirect("decision-batch", request.area.slug, poll.decision.slug, form.answer.number)
    context = {
        "form": form,
        "poll": poll,
        "decision": poll.decision,
        "rows": papers.rows(poll, request.person),
        "is_closed": poll.state == PollState.CLOSED,
        "may_go_back": rules.may_work_on(request.person, poll.decision),
    }
    return render(request, "decisions/poll/batches.html", context)


@page(rules.may_enter_papers, find=batch_at)
def batch(request: Any, batch: PaperBatch) -> HttpResponse:
    """Type one paper after the other, without seeing what the other person typed."""
    desk = papers.desk_of(batch, request.person, asked=request.GET.get("paper"))
    form = papers.paper_form(batch, desk, request.POST or None)

    def keep(**key: Any) -> object:
        return actions.enter_paper(
            batch=batch, number=desk.number, choice=form.choice, by=request.person, now=now(), **key
        )

    if form.carry_out(keep):
        return redirect("decision-batch", request.area.slug, batch.poll.decision.slug, batch.number)
    context = {"form": form, "desk": desk, "batch": batch, "decision": batch.poll.decision}
    return render(request, "decisions/poll/batch.html", context)


@page(rules.may_enter_papers, find=batch_at)
def finish(request: Any, batch: PaperBatch) -> HttpResponse:
    """All papers of the bundle are typed: are both the same?"""
    form = papers.FinishForm(request.POST or None)
    if form.carry_out(actions.finish_entry, batch=batch, by=request.person, now=now()):
        return redirect("decision-batches", request.area.slug, batch.poll.decision.slug)
    context = {
        "form": form,
        "desk": papers.desk_of(batch, request.person),
        "batch": batch,
        "decision": batch.poll.decision,
    }
    return render(request, "decisions/poll/finish.html", context)


@page(rules.may_run_poll, find=poll_at)
def urn(request: Any, poll: Poll) -> HttpResponse:
    """In front of witnesses: type the key in, and the urn is opened."""
    form = OpenUrnForm(request.POST or None)

    def open_it(**_key: Any) -> Poll:
        given = form.cleaned_data
        return actions.open_urn(
            poll=poll,
            private_key=given["key_words"],
            witnesses=form.names,
            because=given["because"],
            by=request.person,
            now=now(),
        )

    if form.carry_out(open_it):
        return redirect("decision-urn", request.area.slug, poll.decision.slug)
    context = {
        "form": form,
        "poll": poll,
        "decision": poll.decision,
        "counts": polls.poll_counts(poll),
        "is_closed": poll.state == PollState.CLOSED,
        "is_opened": poll.state in (PollState.OPENED, PollState.DESTROYED),
        "papers": papers.rows(poll, request.person),
    }
    return render(request, "decisions/poll/urn.html", context)


@page(rules.may_run_poll, find=poll_at)
def destroy_key(request: Any, poll: Poll) -> HttpResponse:
    """Both sheets are torn up, in front of somebody."""
    form = papers.FinishForm(request.POST or None)
    if form.carry_out(actions.destroy_key, poll=poll, by=request.person, now=now()):
        return redirect("decision-urn", request.area.slug, poll.decision.slug)
    return render(
        request, "decisions/poll/destroy_key.html", {"form": form, "poll": poll, "decision": poll.decision}
    )
