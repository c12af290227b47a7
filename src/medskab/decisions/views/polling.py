"""Staff set the vote up, rehearse it, and open it."""

from base64 import b64encode
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.codes import shown
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, issued, on_paper, polls, preflight, rules
from medskab.decisions.forms.polling import (
    DeskForm,
    KeysForm,
    LettersForm,
    OpenLettersForm,
    PollForm,
    RehearsalForm,
)
from medskab.decisions.models import Decision, Poll, PollState
from medskab.tools.vault.key_words import to_words

from .finding import decision_at


def poll_at(request: Any, *, slug: str) -> Poll:
    """The vote of a decision, rehearsals aside."""
    found = Poll.objects.for_area(request.area).filter(decision__slug=slug, is_rehearsal=False)
    poll = found.select_related("decision__area").first()
    if poll is None:
        raise Http404
    return poll


@page(rules.may_work_on, find=decision_at)
def poll(request: Any, decision: Decision) -> HttpResponse:
    """Everything about the vote in one place, and the next thing to do."""
    real = preflight.real_poll(decision)
    if real is not None and real.state == PollState.OPEN and real.closes_at and real.closes_at <= now():
        actions.close_poll(poll=real, by=request.person, now=now())
        real.refresh_from_db()
    context = {
        "decision": decision,
        "poll": real,
        "checks": preflight.before_voting(decision, now()),
        "counts": polls.poll_counts(real) if real and real.state != PollState.OPEN else None,
        "turnout": polls.turnout(real) if real and real.state == PollState.OPEN else None,
        "issues": real.issues.all() if real else [],
        "rehearsals": decision.polls.filter(is_rehearsal=True),
        "batches": real.paper_batches.all() if real else [],
        "may_conduct": rules.may_conduct(request.person, decision),
    }
    return render(request, "decisions/poll/poll.html", context)


@page(rules.may_conduct, find=decision_at)
def set_up(request: Any, decision: Decision) -> HttpResponse:
    """Who may vote, and how."""
    form = (
        PollForm(request.POST, decision=decision)
        if request.method == "POST"
        else PollForm.for_poll(decision, preflight.real_poll(decision))
    )

    def keep(**key: Any) -> Poll:
        return actions.prepare_poll(decision=decision, facts=form.facts, by=request.person, now=now(), **key)

    if form.carry_out(keep):
        return redirect("decision-poll", request.area.slug, decision.slug)
    return render(request, "decisions/poll/set_up.html", {"form": form, "decision": decision})


@page(rules.may_run_poll, find=poll_at)
def keys(request: Any, poll: Poll) -> HttpResponse:
    """Make the key pair; its private half is on the two sheets and nowhere else."""
    form = KeysForm(request.POST or None)
    if form.is_bound and form.is_valid():
        # A key made twice would leave a sheet that opens nothing, so the deed takes no second answer.
        made = form.carry_out(
            lambda **_key: actions.make_keys(
                poll=poll, custodians=form.custodians, by=request.person, now=now()
            )
        )
        if made:
            return once(request, "decisions/poll/key_sheets.html", poll, _key_sheet(form.answer))
    return render(
        request, "decisions/poll/keys.html", {"form": form, "poll": poll, "decision": poll.decision}
    )


@page(rules.may_run_poll, find=poll_at)
def letters(request: Any, poll: Poll) -> HttpResponse:
    """Make the codes of the homes; the letters leave sealed, once."""
    form = LettersForm(request.POST or None, by=request.person)

    def issue(**_key: Any) -> object:
        return actions.issue_letters(
            poll=poll, second=form.cleaned_data["second"], by=request.person, now=now()
        )

    if form.carry_out(issue):
        return issued.sealed_letters(form.answer, form.passphrase)
    context = {"form": form, "poll": poll, "decision": poll.decision, "open_form": OpenLettersForm()}
    return render(request, "decisions/poll/letters.html", context)


@page(rules.may_run_poll, find=poll_at)
def open_letters(request: Any, poll: Poll) -> HttpResponse:
    """Print the sealed letters: both halves of the passphrase are needed."""
    form = OpenLettersForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid() and (answer := form.letters_of(poll)):
        return answer
    context = {"open_form": form, "poll": poll, "decision": poll.decision}
    return render(request, "decisions/poll/letters.html", context)


@page(rules.may_run_poll, find=poll_at)
def desk(request: Any, poll: Poll) -> HttpResponse:
    """Codes handed out at the desk, counted and published."""
    form = DeskForm(request.POST or None, by=request.person)

    def issue(**_key: Any) -> object:
        given = form.cleaned_data
        return actions.issue_at_desk(
            poll=poll,
            count=given["count"],
            because=given["because"],
            second=given["second"],
            by=request.person,
            now=now(),
        )

    if form.carry_out(issue):
        codes = [shown(code) for code in form.answer.codes]
        return once(request, "decisions/poll/desk_codes.html", poll, {"codes": codes})
    return render(
        request, "decisions/poll/desk.html", {"form": form, "poll": poll, "decision": poll.decision}
    )


@page(rules.may_run_poll, find=poll_at)
def open_vote(request: Any, poll: Poll) -> HttpResponse:
    """The list of what must be in place, and the button that opens the urn for votes."""
    form = DeedForm(request.POST or None)
    decision = poll.decision
    checks = preflight.before_voting(decision, now())
    vote = decision.phases.filter(kind="vote").first()
    is_ready = vote is not None and all(check.is_done for check in checks)

    def start(**key: Any) -> Poll:
        return actions.start_voting(decision=decision, by=request.person, now=now(), **key)

    if form.carry_out(start):
        return redirect("decision-poll", request.area.slug, decision.slug)
    context = {"form": form, "poll": poll, "decision": decision, "checks": checks, "is_ready": is_ready}
    context["may_conduct"] = True
    return render(request, "decisions/poll/open_vote.html", context)


@page(rules.may_conduct, find=decision_at)
def rehearse(request: Any, decision: Decision) -> HttpResponse:
    """A vote with pretend ballots from beginning to end, on the real forms."""
    form = RehearsalForm(request.POST or None, by=request.person)

    def play(**key: Any) -> Poll:
        return actions.rehearse(
            decision=decision, second=form.cleaned_data["second"], by=request.person, now=now(), **key
        )

    if form.carry_out(play):
        return redirect("decision-rehearsal", request.area.slug, decision.slug)
    rehearsal = decision.polls.filter(is_rehearsal=True).first()
    context = {
        "form": form,
        "decision": decision,
        "rehearsal": rehearsal,
        "poll": preflight.real_poll(decision),
        "lines": issued.rehearsal_lines(rehearsal) if rehearsal else [],
    }
    return render(request, "decisions/poll/rehearsal.html", context)


def _key_sheet(poll: Poll) -> dict[str, Any]:
    """The private key as lines to type and as a picture to scan; it exists in this answer only."""
    private: bytes = poll.private_key  # type: ignore[attr-defined]
    sheets = [b64encode(sheet).decode() for sheet in on_paper.key_sheets(poll, private)]
    lines = to_words(private)
    keepers = list(zip(poll.custodians, sheets, strict=True))
    return {"lines": lines, "typed": " ".join(lines), "keepers": keepers}


def once(request: Any, template: str, poll: Poll, shown_once: dict[str, Any]) -> HttpResponse:
    """A page that is shown once and kept nowhere."""
    answer = render(request, template, {"poll": poll, "decision": poll.decision, **shown_once})
    answer["Cache-Control"] = "no-store"
    return answer
