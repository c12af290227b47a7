"""Signing in as one of the invented people of a demo."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.common.policy import anyone, page
from medskab.people.actions import use_demo_login
from medskab.people.demo_login import comes_from_this_machine
from medskab.people.refusals import LinkIsOver
from medskab.people.signing_in import note_second_factor


def _typed(request: HttpRequest, *, token: str) -> str:
    return token


@require_GET
@never_cache
@page(anyone, find=_typed)
def demo_login(request: HttpRequest, token: str) -> HttpResponse:
    """Once, from this machine only, in demo areas only."""
    try:
        if not comes_from_this_machine(request):
            raise LinkIsOver
        person = use_demo_login(token=token, by=None, now=now())
    except CannotAct as error:
        return render(request, "people/demo_refused.html", {"sentence": str(error)}, status=403)
    account = person.account
    if account is None:  # erased since the link was made
        return redirect(person.area)
    login(request, account, backend="allauth.account.auth_backends.AuthenticationBackend")
    note_second_factor(request, account)
    return redirect(person.area)
