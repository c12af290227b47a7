"""Who runs the area, as staff write it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import page
from medskab.places import actions, rules
from medskab.places.forms import DescriptionForm


@page(rules.may_shape)
def describe(request: Any) -> HttpResponse:
    """Say who answers for people's data, and how to reach them."""
    area = request.area
    before = {"data_controller": area.data_controller, "contact": area.contact}
    form = DescriptionForm(request.POST or None, initial=before)
    if form.is_valid():
        try:
            actions.describe_area(
                area=area,
                data_controller=form.cleaned_data["data_controller"],
                contact=form.cleaned_data["contact"],
                by=request.person,
                now=now(),
                idempotency_key=form.key,
            )
            messages.success(request, _("Saved. Everybody can see it at the foot of each page."))
            return redirect(area)
        except CannotAct as error:
            form.add_error(None, str(error))
    return render(request, "places/describe.html", {"form": form})
