"""Putting the board in order: two needs that are one, one need that is two, and taking either back."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import queries, rules
from medskab.needs.models import Input, Joining, Move, MovedInput, MoveKind, Need
from medskab.people.models import Person
from medskab.threads.actions import link

from .needs import Worded, make_need


@deed
def merge_need(*, need: Need, into: Need, by: Person, now: datetime) -> Move:
    """Put a need together with another: its voices go there, its page leads on."""
    need, into = _locked(by, need, into)
    if need.pk == into.pk:
        raise CannotAct(_("Choose another one."))
    if need.kind != into.kind:
        raise CannotAct(_("A need and an asset stay apart."))
    move = _begin(MoveKind.MERGE, need, into, by, now)
    _carry(move, need.joinings.all())
    need.merged_into = into
    need.save(update_fields=["merged_into"])
    return move


@deed
def split_need(*, need: Need, worded: Worded, inputs: Collection[Input], by: Person, now: datetime) -> Need:
    """Divide a new need off another, together with what people said about it."""
    (need,) = _locked(by, need)
    leaving = need.joinings.filter(input__in=inputs)
    if not leaving.exists():
        raise CannotAct(_("Choose what shall go to the new one."))
    if not need.joinings.exclude(input__in=inputs).exists():
        raise CannotAct(_("Something must stay. If all shall go, change the words instead."))
    made = make_need(area=need.area, worded=worded, by=by, now=now)
    _carry(_begin(MoveKind.SPLIT, need, made, by, now), leaving)
    return made


@deed
def undo_move(*, move: Move, because: str, by: Person, now: datetime) -> Move:
    """Put the voices back where they were, as long as nothing was moved on from there."""
    _locked(by, move.out_of, move.into, are_standing=False)
    move.refresh_from_db()
    _check_undo(move, because)
    origin = move.out_of
    _carry_back(move)
    if move.kind == MoveKind.MERGE:
        Need.objects.filter(pk=origin.pk).update(merged_into=None)
    else:
        Need.objects.filter(pk=move.into_id).update(merged_into=origin)
    move.undone_at = now
    move.save(update_fields=["undone_at"])
    record(f"needs/{move.kind}-undone", move, by=by, now=now, because=because.strip())
    return move


def _check_undo(move: Move, because: str) -> None:
    if not because.strip():
        raise CannotAct(_("Say why. The log keeps it."))
    if move.undone_at:
        raise CannotAct(_("It is undone already."))
    if queries.moves_of(move.out_of, move.into).filter(undone_at=None, pk__gt=move.pk).exists():
        raise CannotAct(_("More was put in order since. Undo the last first."))
    if move.kind == MoveKind.SPLIT:
        others = move.into.joinings.exclude(input__in=move.moved.values("input"))
        if others.exists():
            raise CannotAct(_("Others were joined to the new one since. Put the two together instead."))


def _locked(by: Person, *needs: Need, are_standing: bool = True) -> list[Need]:
    """The needs as they are now, kept still until the deed is done."""
    if not all(rules.may_sort(by, need) for need in needs) or len({need.area_id for need in needs}) > 1:
        raise CannotAct(_("Only those who work here do this."))
    found = Need.objects.select_for_update().filter(pk__in=[need.pk for need in needs]).order_by("pk")
    fresh = {need.pk: need for need in found}
    if are_standing and any(need.merged_into_id for need in fresh.values()):
        raise CannotAct(_("It was put together with another already."))
    return [fresh[need.pk] for need in needs]


def _begin(kind: MoveKind, out_of: Need, into: Need, by: Person, now: datetime) -> Move:
    """On the thread the move stands between the two, for as long as it is not undone."""
    move = Move.objects.create(area=out_of.area, kind=kind, out_of=out_of, into=into, by=by, at=now)
    is_merge = kind == MoveKind.MERGE
    link(
        out_of,
        move,
        why=gettext_noop("was put together") if is_merge else gettext_noop("was divided"),
        now=now,
    )
    link(move, into, why=gettext_noop("goes on as"), now=now)
    record(f"needs/{kind.value}", move, by=by, now=now, figures={"out_of": out_of.pk, "into": into.pk})
    return move


def _carry(move: Move, leaving: QuerySet[Joining]) -> None:
    there = set(move.into.joinings.values_list("input_id", flat=True))
    MovedInput.objects.bulk_create(
        MovedInput(area=move.area, move=move, input_id=pk, was_there=pk in there)
        for pk in leaving.values_list("input_id", flat=True)
    )
    leaving.filter(input__in=there).delete()
    leaving.update(need=move.into)


def _carry_back(move: Move) -> None:
    """What was joined to both before is joined to both again; what was unjoined since stays so."""
    both = move.moved.filter(was_there=True).values("input")
    back = Joining.objects.filter(need=move.into, input__in=move.moved.values("input"))
    Joining.objects.bulk_create(
        Joining(area=move.area, input_id=one.input_id, need=move.out_of, joined_at=one.joined_at)
        for one in back.filter(input__in=both)
    )
    again = set(move.out_of.joinings.values_list("input_id", flat=True))
    leaving = back.exclude(input__in=both)
    leaving.filter(input__in=again).delete()
    leaving.update(need=move.out_of)
