"""Opening what waits: each bag by itself, so that one that fails holds up no other."""

import logging
from datetime import datetime

from django.db.models import QuerySet

from medskab.common.deed import CannotAct

from . import actions
from .models import Bag, BagState
from .records import drop_files, read

_log = logging.getLogger(__name__)


def open_waiting(bags: QuerySet[Bag], now: datetime) -> None:
    """Open these bags as far as they wait; what is refused is kept with a sentence."""
    waiting = bags.filter(state=BagState.WAITING).select_related(
        "area", "round__conversation", "round__survey", "phone", "by"
    )
    for bag in waiting.order_by("id"):
        try:
            _open(bag, now)
        except CannotAct as error:
            actions.refuse_bag(bag=bag, why=str(error), by=None, now=now)
        except Exception:  # the phone must learn that its bag arrived, whatever is wrong with us
            _log.exception("A bag could not be opened; it waits.")


def _open(bag: Bag, now: datetime) -> None:
    record = read(bag)
    try:
        actions.open_bag(bag=bag, opened=record, by=bag.by, now=now)
    except Exception:
        record.is_carried_out = False
        raise
    finally:
        drop_files(record)
