"""Who is asking, and in which area."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from medskab.people.models import Person
from medskab.places.models import Area


class AreaAndPerson:
    """Set `request.area` from the address and `request.person` from the account; None where there is none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.area = request.person = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:  # type: ignore[no-untyped-def]
        slug = kwargs.pop("area_slug", None)
        if slug is None:
            return
        area = Area.objects.at(slug).first()
        if area is None:
            raise Http404
        request.area = area  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            request.person = (  # type: ignore[attr-defined]
                Person.objects.for_area(area).filter(account=request.user, erased_at=None).first()
            )
