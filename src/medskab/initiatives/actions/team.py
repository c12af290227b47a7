"""Who is part of it: asked, and only with a yes."""

from datetime import datetime

from django.db.models import QuerySet

from medskab.audit.actions import record
from medskab.common.deed import deed
from medskab.initiatives import queries, refusals, rules
from medskab.initiatives.models import Author, AuthorState, Initiative, State, Supporter
from medskab.notifications import actions as notifications
from medskab.people.models import AgeBand, Person

MOST_ASKED = 20


@deed
def invite_author(*, initiative: Initiative, person: Person, by: Person, now: datetime) -> Initiative:
    """Ask somebody to be part of it. Who has said no is not asked again, and nobody learns of it."""
    if not rules.may_write(by, initiative):
        raise refusals.NotYoursToWrite
    _check_not_over(initiative)
    if person.area_id != initiative.area_id or person.erased_at is not None:
        raise refusals.CannotBeAsked
    asked = Author.objects.filter(initiative=initiative)
    if asked.filter(state=AuthorState.INVITED).count() >= MOST_ASKED:
        raise refusals.TooManyAsked
    facts = {"area_id": initiative.area_id, "asked_at": now}
    _author, is_new = Author.objects.get_or_create(initiative=initiative, person=person, defaults=facts)
    if is_new:
        record("initiatives.author_asked", initiative, by=by, now=now)
        notifications.tell(people=[person], kind="initiatives/asked", about=initiative, by=by, now=now)
    return initiative


@deed
def accept_invitation(
    *, initiative: Initiative, by: Person, now: datetime, is_adult_contact: bool = False
) -> Initiative:
    """Yes: from now on they write too; an adult may also answer for a young lead."""
    _check_not_over(initiative)
    if is_adult_contact and by.age_band != AgeBand.ADULT:
        raise refusals.NotGrownUp
    yes = {"state": AuthorState.ACCEPTED, "answered_at": now, "is_adult_contact": is_adult_contact}
    if not _asked(initiative, by).update(**yes):
        raise refusals.NobodyAsked
    Supporter.objects.filter(initiative=initiative, person=by).delete()
    record("initiatives.author_accepted", initiative, by=by, now=now)
    others = queries.authors(initiative)
    notifications.tell(people=others, kind="initiatives/team", about=initiative, by=by, now=now)
    return initiative


@deed
def decline_invitation(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """No, and no reason is asked for."""
    if not _asked(initiative, by).update(state=AuthorState.DECLINED, answered_at=now):
        raise refusals.NobodyAsked
    record("initiatives.author_declined", initiative, by=by, now=now)
    return initiative


@deed
def leave(*, initiative: Initiative, by: Person, now: datetime) -> Initiative:
    """Out of it again, at any time; only the lead hands over first."""
    if rules.is_lead(by, initiative):
        raise refusals.LeadStays
    gone, _rows = Author.objects.filter(initiative=initiative, person=by, state=AuthorState.ACCEPTED).delete()
    if not gone:
        raise refusals.NotPartOfIt
    record("initiatives.author_left", initiative, by=by, now=now)
    left = queries.authors(initiative)
    notifications.tell(people=left, kind="initiatives/team", about=initiative, by=by, now=now)
    return initiative


@deed
def hand_over(*, initiative: Initiative, to: Person, by: Person, now: datetime) -> Initiative:
    """Somebody else who is part of it leads it from now on."""
    if not rules.may_hand_over(by, initiative):
        raise refusals.NotYoursToDo
    if not rules.is_author(to, initiative):
        raise refusals.NotPartOfIt
    before = initiative.lead_id
    if not Initiative.objects.filter(pk=initiative.pk, lead=before).exclude(lead=to).update(lead=to):
        raise refusals.NotNow
    initiative.refresh_from_db()
    record("initiatives.handed_over", initiative, by=by, now=now)
    people = queries.authors(initiative)
    notifications.tell(people=people, kind="initiatives/team", about=initiative, by=by, now=now)
    return initiative


def _asked(initiative: Initiative, person: Person) -> QuerySet[Author]:
    return Author.objects.filter(initiative=initiative, person=person, state=AuthorState.INVITED)


def _check_not_over(initiative: Initiative) -> None:
    if initiative.state in {State.ENDED, State.WITHDRAWN}:
        raise refusals.IsOver
