"""How surveys and questions are found, always within the area."""

from typing import Any

from django.http import Http404

from medskab.places.models import Place
from medskab.surveys.models import Question, Response, Section, Survey


def survey_at(request: Any, *, survey_slug: str, **_more: Any) -> Survey:
    """A survey by its address."""
    found = Survey.objects.for_area(request.area).filter(slug=survey_slug)
    one = found.select_related("area", "place").first()
    if one is None:
        raise Http404
    return one


def question_at(request: Any, *, survey_slug: str, pk: int) -> Question:
    """A question of a survey."""
    found = Question.objects.for_area(request.area).filter(pk=pk, survey__slug=survey_slug)
    one = found.select_related("area", "survey__area", "section__survey").first()
    if one is None:
        raise Http404
    return one


def section_at(request: Any, *, survey_slug: str, pk: int) -> Section:
    """A page of a survey."""
    found = Section.objects.for_area(request.area).filter(pk=pk, survey__slug=survey_slug)
    one = found.select_related("area", "survey__area").first()
    if one is None:
        raise Http404
    return one


def typed_response(request: Any, *, survey_slug: str, number: int) -> Response:
    """A response by its number in the survey."""
    found = Response.objects.for_area(request.area).filter(survey__slug=survey_slug, number=number)
    one = found.select_related("area", "survey__area").first()
    if one is None:
        raise Http404
    return one


def place_of(request: Any, pk: int | None) -> Place | None:
    """A place of this area by its number."""
    return Place.objects.for_area(request.area).filter(pk=pk).first() if pk else None


def survey_and_place(request: Any, *, survey_slug: str, pk: int) -> tuple[Survey, Place]:
    """A survey, and the place that its code hangs at."""
    place = place_of(request, pk)
    if place is None:
        raise Http404
    return survey_at(request, survey_slug=survey_slug), place
