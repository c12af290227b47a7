"""Printing posters and slips, and typing slips in."""

import re

import pytest

from medskab.common.clock import now
from medskab.needs import receipts, slip_codes
from medskab.needs.became import became
from medskab.needs.models import Channel, Input, InputState
from medskab.needs.prints import Door, on_walls, walls
from medskab.people.tests import factories as people
from medskab.places.models import Place, PlaceKind

from . import factories
from .handing_in import at, code_on, form


@pytest.fixture
def block(area):
    """A block with two stairwells, in a department."""
    top = people.place(area, "Afdeling 1", PlaceKind.DEPARTMENT)
    block = Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Blok 1", parent=top)
    for name in ("Opgang 10", "Opgang 2"):
        Place.objects.create(area=area, kind=PlaceKind.STAIRWELL, name=name, parent=block)
    return block


def pages(answer):
    return len(re.findall(rb"/Type\s*/Page\b", answer.content))


def test_hangs_in_every_stairwell_in_the_order_that_people_count(area, block):
    Place.objects.create(area=area, kind=PlaceKind.BLOCK, name="Blok 2", parent=block.parent)
    hung = on_walls(area, Door("say"), walls(area, None, now().date()))
    assert [one.place for one in hung] == ["Blok 1 · Opgang 2", "Blok 1 · Opgang 10", "Blok 2"]
    assert len(walls(area, block, now().date())) == 2


def test_hangs_once_where_no_places_are_known(area):
    (only,) = on_walls(area, Door("say"), walls(area, None, now().date()))
    assert only.place == area.name
    assert only.address.endswith("/engen/say/")


def test_makes_a_page_for_each_stairwell(staff, area, block):
    asked = {"place": block.pk, "door": "say", "languages": ["da", "ar"], "size": "strips"}
    answer = staff.get(at("need-posters-file"), asked)
    assert answer["Content-Type"] == "application/pdf"
    assert pages(answer) == 2


def test_asks_again_for_what_cannot_be_printed(staff, block):
    asked = {"door": "conversation:no-such", "languages": ["xx"], "size": "a9"}
    answer = staff.get(at("need-posters-file"), asked)
    assert answer["Content-Type"].startswith("text/html")
    assert "Print posters and slips" in answer.text
    assert staff.get(at("need-slips-file"), {"sheets": 999, "language": "da"}).status_code == 200


def test_prints_slips_that_are_kept_nowhere(staff, area, block):
    answer = staff.get(at("need-slips-file"), {"place": block.pk, "sheets": 2, "language": "da"})
    assert pages(answer) == 2
    assert answer["Cache-Control"] == "no-store"
    assert not Input.objects.exists()


def test_knows_its_own_codes_and_notices_each_wrong_sign(area):
    code = slip_codes.new_code(area)
    assert slip_codes.is_ours(area, code)
    assert not slip_codes.is_ours(people.area("skoven"), code)
    assert not slip_codes.is_ours(area, "")
    wrong = [code[:place] + "0123456789"[(place + 3) % 10] + code[place + 1 :] for place in range(10)]
    assert sum(slip_codes.is_ours(area, one) for one in wrong if one != code) <= 1


def test_lets_the_half_that_was_kept_open_the_answer(staff, client, area):
    code = slip_codes.new_code(area)
    page = staff.post(at("say"), form(slip_code=f"{code[:5].lower()} {code[5:]}"), follow=True).text
    assert code_on(page) == code
    row = Input.objects.get()
    assert (row.channel, row.receipt_hmac) == (Channel.PAPER, receipts.kept(code))
    assert row.typed_by is not None
    assert row.said_by is None
    assert code in client.post(at("need-receipt"), {"code": code}, follow=True).text.replace(
        "</span><span>", ""
    )


def test_takes_a_slip_once(staff, area):
    code = slip_codes.new_code(area)
    staff.post(at("say"), form(key="one", slip_code=code))
    staff.post(at("say"), form(key="one", slip_code=code))
    page = staff.post(at("say"), form("Other words", key="two", slip_code=code)).text
    assert "This code is in use already" in page
    assert Input.objects.count() == 1


def test_refuses_a_code_that_was_never_printed(staff, area):
    for code in ("ABCDE12345", receipts.code_for("a receipt"), "1", "æøå"):
        page = staff.post(at("say"), form(slip_code=code)).text
        if not slip_codes.is_ours(area, receipts.read(code)):
            assert "This is no code of a slip from here." in page
    assert not Input.objects.filter(receipt_hmac=receipts.kept("ABCDE12345")).exists()


def test_lets_nobody_choose_a_receipt_of_their_own(client, area):
    code = slip_codes.new_code(area)
    assert "slip_code" not in client.get(at("say")).text
    client.post(at("say"), form(slip_code=code))
    assert Input.objects.get().receipt_hmac != receipts.kept(code)


def test_counts_what_became_of_it_and_nothing_of_few(area, freja):
    need = factories.need(area, freja, "Light on the paths")
    for number in range(11):
        factories.said(area, f"Dark here {number}")
    Input.objects.filter(pk__in=Input.objects.values_list("pk")[:6]).update(state=InputState.ANSWERED)
    Input.objects.filter(state=InputState.NEW).update(state=InputState.JOINED)
    factories.said(area, "Hidden", at=now())
    Input.objects.filter(words="Hidden").update(state=InputState.HIDDEN)
    sheet = became(area, now())
    assert [number for number, _label in sheet.numbers] == ["6", "5", "0", "0"]
    assert [(one.title, one.voices, one.step) for one in sheet.needs] == [(need.title, "", 0)]


def test_prints_the_wall_sheet(staff, area, freja):
    factories.need(area, freja, "Light on the paths")
    answer = staff.get(at("need-became-file"), {"language": "da"})
    assert pages(answer) == 1
    assert staff.get(at("need-became-file"), {"language": "xx"})["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("name", ["need-posters", "need-posters-file", "need-slips-file", "need-became-file"])
def test_is_for_staff(client, ida, name):
    assert people.sign_in(client, ida).get(at(name)).status_code == 403
