"""The pages of staff, and what the phone's page is made of."""

import re

import pytest
from django.urls import reverse
from PIL import Image

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.common.deed import CannotAct
from medskab.people.tests import factories as people
from medskab.rounds import actions, shell
from medskab.rounds.models import BagState, Door, Round, RoundState
from medskab.rounds.tests import factories


def at(name, *words):
    return reverse(name, args=["engen", *words])


def test_plans_the_way_in_the_order_of_the_numbers(staff, area, freja, walk):
    other = factories.planned(area, freja, name="Engvej 6", block="Block 2")
    first, second = (one.stops.get().stairwell_id for one in (walk, other))
    form = {"title": "Monday", "day": "2026-11-30", "idempotency_key": "one"}
    staff.post(at("round-new"), form | {f"stairwell_{first}": 2, f"stairwell_{second}": 1})
    made = Round.objects.get(title="Monday")
    assert [stop.stairwell_id for stop in made.stops.all()] == [second, first]
    assert Door.objects.filter(stop__round=made).count() == 6


def test_asks_for_a_stairwell(staff, walk):
    page = staff.post(at("round-new"), {"title": "Monday", "day": "2026-11-30", "idempotency_key": "one"})
    assert "Write a number at each stairwell" in page.content.decode()


def test_refuses_a_resident(area, walk):
    ida = people.person(area)
    with pytest.raises(CannotAct):
        actions.end_round(round_=walk, by=ida, now=now())
    with pytest.raises(CannotAct):
        actions.take_bags(round_=walk, mark="aaaa-bbbb", bags={}, by=ida, now=now())


def test_shows_how_far_it_came_and_whom_to_come_back_to(staff, send, walk):
    send(factories.sealed(walk, factories.status(factories.door_of(walk, 1), "come-back")))
    page = staff.get(at("round", walk.pk)).content.decode()
    assert "1 of 3 doors rung" in page
    assert "Freja" in page


def test_ends_a_round_once(staff, walk):
    staff.post(at("round-end", walk.pk), {"idempotency_key": "one"})
    assert Round.objects.get().state == RoundState.ENDED
    with pytest.raises(CannotAct):
        actions.end_round(round_=walk, by=walk.made_by, now=now())


def test_lists_rounds(staff, walk):
    assert "Round one" in staff.get(at("rounds")).content.decode()


def test_has_no_door_and_nobody_in_the_page_that_is_kept(staff, walk, freja):
    page = staff.get(at("round-door", walk.pk)).content.decode()
    for secret in ("Engvej", walk.title, freja.name, "csrf"):
        assert secret not in page


def test_sends_a_phone_the_doors_without_names(staff, walk):
    route = staff.get(at("round-route", walk.pk)).json()
    assert [door["name"] for door in route["stops"][0]["doors"]] == ["0 tv", "1 tv", "2 tv"]
    assert set(route) == {"area", "title", "stops", "statements", "survey", "statuses", "key"}


def test_keeps_every_module_that_the_page_imports(staff, walk):
    for module in shell.MODULES:
        folder = module.rpartition("/")[0]
        for name in re.findall(r'from "(\S+)"|import "(\S+)"', shell._text(module)):
            path = "".join(name)
            wanted = path.removeprefix("../") if path.startswith("../") else f"{folder}/{path[2:]}"
            assert wanted in shell.MODULES
    assert "SHELL = " in staff.get(at("round-worker", walk.pk)).content.decode()


def test_can_be_put_on_the_home_screen(staff, walk):
    manifest = staff.get(at("round-manifest", walk.pk)).json()
    assert manifest["scope"] == manifest["start_url"] == at("round-door", walk.pk)
    for size in shell.DRAWN:
        with Image.open(shell.finders.find(f"rounds/icon-{size}.png")) as icon:
            assert icon.size == (size, size)
    assert [one["sizes"] for one in manifest["icons"]] == ["any", "192x192", "512x512"]


def test_removes_with_a_reason_what_nobody_can_open(staff, area, freja):
    bag = factories.kept_bag(area, freja)
    page = staff.get(at("round", bag.round_id)).content.decode()
    assert at("round-bag-remove", bag.pk) in page
    staff.post(at("round-bag-remove", bag.pk), {"idempotency_key": "one", "why": "Empty test"})
    bag.refresh_from_db()
    assert (bag.state, bytes(bag.sealed), bag.why) == (BagState.REMOVED, b"", "Empty test")
    assert Line.objects.get(kind="rounds/bag-removed").because == "Empty test"
    assert "Damaged" not in staff.get(at("round", bag.round_id)).content.decode()


def test_removes_nothing_without_a_reason_or_that_may_still_open(area, freja, walk):
    bag = factories.kept_bag(area, freja)
    with pytest.raises(CannotAct):
        actions.remove_bag(bag=bag, why=" ", by=freja, now=now())
    with pytest.raises(CannotAct):
        actions.remove_bag(bag=bag, why="Empty", by=people.person(area, "Ida"), now=now())
    actions.try_again(bag=bag, by=freja, now=now())
    with pytest.raises(CannotAct):
        actions.remove_bag(bag=bag, why="Empty", by=freja, now=now())
