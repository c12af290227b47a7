"""What is asked of the confidential room; nothing here says what was said."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from medskab.common import codes
from medskab.people.models import STAFF_ROLES, Person, Purpose, Role, RoleKind
from medskab.places.models import Area

from . import rules
from .models import Agreement, Quote, QuoteState, Reading, Source, Subject
from .quoting import Usable, usable_quotes, usable_quotes_for

__all__ = [
    "Usable",
    "allowed",
    "by_receipt",
    "erased_keys",
    "latest_agreement",
    "quotes_that_wait",
    "readings",
    "readings_of",
    "readings_on",
    "sources",
    "subjects",
    "taken_pseudonyms",
    "usable_quotes",
    "usable_quotes_for",
    "who_looks_at_readings",
]

RECEIPT = "fieldwork"
_MONTHS_TOLD = 24


def sources(area: Area) -> QuerySet[Source]:
    """What was written down and is not erased."""
    found = Source.objects.for_area(area).filter(erased_at=None)
    return found.select_related("area", "subject", "place", "author")


def subjects(area: Area) -> QuerySet[Subject]:
    """Who was listened to and is not erased."""
    return Subject.objects.for_area(area).filter(erased_at=None).select_related("area")


def taken_pseudonyms(area: Area) -> set[str]:
    """Names that are in use, those of erased speakers too: two people never share one."""
    return set(Subject.objects.for_area(area).values_list("pseudonym", flat=True))


def by_receipt(area: Area, code: str) -> Subject | None:
    """The speaker who holds this receipt."""
    return subjects(area).filter(receipt_hmac=codes.kept(code, RECEIPT)).first() if code else None


def allowed(subject: Subject) -> list[tuple[Purpose, bool]]:
    """Each purpose, and whether it is allowed now."""
    return [(purpose, rules.may_use(subject, purpose)) for purpose in Purpose]


def latest_agreement(subject: Subject) -> Agreement | None:
    """How consent was last asked."""
    return subject.agreements.order_by("id").last()


def readings(area: Area) -> QuerySet[Reading]:
    """Who opened what, newest first."""
    return Reading.objects.for_area(area).select_related("by", "source", "source__area")


def readings_on(area: Area, day: date) -> QuerySet[Reading]:
    """Those of one day."""
    begin = timezone.make_aware(datetime.combine(day, time()))
    return readings(area).filter(at__gte=begin, at__lt=begin + timedelta(days=1))


def readings_of(subject: Subject) -> list[tuple[date, list[tuple[str, int]]]]:
    """For the speaker: in each month, by whom in which role, how often; newest first and without names."""
    read = list(Reading.objects.filter(source__subject=subject).values_list("at", "by"))
    roles = Role.objects.for_area(subject.area).filter(person__in={by for _at, by in read})
    held = list(roles.filter(kind__in=STAFF_ROLES).order_by("begins_on"))
    months: dict[date, Counter[str]] = {}
    for at, by in read:
        day = timezone.localdate(at)
        role = next((one for one in held if one.person_id == by and _is_held(one, day)), None)
        who = role.get_kind_display() if role else str(_("Somebody who worked here"))
        months.setdefault(day.replace(day=1), Counter())[who] += 1
    newest = sorted(months.items(), reverse=True)[:_MONTHS_TOLD]
    return [(month, sorted(counted.items())) for month, counted in newest]


def _is_held(role: Role, day: date) -> bool:
    return role.begins_on <= day and (role.ends_on is None or day < role.ends_on)


def quotes_that_wait(subject: Subject) -> int:
    """How many quotes wait for the speaker's answer."""
    shown = Quote.objects.filter(source__subject=subject, source__erased_at=None)
    return shown.filter(state=QuoteState.SHOWN).count()


def who_looks_at_readings(area: Area, reader: Person, now: datetime) -> list[Person]:
    """The project leaders but for the reader; where there is no other, the other staff."""
    held = (
        Role.objects.for_area(area).held_on(now.date()).filter(kind__in=STAFF_ROLES, person__erased_at=None)
    )
    others = list(held.exclude(person=reader).select_related("person"))
    leaders = [role.person for role in others if role.kind == RoleKind.PROJECT_LEADER]
    return leaders or [role.person for role in others]


def erased_keys() -> list[str]:
    """The names of keys that were destroyed: what a restored backup must lose again."""
    of_subjects = Subject.objects.exclude(erased_at=None).values_list("key_name", flat=True)
    of_sources = Source.objects.exclude(erased_at=None).values_list("key_name", flat=True)
    return sorted({*of_subjects, *of_sources})
