"""What the pages cost: the same number of questions however much was said."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from medskab.common.clock import now
from medskab.needs.models import Channel, Input, InputState, Joining, Need, NeedKind
from medskab.people.tests import factories as people
from medskab.threads.models import Link

from . import factories


def grow(area, needs, inputs, into=()):
    """Many needs, and many who said something: a third of it waits, the rest is joined and linked."""
    moment = now()
    place = people.place(area, f"Yard {needs}")
    facts = {"area": area, "place": place, "kind": NeedKind.NEED, "made_at": moment}
    made = Need.objects.bulk_create(
        Need(title=f"Need {needs}-{number}", slug=f"need-{needs}-{number}", **facts)
        for number in range(needs)
    )
    made += into
    said = {"area": area, "place": place, "channel": Channel.WEB, "kind": "need", "words": "A lamp"}
    rows = Input.objects.bulk_create(
        Input(
            **said,
            said_on=moment.date(),
            said_at=moment,
            receipt_hmac=f"{needs}-{number}",
            state=InputState.JOINED if number % 3 else InputState.NEW,
            days_to_end=number % 9 if number % 3 else None,
        )
        for number in range(inputs)
    )
    joined = [(row, made[row.pk % len(made)]) for row in rows if row.state == InputState.JOINED]
    Joining.objects.bulk_create(
        Joining(area=area, input=row, need=need, joined_at=moment) for row, need in joined
    )
    Link.objects.bulk_create(
        Link(
            area_id=area.pk,
            from_kind="needs.input",
            from_id=str(row.pk),
            to_kind="needs.need",
            to_id=str(need.pk),
            why="was heard in",
            at=moment,
        )
        for row, need in joined
    )


def asked_by(client, address):
    client.get(address)  # the session notes the day once
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


PUBLIC = {"needs": 9, "say": 6, "say-at": 7, "need": 10, "thread": 5, "need-receipt": 1}
STAFF = {"need-queue": 10, "need-coverage": 13, "need-input": 18}


@pytest.mark.parametrize("name", [*PUBLIC, *STAFF])
def test_asks_as_often_for_many_as_for_few(client, area, freja, name):
    need = factories.need(area, freja)
    row = factories.said(area, "A lamp")
    words = {
        "say-at": [people.place(area).pk],
        "need": [need.slug],
        "thread": ["needs.need", str(need.pk)],
        "need-input": [row.pk],
    }
    if name in STAFF:
        people.sign_in(client, freja)
    address = reverse(name, args=["engen", *words.get(name, [])])
    grow(area, needs=3, inputs=30, into=[need])
    few = asked_by(client, address)
    grow(area, needs=30, inputs=300, into=[need] * 30)
    assert asked_by(client, address) == few <= {**PUBLIC, **STAFF}[name]


def test_stays_light_on_the_wire(client, area):
    grow(area, needs=30, inputs=300)
    assert len(client.get(reverse("needs", args=["engen"])).content) < 30_000
    assert len(client.get(reverse("say", args=["engen"])).content) < 30_000
