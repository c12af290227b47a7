"""Who runs this, what is kept about people, and how accessible it is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from medskab.common.policy import anyone, page
from medskab.places.models import Area

from .register import processing_register


@page(anyone)
def about(request: HttpRequest) -> HttpResponse:
    """Who runs this, how to reach them, and where to complain."""
    return render(request, "hall/about.html")


@page(anyone)
def privacy(request: HttpRequest) -> HttpResponse:
    """The register of all that is kept about people, as the models declare it."""
    return render(request, "hall/privacy.html", {"entries": processing_register()})


@page(anyone)
def accessibility(request: Any) -> HttpResponse:
    """The statement that the law asks for, by the model of the EU."""
    areas = list(Area.objects.exclude(contact="")[:20])
    return render(request, "hall/accessibility.html", {"areas": areas})
