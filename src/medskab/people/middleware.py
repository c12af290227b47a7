"""Who is asking, and in which area; and the two places to which somebody is led first."""

from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from medskab.common.clock import now
from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.people.signing_in import used_second_factor
from medskab.places.models import Area

# What works before there is an area.
_BEFORE_ANYTHING = frozenset({"first-run", "first-run-link", "set_language", "style", "script", "gallery"})


class AreaAndPerson:
    """Set `request.area` from the address and `request.person` from the account; None where there is none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.is_set_up = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.area = request.person = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        slug = kwargs.pop("area_slug", None)
        area = Area.objects.at(slug).first() if slug is not None else None
        if area is None:
            if not self._has_an_area() and _name_of(request) not in _BEFORE_ANYTHING:
                return redirect("first-run")
            if slug is not None:
                raise Http404
            return None
        self.is_set_up = True
        request.area = area  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            return _enter(request, area)
        return None

    def _has_an_area(self) -> bool:
        # An area never goes away: once seen, the question is not asked again.
        self.is_set_up = self.is_set_up or Area.objects.exists()
        return self.is_set_up


def _enter(request: HttpRequest, area: Area) -> HttpResponse | None:
    """The account's person here; staff come in with a second factor only, whatever page it is."""
    persons = Person.objects.for_area(area).filter(account=request.user, erased_at=None)
    person = persons.select_related("area").first()
    request.person = person  # type: ignore[attr-defined]
    _note_day(request, now().date())
    if person is None or used_second_factor(request) or not is_staff(person, area):
        return None
    return redirect(f"{reverse('second-factor')}?{urlencode({'next': request.get_full_path()})}")


def _note_day(request: HttpRequest, day: date) -> None:
    """Once a day, so that the page of sign-ins can say when a device was last used, and not more exactly."""
    if request.session.get("seen_on", "") != day.isoformat():
        request.session["seen_on"] = day.isoformat()


def _name_of(request: HttpRequest) -> str:
    return getattr(request.resolver_match, "view_name", "")
