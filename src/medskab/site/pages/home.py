"""The front door: which area do you want to visit?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from medskab.common.policy import anyone, page
from medskab.places.models import Area


@page(anyone)
def home(request: HttpRequest) -> HttpResponse:
    """The only area's page where there is one, else the list of areas."""
    areas = list(Area.objects.all()[:200])
    if len(areas) == 1:
        return redirect(areas[0])
    return render(request, "hall/home.html", {"areas": areas})
