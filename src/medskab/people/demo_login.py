"""`medskab demo login NAME`: a link that signs you in once as one of the invented people."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from medskab.common.clock import now

from .actions import make_demo_login
from .models import Person
from .refusals import NoDemoPerson

_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
_HERE = frozenset({"127.0.0.1", "::1"})


def login_link(name: str) -> str:
    """A fresh link for the invented person with this name: "freja", as their address begins."""
    people = Person.objects.filter(area__is_demo=True, erased_at=None, account__email=f"{name}@demo.invalid")
    person = people.select_related("area", "account").first()
    if person is None:
        raise NoDemoPerson
    token = make_demo_login(person=person, by=None, now=now())
    return f"{settings.SITE_ADDRESS}{reverse('demo-login', args=[token])}"


def comes_from_this_machine(request: HttpRequest) -> bool:
    """Whether nobody stands between: behind a proxy everybody seems to be here, so then nobody is."""
    return request.META.get("REMOTE_ADDR") in _HERE and not any(name in request.META for name in _FORWARDED)
