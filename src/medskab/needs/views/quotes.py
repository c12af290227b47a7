"""Staff show words out of interviews with a need; each speaker said yes to them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.common.policy import page
from medskab.fieldwork import actions as fieldwork
from medskab.fieldwork import queries as interviews
from medskab.needs import rules
from medskab.needs.models import Need

from .finding import need_at


@page(rules.may_sort, find=need_at)
def quotes(request: Any, need: Need) -> HttpResponse:
    """What may be quoted now, and which of it stands with this need."""
    kind = need._meta.label_lower
    here = {"kind": kind, "row_id": need.pk}
    usable = interviews.usable_quotes(need.area)
    shown = {one.quote.pk for one in interviews.usable_quotes_for(kind, need.pk)}
    form = DeedForm(request.POST or None)
    quote = next((one.quote for one in usable if str(one.quote.pk) == request.POST.get("quote")), None)
    is_off = request.POST.get("do") == "take-off"
    deed = fieldwork.stop_quote if is_off else fieldwork.use_quote
    if quote and form.carry_out(deed, quote=quote, **here, by=request.person, now=now()):
        messages.success(
            request, _("It is taken off.") if is_off else _("It is shown with this from now on.")
        )
        return redirect("need-quotes", request.area.slug, need.slug)
    rows = [(one, one.quote.pk in shown) for one in usable]
    context = {"need": need, "rows": rows, "form": form, "plain": DeedForm()}
    return render(request, "needs/quotes.html", context)
