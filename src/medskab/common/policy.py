"""Who may open a page: every view declares its rule; what declares nothing stays closed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

Rule = Callable[[Any, Any], bool]
Find = Callable[..., Any]


@dataclass(frozen=True)
class Policy:
    """What a view declared: its rule, and how the thing it is about is found."""

    rule: Rule
    find: Find | None


def anyone(_person: object, _thing: object) -> bool:
    """Everybody, signed in or not."""
    return True


def page(
    rule: Rule, *, find: Find | None = None
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Guard a view: `find(request, **from_url)` gets the thing, `rule(person, thing)` says yes or no.

    The view is called with the request and, where there is a `find`, the thing. Without a `find` the rule
    is asked about the area (None outside an area). Who is refused and has no place in this area is told
    nothing but "not found"; who has one is told that this is not theirs to do; who is not signed in is
    asked to sign in, whether the thing exists or not.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, **from_url: Any) -> HttpResponse:
            try:
                thing = find(request, **from_url) if find else request.area  # type: ignore[attr-defined]
            except Http404:
                if rule is not anyone and not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                raise
            if rule(request.person, thing):  # type: ignore[attr-defined]
                return view(request, thing) if find else view(request)
            return _refuse(request)

        guarded.policy = Policy(rule, find)  # type: ignore[attr-defined]
        return guarded

    return decorate


def _refuse(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if request.person is None:  # type: ignore[attr-defined]
        raise Http404
    raise PermissionDenied
