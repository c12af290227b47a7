"""Taking in the bags of a phone, and opening each exactly once."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.rounds import queries, rules
from medskab.rounds.models import MOST_WHY, Bag, BagState, DoorStatus, Phone, Round
from medskab.rounds.records import Record, carry_out


@deed
def take_bags(*, round_: Round, mark: str, bags: Mapping[str, bytes], by: Person, now: datetime) -> Phone:
    """Keep what came, by record id: what is here already stays as it is."""
    if not rules.may_walk(by, round_):
        raise CannotAct(_("Only those who work here walk rounds."))
    seen = {"by": by, "last_seen": now}
    phone, _made = Phone.objects.update_or_create(
        round=round_,
        mark=mark,
        defaults=seen,
        create_defaults=seen | {"area": round_.area, "first_seen": now},
    )
    rows = [
        Bag(area=round_.area, round=round_, phone=phone, by=by, record_id=key, sealed=sealed, received_at=now)
        for key, sealed in bags.items()
    ]
    Bag.objects.bulk_create(rows, ignore_conflicts=True)
    return phone


@deed
def open_bag(*, bag: Bag, opened: Record, by: Person | None, now: datetime) -> Bag:
    """What is in it takes effect, and the bag is emptied: both or neither, and once."""
    waiting = Bag.objects.filter(pk=bag.pk, state=BagState.WAITING)
    if not waiting.update(state=BagState.OPENED, sealed=b"", why=""):
        return bag
    carry_out(bag, opened, now=now)
    return bag


@deed
def refuse_bag(*, bag: Bag, why: str, by: Person | None, now: datetime) -> Bag:
    """It stays as it came, and staff read why it could not be opened."""
    waiting = Bag.objects.filter(pk=bag.pk, state=BagState.WAITING)
    if waiting.update(state=BagState.REFUSED, why=why[:MOST_WHY]):
        record("rounds/bag-refused", bag, by=by, now=now)
    return bag


@deed
def try_again(*, bag: Bag, by: Person, now: datetime) -> Bag:
    """What hindered it may be gone: the bag waits once more."""
    if not rules.may_walk(by, bag):
        raise CannotAct(_("Only those who work here do this."))
    Bag.objects.filter(pk=bag.pk, state=BagState.REFUSED).update(state=BagState.WAITING, why="")
    record("rounds/bag-again", bag, by=by, now=now)
    return bag


@deed
def remove_bag(*, bag: Bag, why: str, by: Person, now: datetime) -> Bag:
    """What nobody can open need not lie here for good; who removed it, and why, is in the log."""
    if not rules.may_walk(by, bag):
        raise CannotAct(_("Only those who work here do this."))
    if not why.strip():
        raise CannotAct(_("Write why it is removed."))
    refused = Bag.objects.filter(pk=bag.pk, state=BagState.REFUSED)
    if not refused.update(state=BagState.REMOVED, sealed=b"", why=why.strip()[:MOST_WHY]):
        raise CannotAct(_("This was opened or removed meanwhile."))
    record("rounds/bag-removed", bag, by=by, now=now, because=why.strip()[:MOST_WHY])
    return bag


@deed
def confirm_erased(*, phone: Phone, by: Person | None, now: datetime) -> Phone:
    """The phone says that it has forgotten."""
    Phone.objects.filter(pk=phone.pk, erased_at=None).exclude(erase_asked_at=None).update(erased_at=now)
    record("rounds/phone-erased", phone, by=by, now=now)
    return phone


@deed
def forget_not_home(*, by: Person | None, now: datetime) -> None:
    """Who was not home is nobody's business a day later."""
    DoorStatus.objects.filter(queries.forgotten(now)).delete()
