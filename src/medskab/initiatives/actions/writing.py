"""Writing an idea card, step by step; each step is kept at once."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.common.slugs import free_slug
from medskab.initiatives import queries, refusals, rules
from medskab.initiatives.models import Author, AuthorState, Initiative, State, TakesUp
from medskab.initiatives.steps import STEPS, Step, mark_of
from medskab.needs.models import Need
from medskab.people.models import Person
from medskab.places.models import Area, PlaceKind
from medskab.threads import actions as threads

TAKEN_UP = gettext_noop("was taken up in")
MOST_DRAFTS = 20
# Words that addresses beside those of initiatives use.


@deed
def start(
    *, area: Area, words: dict[str, Any], by: Person, now: datetime, need: Need | None = None
) -> Initiative:
    """The first step is written: from here on nothing is lost."""
    if not rules.may_start(by, area):
        raise refusals.NotYoursToStart
    if Initiative.objects.for_area(area).filter(lead=by, state=State.DRAFT).count() >= MOST_DRAFTS:
        raise refusals.TooManyDrafts
    slug = _free_slug(area, words["title"])
    initiative = Initiative.objects.create(area=area, slug=slug, lead=by, created_at=now, **words)
    Author.objects.create(
        area=area,
        initiative=initiative,
        person=by,
        state=AuthorState.ACCEPTED,
        asked_at=now,
        answered_at=now,
    )
    record("initiatives.started", initiative, by=by, now=now)
    if need is not None:
        take_up(initiative=initiative, need=need, by=by, now=now)
    return initiative


@deed
def save_step(
    *, initiative: Initiative, step: Step, words: dict[str, Any], seen: str, by: Person, now: datetime
) -> Initiative:
    """Keep one step. `seen` says what stood there when its writer began; anything else is shown first."""
    if not rules.may_write(by, initiative):
        raise refusals.NotYoursToWrite
    stands = (
        Initiative.objects.select_for_update(of=("self",))
        .select_related("area", "lead")
        .get(pk=initiative.pk)
    )
    if stands.state in {State.ENDED, State.WITHDRAWN}:
        raise refusals.IsOver
    if seen != mark_of(stands, step):
        raise refusals.ChangedMeanwhile
    _write(stands, step, words)
    record("initiatives.written", stands, by=by, now=now, figures={"step": STEPS.index(step) + 1})
    return stands


@deed
def take_up(*, initiative: Initiative, need: Need, by: Person, now: datetime) -> TakesUp:
    """It does something about a need: from now on the one leads to the other."""
    if not rules.may_take_up(by, initiative):
        raise refusals.NotYoursToWrite
    if need.area_id != initiative.area_id:
        raise refusals.OtherArea
    taken, is_new = TakesUp.objects.get_or_create(
        initiative=initiative, need=need, defaults={"area_id": initiative.area_id, "at": now}
    )
    if is_new:
        threads.link(need, initiative, why=TAKEN_UP, now=now)
        record("initiatives.need_taken_up", initiative, by=by, now=now, figures={"need": need.pk})
    return taken


def _write(initiative: Initiative, step: Step, words: dict[str, Any]) -> None:
    place = words.get("place")
    if place is not None and (place.area_id != initiative.area_id or place.kind == PlaceKind.STAIRWELL):
        raise refusals.NoSuchPlace
    for name in step.fields:
        setattr(initiative, name, words[name])
    if initiative.is_alive and (missing := queries.why_not_ready(initiative)):
        raise refusals.NotReady(missing)
    initiative.save(update_fields=list(step.fields))


def _free_slug(area: Area, title: str) -> str:
    others = Initiative.objects.for_area(area)
    return free_slug(title, others, below="initiatives/", otherwise="initiative", most=70)
