"""A meeting for people's own calendars."""

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from . import queries, words
from .models import Gathering, State


def ics(gathering: Gathering) -> bytes:
    """One event; a later call replaces an earlier one in calendars that know it already."""
    calendar = Calendar()
    calendar.add("prodid", "-//Medskab//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add_component(_event(gathering))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(gathering: Gathering) -> Event:
    address = settings.SITE_ADDRESS + gathering.get_absolute_url()
    zone = timezone.get_default_timezone()
    call = queries.latest_call(gathering)
    event = Event()
    event.add("uid", f"gathering-{gathering.pk}@{settings.SITE_ADDRESS.split('://', 1)[-1]}")
    event.add("sequence", gathering.calls.count())
    event.add("dtstamp", call.at if call else gathering.created_at)
    event.add("dtstart", timezone.localtime(gathering.begins_at, zone))
    event.add("dtend", timezone.localtime(gathering.ends_at, zone))
    event.add("summary", gathering.title)
    event.add("location", gathering.where)
    event.add("description", f"{words.nature(gathering)}\n{address}")
    event.add("url", address)
    event.add("status", "CANCELLED" if gathering.state == State.CANCELLED else "CONFIRMED")
    return event
