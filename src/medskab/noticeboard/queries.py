"""What hangs on the board now, and what hung there."""

from datetime import date

from django.db import models
from django.db.models import Q

from medskab.people.models import Person
from medskab.places.models import Area, Place
from medskab.places.queries import ancestors

from .models import Contact, Document, Notice


def notices_now(area: Area, place: Place | None, day: date) -> models.QuerySet[Notice]:
    """What hangs on a day, urgent first: all of it, or what concerns a place, above and below it."""
    found = Notice.objects.for_area(area).hanging_on(day).select_related("area", "place")
    if place is None:
        return found
    around = [one.pk for one in ancestors(place)] + [place.pk]
    below = Q(place__parent=place) | Q(place__parent__parent=place) | Q(place__parent__parent__parent=place)
    return found.filter(Q(place=None) | Q(place__in=around) | below)


def notices_coming(area: Area, day: date) -> models.QuerySet[Notice]:
    """What goes up later, for those who keep the board."""
    found = Notice.objects.for_area(area).filter(from_on__gt=day, taken_down_at=None)
    return found.select_related("area", "place").order_by("from_on", "id")


def notices_gone(area: Area, day: date) -> models.QuerySet[Notice]:
    """The archive, newest first; what was taken down before its first day never hung there."""
    hung = Q(taken_down_at=None) | Q(taken_down_at__date__gte=models.F("from_on"))
    found = Notice.objects.for_area(area).gone_by(day).filter(hung)
    return found.select_related("area", "place").order_by("-until_on", "-id")


def contacts(area: Area) -> models.QuerySet[Contact]:
    """Who to call, in the order of the list."""
    return Contact.objects.for_area(area)


def documents(area: Area) -> models.QuerySet[Document]:
    """The papers that hold, by their kind, the newest first."""
    return Document.objects.for_area(area).filter(taken_down_at=None).select_related("area")


def documents_gone(area: Area) -> models.QuerySet[Document]:
    """Papers that were taken down or replaced."""
    gone = Document.objects.for_area(area).filter(taken_down_at__isnull=False)
    return gone.select_related("area").order_by("-taken_down_at", "-id")


def contacts_of(person: Person) -> models.QuerySet[Contact]:
    """Entries of the list that name somebody by their own mail address, or by a name nobody else bears."""
    of_them = Q(pk=None)
    if person.account is not None:
        of_them |= Q(mail__iexact=person.account.email)
    if person.name:
        namesakes = Person.objects.for_area(person.area).filter(name__iexact=person.name, erased_at=None)
        if not namesakes.exclude(pk=person.pk).exists():
            of_them |= Q(name__iexact=person.name)
    return Contact.objects.for_area(person.area).filter(of_them)
