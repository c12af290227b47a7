"""Addresses of gatherings, below the area's."""

from django.urls import path

from .views import motions, public

_AT = "meetings/<slug:slug>/"

urlpatterns = [
    path("meetings/", public.gatherings, name="gatherings"),
    path(_AT, public.gathering, name="gathering"),
    path(f"{_AT}calendar.ics", public.calendar, name="gathering-calendar"),
    path(f"{_AT}agenda.pdf", public.agenda_pdf, name="gathering-agenda-pdf"),
    path(f"{_AT}minutes.pdf", public.minutes_pdf, name="gathering-minutes-pdf"),
    path(f"{_AT}motions/new/", motions.hand_in, name="motion-new"),
    path(f"{_AT}motions/<int:pk>/", motions.motion, name="motion"),
    path(f"{_AT}motions/<int:pk>/withdraw/", motions.withdraw, name="motion-withdraw"),
]
