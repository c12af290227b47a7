"""What becomes of what was decided, month by month."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.decisions import actions, deliveries, rules
from medskab.decisions.forms.delivering import DeliveryForm
from medskab.decisions.models import Decision, Delivery, DeliveryPhoto
from medskab.decisions.photos import carried_out_with_photo
from medskab.tools.media import keeping

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
    sent = (request.POST, request.FILES)
    form = DeliveryForm(*sent) if request.method == "POST" else DeliveryForm.for_delivery(delivery)

    def say(**photo_and_key: Any) -> object:
        return actions.tell_delivery(
            delivery=delivery,
            state=form.cleaned_data["state"],
            text=form.cleaned_data["text"],
            due_on=form.cleaned_data["due_on"],
            by=request.person,
            now=now(),
            **photo_and_key,
        )

    if carried_out_with_photo(form, say):
        return redirect("decision-delivery", request.area.slug, delivery.decision.slug)
    return render(
        request,
        "decisions/here/tell.html",
        {"form": form, "delivery": delivery, "decision": delivery.decision},
    )


def photo_at(request: Any, *, slug: str, pk: int) -> DeliveryPhoto:
    """A picture of what was carried out."""
    found = DeliveryPhoto.objects.for_area(request.area).filter(news__delivery__decision__slug=slug, pk=pk)
    photo = found.select_related("news__delivery__decision__area", "news__delivery__area").first()
    if photo is None:
        raise Http404
    return photo


@page(rules.may_see_photo, find=photo_at)
def photo(request: Any, photo: DeliveryPhoto) -> HttpResponse:
    """The picture, as it was made anew from its points; small where a page asks for it."""
    name = keeping.thumbnail_of(photo.name) if request.GET.get("size") == "small" else photo.name
    try:
        answer = HttpResponse(keeping.path_of(name).read_bytes(), content_type="image/jpeg")
    except FileNotFoundError:
        raise Http404 from None
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer["Cache-Control"] = "no-cache"  # it may be taken down
    return answer


@page(rules.may_take_photo_down, find=photo_at)
def take_down(request: Any, photo: DeliveryPhoto) -> HttpResponse:
    """Somebody who is on it does not want to be."""
    form, decision = DeedForm(request.POST or None), photo.news.delivery.decision
    if form.carry_out(actions.take_photo_down, photo=photo, by=request.person, now=now()):
        return redirect("decision-delivery", request.area.slug, decision.slug)
    context = {"form": form, "photo": photo, "decision": decision}
    return render(request, "decisions/here/photo_down.html", context)
