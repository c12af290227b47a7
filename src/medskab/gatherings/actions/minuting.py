"""From what was said to minutes that two people signed and everybody can read."""

from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.gatherings import queries, refusals, rules
from medskab.gatherings.minutes_content import content_of, digest_of
from medskab.gatherings.models import (
    AgendaItem,
    Attendance,
    Gathering,
    MinutesVersion,
    Signature,
    SignedAs,
    State,
)
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.people.queries import people_named

_FINISHED = (State.WRITTEN, State.SIGNED)


@deed
def write_minutes(*, item: AgendaItem, minutes: str, decided: str, by: Person, now: datetime) -> AgendaItem:
    """Save what was said and decided on one point."""
    if not rules.may_conduct(by, item.gathering):
        raise refusals.NotYoursToConduct
    if not item.gathering.is_minuted_now:
        raise refusals.NotAtThisPoint
    AgendaItem.objects.filter(pk=item.pk).update(minutes=minutes, decided=decided)
    audit.record("gathering.minutes_written", item, by=by, now=now)
    item.refresh_from_db()
    return item


@deed
def finish_minutes(*, gathering: Gathering, by: Person, now: datetime) -> MinutesVersion:
    """Every point has its words: a version is made that can be signed."""
    _check(by, gathering, State.HELD)
    for item in queries.agenda(gathering):
        if not (item.minutes or item.decided or queries.vote_of(item) or queries.election_of(item)):
            raise refusals.ItemWithoutMinutes(item.number)
    content = content_of(gathering)
    version = MinutesVersion.objects.create(
        area_id=gathering.area_id,
        gathering=gathering,
        number=gathering.minutes_versions.count() + 1,
        content=content,
        sha256=digest_of(content),
        at=now,
        by=by,
    )
    _step(gathering, (State.HELD,), State.WRITTEN)
    audit.record("gathering.minutes_finished", version, by=by, now=now, figures={"version": version.number})
    return version


@deed
def reopen_minutes(*, gathering: Gathering, because: str, by: Person, now: datetime) -> Gathering:
    """Something is wrong in them: they can be written again, and signatures count for the old words only."""
    _check(by, gathering, *_FINISHED)
    _step(gathering, _FINISHED, State.HELD)
    audit.record("gathering.minutes_reopened", gathering, by=by, now=now, because=because)
    return gathering


@deed
def sign_minutes(
    *, version: MinutesVersion, signed_as: str, sha256: str, is_on_paper: bool, by: Person, now: datetime
) -> Signature:
    """Put one's name under the words that one has read; with both signatures the minutes are signed."""
    gathering = version.gathering
    if not rules.may_sign(by, gathering, signed_as, is_on_paper=is_on_paper):
        raise refusals.NotYoursToSign
    latest = queries.latest_minutes(gathering)
    if gathering.state not in _FINISHED or latest != version or version.sha256 != sha256:
        raise refusals.MinutesChanged
    signed = version.signatures.values_list("signed_as", "by_id")
    if any(signed_as == office or by.pk == who for office, who in signed):
        raise refusals.AlreadySigned
    signature = Signature.objects.create(
        area_id=version.area_id,
        version=version,
        signed_as=signed_as,
        sha256=sha256,
        is_on_paper=is_on_paper,
        at=now,
        by=by,
    )
    # Counted anew: what came along with the version was read before this signature.
    if Signature.objects.filter(version=version).count() == len(SignedAs):
        _step(gathering, (State.WRITTEN,), State.SIGNED)
    audit.record("gathering.signed", version, by=by, now=now, figures={"as": signed_as})
    return signature


@deed
def publish_minutes(*, gathering: Gathering, by: Person, now: datetime) -> Gathering:
    """Everybody can read them and is told; which homes came is forgotten, how many stays."""
    needed = State.SIGNED if gathering.is_lawful else State.WRITTEN
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct
    if gathering.is_lawful and gathering.state == State.WRITTEN:
        raise refusals.NotSigned
    _step(gathering, (needed,), State.PUBLISHED, published_at=now)
    Attendance.objects.filter(gathering=gathering).delete()
    audit.record("gathering.minutes_published", gathering, by=by, now=now)
    people = people_named(gathering.area)
    notifications.tell(people=people, kind="gatherings/minutes", about=gathering, by=by, now=now)
    return gathering


def _check(by: Person, gathering: Gathering, *states: State) -> None:
    if not rules.may_conduct(by, gathering):
        raise refusals.NotYoursToConduct
    if gathering.state not in states:
        raise refusals.NotAtThisPoint


def _step(gathering: Gathering, before: tuple[State, ...], after: State, **also: datetime) -> None:
    if not Gathering.objects.filter(pk=gathering.pk, state__in=before).update(state=after, **also):
        raise refusals.NotAtThisPoint
    gathering.refresh_from_db()
