"""Writing needs and assets."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.common.slugs import free_slug
from medskab.needs import rules
from medskab.needs.models import Need, NeedKind, NeedState
from medskab.needs.pins import Pin, pinned
from medskab.people.models import Person
from medskab.places.models import Area, Place, PlaceKind

# Words that have pages of their own where a need's address stands.


@dataclass(frozen=True)
class Worded:
    """A need in words that everybody may read."""

    title: str
    wording: str = ""
    kind: str = NeedKind.NEED
    place: Place | None = None
    state: str = NeedState.OPEN
    asset_kind: str = ""
    pin: Pin | None = None


@deed
def make_need(*, area: Area, worded: Worded, by: Person, now: datetime) -> Need:
    """Put a need or an asset on the board."""
    _check(area, worded, by)
    need = Need.objects.create(
        area=area, slug=_free_slug(area, worded.title), made_at=now, **_facts(area, worded, now)
    )
    record("needs/need-made", need, by=by, now=now)
    return need


@deed
def edit_need(*, need: Need, worded: Worded, by: Person, now: datetime) -> Need:
    """Word it better, or say how far it came; its address stays."""
    _check(need.area, worded, by)
    if Need.objects.select_for_update().get(pk=need.pk).merged_into_id:
        raise CannotAct(_("It was put together with another. Change that one."))
    facts = _facts(need.area, worded, now)
    for field, value in facts.items():
        setattr(need, field, value)
    need.save(update_fields=list(facts))
    record("needs/need-changed", need, by=by, now=now)
    return need


def _facts(area: Area, worded: Worded, now: datetime) -> dict[str, object]:
    return {
        "title": worded.title.strip(),
        "wording": worded.wording.strip(),
        "kind": worded.kind,
        "place": worded.place,
        "state": worded.state,
        "asset_kind": worded.asset_kind if worded.kind == NeedKind.ASSET else "",
        **pinned(area, worded.pin, timezone.localdate(now)),
    }


def _check(area: Area, worded: Worded, by: Person) -> None:
    if not rules.may_sort(by, area):
        raise CannotAct(_("Only those who work here do this."))
    if not worded.title.strip():
        raise CannotAct(_("Give it a title."))
    if worded.place and (worded.place.area_id != area.pk or worded.place.kind == PlaceKind.STAIRWELL):
        raise CannotAct(_("Choose a block or a wider place of this area."))


def _free_slug(area: Area, title: str) -> str:
    others = Need.objects.for_area(area)
    return free_slug(title, others, below="needs/", otherwise="need", most=70)
