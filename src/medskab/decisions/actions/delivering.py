"""After the result: its money is set aside for what won, and everybody can follow what becomes of it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.decisions import queries, rules
from medskab.decisions.models import Decision, Delivery, DeliveryNews, DeliveryPhoto
from medskab.decisions.refusals import NothingToCarryOut, NotYoursToDecide
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.resources import actions as resources
from medskab.threads.actions import link
from medskab.tools.media import keeping


@deed
def begin_delivery(*, decision: Decision, by: Person, now: datetime) -> Decision:
    """Called when the result is published: each winner gets its money and its place on the list."""
    winners = queries.winners(decision)
    commitments: dict[str, Any] = {}
    if decision.reservation and winners:
        parts = [
            resources.Part("decisions.proposal", str(one.pk), one.title or one.project, one.cost)
            for one in winners
        ]
        made = resources.commit(reservation=decision.reservation, parts=parts, by=by, now=now)
        commitments = {commitment.part_id: commitment for commitment in made}
    elif decision.reservation:
        because = _("Nothing was chosen.")
        resources.release(reservation=decision.reservation, because=because, by=by, now=now)
    for proposal in winners:
        check = queries.check_of(proposal)
        if check is None or check.done_by is None:
            continue
        Delivery.objects.create(
            area_id=decision.area_id,
            decision=decision,
            proposal=proposal,
            carried_out_by=check.carried_out_by,
            due_on=check.done_by,
            commitment=commitments.get(str(proposal.pk)),
        )
        link(decision, proposal, why=gettext_noop("decided to carry out"), now=now)
    audit.record("decision.delivery_began", decision, by=by, now=now, figures={"winners": len(winners)})
    return decision


@deed
def tell_delivery(
    *,
    delivery: Delivery,
    state: str,
    text: str,
    due_on: date | None = None,
    photo: str = "",
    by: Person,
    now: datetime,
) -> DeliveryNews:
    """Say what happened: how far it is, in a few words, with another date where it was moved.

    `photo` is the name of a kept file.
    """
    if not rules.may_tell_delivery(by, delivery):
        raise NotYoursToDecide
    if not text.strip():
        raise NothingToCarryOut
    news = DeliveryNews.objects.create(
        area_id=delivery.area_id,
        delivery=delivery,
        state=state,
        text=text,
        due_on=due_on or delivery.due_on,
        at=now,
        by=by,
    )
    if photo:
        DeliveryPhoto.objects.create(area_id=news.area_id, news=news, name=photo)
    Delivery.objects.filter(pk=delivery.pk).update(state=state, due_on=news.due_on)
    audit.record("delivery.told", delivery, by=by, now=now)
    notifications.tell(
        people=queries.people_here(delivery.decision),
        kind="decisions/delivery",
        about=delivery.decision,
        by=by,
        now=now,
    )
    return news


@deed
def take_photo_down(*, photo: DeliveryPhoto, by: Person, now: datetime) -> Delivery:
    """Somebody who is on it does not want to be: the file is deleted, the news stay."""
    delivery = photo.news.delivery
    if not rules.may_tell_delivery(by, delivery):
        raise NotYoursToDecide
    name = photo.name
    photo.delete()
    audit.record("delivery.photo_taken_down", delivery, by=by, now=now)
    transaction.on_commit(lambda: keeping.drop(name))
    return delivery


@deed
def hand_delivery_to(
    *, delivery: Delivery, carried_out_by: str, because: str, by: Person, now: datetime
) -> Delivery:
    """Somebody else carries it out from now on."""
    if not rules.may_conduct(by, delivery.decision):
        raise NotYoursToDecide
    if not carried_out_by.strip():
        raise NothingToCarryOut
    Delivery.objects.filter(pk=delivery.pk).update(carried_out_by=carried_out_by)
    audit.record("delivery.handed_on", delivery, by=by, now=now, because=because)
    delivery.refresh_from_db()
    return delivery
