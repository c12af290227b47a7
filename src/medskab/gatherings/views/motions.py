"""Motions: handed in by residents, answered by the board."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.gatherings import actions, rules
from medskab.gatherings.forms.motions import DeclineForm, MotionForm, PaperMotionForm, WithdrawForm
from medskab.gatherings.models import Gathering, Motion, MotionState

from .doing import form_page, is_done, one_press, to
from .finding import gathering_at, motion_at


@page(rules.may_hand_in, find=gathering_at)
def hand_in(request: Any, gathering: Gathering) -> HttpResponse:
    """A resident hands in a motion."""
    form = MotionForm(request.POST or None)
    words = form.words if form.is_valid() else {}
    if is_done(request, form, actions.hand_in_motion, gathering=gathering, words=words):
        return to(
            "gathering", gathering, _("Your motion is handed in. You are told what becomes of it."), request
        )
    return form_page(request, form, gathering, gathering.get_absolute_url())


@page(rules.may_see_motion, find=motion_at)
def motion(request: Any, motion: Motion) -> HttpResponse:
    """A motion and what became of it."""
    context = {
        "motion": motion,
        "gathering": motion.gathering,
        "is_author": rules.is_author(request.person, motion),
        "may_conduct": rules.may_conduct_motion(request.person, motion),
        "is_waiting": motion.state == MotionState.RECEIVED,
    }
    return render(request, "gatherings/motion.html", context)


@page(rules.is_author, find=motion_at)
def withdraw(request: Any, motion: Motion) -> HttpResponse:
    """Its author takes it back."""
    form = WithdrawForm(request.POST or None)
    if is_done(request, form, actions.withdraw_motion, motion=motion):
        return redirect(motion.get_absolute_url())
    return form_page(request, form, motion.gathering, motion.get_absolute_url())


@page(rules.may_conduct, find=gathering_at)
def from_paper(request: Any, gathering: Gathering) -> HttpResponse:
    """Write down what came on paper."""
    form = PaperMotionForm(request.POST or None, initial={"received_at": now()})
    given = {"words": form.words, "received_at": form.cleaned_data["received_at"]} if form.is_valid() else {}
    if is_done(request, form, actions.take_paper_motion, gathering=gathering, **given):
        return to("gathering-work", gathering, _("The motion is written down."), request)
    return form_page(request, form, gathering, reverse("gathering-work", args=_at(gathering)))


@page(rules.may_conduct_motion, find=motion_at)
def put_on(request: Any, motion: Motion) -> HttpResponse:
    """Onto the agenda."""
    return one_press(request, actions.put_on_agenda, "gathering-work", motion.gathering.slug, motion=motion)


@page(rules.may_conduct_motion, find=motion_at)
def decline(request: Any, motion: Motion) -> HttpResponse:
    """Not for this meeting, with the reason."""
    form = DeclineForm(request.POST or None)
    because = form.cleaned_data.get("because", "") if form.is_valid() else ""
    if is_done(request, form, actions.decline_motion, motion=motion, because=because):
        return to("gathering-work", motion.gathering, _("The motion has its answer."), request)
    return form_page(request, form, motion.gathering, motion.get_absolute_url())


def _at(gathering: Gathering) -> list[str]:
    return [gathering.area.slug, gathering.slug]
