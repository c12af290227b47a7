"""What becomes of what was decided, month by month."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.decisions import actions, deliveries, rules
from medskab.decisions.forms.delivering import DeliveryForm
from medskab.decisions.models import Decision, Delivery

from .finding import published_at


def delivery_at(request: Any, *, slug: str, number: int) -> Delivery:
    """One thing that was decided, by its number on the ballot."""
    found = Delivery.objects.for_area(request.area).filter(decision__slug=slug, proposal__number=number)
    delivery = found.select_related("decision__area", "proposal", "commitment").first()
    if delivery is None:
        raise Http404
    return delivery


@page(rules.may_see, find=published_at)
def delivery(request: Any, decision: Decision) -> HttpResponse:
    """Each thing that won: who, how far, what was spent, what is late."""
    context = {
        "decision": decision,
        "rows": deliveries.rows(decision, now().date()),
        "may_tell": deliveries.may_tell_any(request.person, decision),
    }
    return render(request, "decisions/here/delivery.html", context)


@page(rules.may_tell_delivery, find=delivery_at)
def tell(request: Any, delivery: Delivery) -> HttpResponse:
    """Say what happened."""
    form = DeliveryForm(request.POST) if request.method == "POST" else DeliveryForm.for_delivery(delivery)

    def say(**key: Any) -> object:
        return actions.tell_delivery(
            delivery=delivery,
            state=form.cleaned_data["state"],
            text=form.cleaned_data["text"],
            due_on=form.cleaned_data["due_on"],
            by=request.person,
            now=now(),
            **key,
        )

    if form.carry_out(say):
        return redirect("decision-delivery", request.area.slug, delivery.decision.slug)
    return render(
        request,
        "decisions/here/tell.html",
        {"form": form, "delivery": delivery, "decision": delivery.decision},
    )
