"""Rounds, their doors and what phones send, for this room's tests and for the rooms above."""

import json
from base64 import b64encode
from datetime import date
from uuid import uuid4

from medskab.common.clock import now
from medskab.places.tests import factories as places
from medskab.rounds import actions
from medskab.rounds.models import Door
from medskab.tools.vault import bag

CODE = "0123456789"


def planned(area, by, name="Engvej 4", doors=3, *, block="Block 1", **asked):
    """A round with one stairwell."""
    stairwell = places.stairwell(places.block(area, block), name)
    for number in range(doors):
        places.dwelling(stairwell, floor=str(number))
    way = actions.Way("Round one", date(2026, 11, 24), [stairwell], **asked)
    return actions.plan_round(area=area, way=way, by=by, now=now())


def door_of(round_, at=0):
    """One of its doors."""
    return Door.objects.filter(stop__round=round_)[at]


def status(door, status="spoken", count=1, at="2026-11-24T10:00:00Z", **facts):
    """A record that says what became of a door."""
    return {"kind": "status", "door": door.pk, "status": status, "count": count, "at": at, **facts}


def need(door, words="The lamp is out", code=CODE, **facts):
    """A record with somebody's words."""
    given = {"kind": "need", "stop": door.stop_id, "sort": "need", "words": words, "voice": "", "code": code}
    return given | facts


def note(door, words="Three lamps are out"):
    """A record with what the walker saw."""
    return {"kind": "note", "stop": door.stop_id, "words": words}


def sealed(round_, record, record_id="", key_of=None):
    """The record as a phone sends it."""
    record_id = record_id or str(uuid4())
    about = bag.about(round_.area.slug, (key_of or round_).pk, record_id)
    return {
        "id": record_id,
        "sealed": b64encode(bag.seal_bag(json.dumps(record).encode(), about=about)).decode(),
    }


def kept_bag(area, by):
    """A bag that does not open."""
    round_ = planned(area, by, name="Engvej 9", block="Block 9")
    phone = actions.take_bags(
        round_=round_, mark="0000-1111", bags={"record-1": b"nothing"}, by=by, now=now()
    )
    row = phone.round.bags.get()
    return actions.refuse_bag(bag=row, why="Damaged.", by=None, now=now())
