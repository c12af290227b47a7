"""What is asked about needs and inputs; the database counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from medskab.fieldwork.queries import Usable, usable_quotes_for
from medskab.people.models import Person
from medskab.places.models import Area, Place
from medskab.threads.queries import Knot, thread_of

from . import receipts
from .models import Input, InputState, Move, Need
from .term import days_to_answer
from .voicing import FEWEST_COUNTED, voices_of

MOST_TOGETHER = 20


@dataclass(frozen=True)
class Waiting:
    """How fast the area answers, as everybody may know it."""

    waiting: int
    overdue: int
    median_days: int | None


def standing(area: Area) -> QuerySet[Need]:
    """Needs and assets that were not put together with another."""
    return Need.objects.for_area(area).filter(merged_into=None)


def on_board(area: Area, kind: str = "", place: Place | None = None, asset_kind: str = "") -> QuerySet[Need]:
    """Needs and assets, newest first; with a place, those there or below it."""
    found = standing(area).select_related("area", "place")
    found = found.filter(kind=kind) if kind else found
    found = found.filter(asset_kind=asset_kind) if asset_kind else found
    if place is None:
        return found
    return found.filter(Q(place=place) | Q(place__parent=place) | Q(place__parent__parent=place))


def on_map(area: Area, limit: int) -> list[Need]:
    """The needs and assets that have a pin, newest first, with voices."""
    return with_voices(on_board(area).exclude(latitude=None)[:limit])


def with_voices(needs: Iterable[Need]) -> list[Need]:
    """The same needs, each with `voices`: how many people they are, or None where it would tell of few."""
    listed = list(needs)
    found = voices_of(need.pk for need in listed)
    for need in listed:
        voices = found.get(need.pk)
        need.voices = voices if voices and voices.most >= FEWEST_COUNTED else None
    return listed


def board(area: Area, place: Place | None = None, limit: int | None = None) -> list[Need]:
    """The board, or the first of it, with voices."""
    found = on_board(area, place=place)
    return with_voices(found[:limit] if limit else found)


def own_words(need: Need, limit: int = 20) -> list[str]:
    """What people wanted to have read in their own words."""
    quoted = Input.objects.filter(
        joinings__need=need, state=InputState.JOINED, publish_own_words=True
    ).exclude(words="")
    return list(quoted.order_by("-id").values_list("words", flat=True)[:limit])


def heard_in(row: Input) -> list[Need]:
    """The needs that were heard in an input."""
    return list(Need.objects.filter(joinings__input=row).select_related("area", "place"))


def came_of(need: Need, viewer: Person | None) -> list[Knot]:
    """What followed from a need and from all that were put together with it, as far as the viewer may see."""
    family = [need, *_put_together_with(need)]
    knots = [knot for one in family for month in thread_of(one, viewer) for knot in month.knots]
    known = {one.get_absolute_url() for one in family}
    found = {
        knot.url: knot
        for knot in knots
        if knot.reasons and knot.url not in known and knot.kind_name != str(Move.KIND_NAME)
    }
    return list(found.values())


def quoted(need: Need) -> list[Usable]:
    """Words out of interviews that stand with a need or one put together with it; asked anew each time."""
    family = [need, *_put_together_with(need)]
    found = [one for each in family for one in usable_quotes_for(need._meta.label_lower, each.pk)]
    return list({one.quote.pk: one for one in found}.values())


def _put_together_with(need: Need) -> list[Need]:
    found: list[Need] = []
    front = [need.pk]
    while front and len(found) < MOST_TOGETHER:
        merged = Need.objects.filter(merged_into__in=front).select_related("area").order_by("id")
        found += merged
        front = [one.pk for one in merged]
    return found[:MOST_TOGETHER]


def goes_on_as(need: Need) -> Need:
    """The need that this one was put together with in the end, or itself."""
    while need.merged_into_id:
        need = Need.objects.select_related("area", "place").get(pk=need.merged_into_id)
    return need


def moves_of(*needs: Need) -> QuerySet[Move]:
    """What was put together with these needs or divided off them, the latest first."""
    found = Move.objects.filter(Q(out_of__in=needs) | Q(into__in=needs))
    return found.select_related("area", "out_of__area", "into__area", "by")


def said_about(need: Need) -> QuerySet[Input]:
    """For staff: the inputs that a need was heard in, newest first."""
    return Input.objects.filter(joinings__need=need).order_by("-id")


def waiting(area: Area, now: datetime) -> Waiting:
    """How many wait, how many too long, and how long half of them waited. Hidden ones are in no figure."""
    new = Input.objects.for_area(area).filter(state=InputState.NEW)
    overdue = new.filter(said_at__lt=now - timedelta(days=days_to_answer(area)))
    ended = Input.objects.for_area(area).filter(days_to_end__isnull=False).order_by("days_to_end")
    count = ended.count()
    enough = count >= FEWEST_COUNTED
    median = ended.values_list("days_to_end", flat=True)[(count - 1) // 2] if enough else None
    return Waiting(new.count(), overdue.count(), median)


def heard_lately(area: Area, since: date) -> int | None:
    """How many have spoken since a day; None where it would tell of few."""
    said = Input.objects.for_area(area).exclude(state=InputState.HIDDEN).filter(said_on__gte=since).count()
    return said if said >= FEWEST_COUNTED else None


def queue(area: Area) -> QuerySet[Input]:
    """What waits for staff, oldest first."""
    still = Input.objects.for_area(area).filter(state__in=(InputState.NEW, InputState.HIDDEN))
    return still.select_related("area", "place").order_by("said_at", "id")


def taken_in_with(row: Input) -> QuerySet[Input]:
    """What still waits of what was written down together with it."""
    return queue(row.area).filter(typed_by=row.typed_by, said_at=row.said_at)


def next_after(row: Input) -> Input | None:
    """The next that waits and was said later, so that staff go through the queue without going back to it."""
    new = queue(row.area).filter(state=InputState.NEW, said_at__gte=row.said_at)
    return new.exclude(said_at=row.said_at, pk__lte=row.pk).first()


def late(area: Area, now: datetime) -> QuerySet[Input]:
    """What waits for longer than it should."""
    return queue(area).filter(said_at__lt=now - timedelta(days=days_to_answer(area)))


def by_channel(area: Area) -> list[tuple[str, int]]:
    """For staff: how much waits from each channel."""
    return list(queue(area).order_by("channel").values_list("channel").annotate(Count("id")))


def by_code(area: Area, typed: str) -> Input | None:
    """What a receipt belongs to."""
    code = receipts.read(typed)
    return Input.objects.for_area(area).filter(receipt_hmac=receipts.kept(code)).first() if code else None


def said_by(person: Person) -> QuerySet[Input]:
    """What the person said with their name, newest first, each with the needs that were heard in it."""
    theirs = Input.objects.for_area(person.area).filter(said_by=person)
    return theirs.select_related("place").prefetch_related("joinings__need__area").order_by("-id")


def own_things(person: Person) -> Mapping[str, object]:
    """What the person said, and what became of it."""
    theirs = Input.objects.for_area(person.area).filter(said_by=person)
    said = ("said_on", "kind", "words", "voice_text", "contact", "latitude", "longitude")
    became = ("state", "answer", "because")
    return {"needs": list(theirs.values(*said, *became))}
