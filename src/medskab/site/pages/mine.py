"""My things: who I am here, what I agreed to, how I sign in, what news I get, and my way out."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.policy import page
from medskab.notifications.queries import subscription_of, unseen_count
from medskab.people import queries
from medskab.people.models import AgeBand, Voice
from medskab.people.rules import is_signed_in, is_staff


@require_GET
@page(is_signed_in)
def mine(request: Any) -> HttpResponse:
    """Everything that belongs to the reader in this area."""
    me, moment = request.person, now()
    children = queries.wards_of(me, moment.date())
    context = {
        "me": me,
        "roles": queries.roles_of(me, moment.date()),
        "consents": _answers(queries.consent_states(me, moment), Voice.OWN, Voice.CHILD),
        "children": [
            (child, _answers(queries.consent_states(child, moment), Voice.GUARDIAN)) for child in children
        ],
        "age_bands": [] if me.age_band else AgeBand.choices,
        "subscription": subscription_of(me),
        "unseen": unseen_count(me),
        "works_here": is_staff(me, request.area),
    }
    return render(request, "hall/mine.html", context)


def _answers(
    states: Iterable[queries.ConsentState], *voices: Voice
) -> list[tuple[queries.ConsentState, bool]]:
    """Each state, and whether the reader's own yes is in it."""
    return [(state, not state.given_voices.isdisjoint(voices)) for state in states]
