"""A screen in the neighbourhood: one person after another, and nothing of them is left."""

import pytest

from medskab.needs.models import Channel, Input
from medskab.people.tests import factories as people

from .handing_in import at, form


@pytest.fixture
def place(area):
    return people.place(area)


@pytest.fixture
def screen(staff, place):
    staff.post(at("kiosk-set-up"), {"place": place.pk, "code": "gaarden"})
    return staff


def test_signs_out_who_sets_it_up(screen):
    assert "_auth_user_id" not in screen.session
    page = screen.get(at("kiosk")).text
    assert "<kiosk-watch" in page
    assert 'http-equiv="refresh"' in page
    assert "I am done" in page
    assert "Sign in" not in page


def test_keeps_with_what_is_said_that_it_came_by_the_screen(screen, place):
    screen.get(at("kiosk"))
    screen.post(at("say"), form(place=place.pk))
    assert Input.objects.get().channel == Channel.KIOSK
    assert f'<option value="{place.pk}" selected>' in screen.get(at("say")).text


def test_forgets_who_stood_there(screen):
    screen.get(at("kiosk"))
    screen.post(at("say"), form())
    screen.cookies["voice"] = "somebody's"
    screen.cookies["django_language"] = "da"
    answer = screen.get(at("kiosk-done"))
    assert answer.url == at("kiosk")
    left = {name for name, cookie in screen.cookies.items() if cookie.value}
    assert left == {"kiosk", "arrival"}
    assert '"storage"' in answer["Clear-Site-Data"]


def test_ends_with_the_code_alone(screen):
    assert "This is not the code" in screen.post(at("kiosk-end"), {"code": "garden"}).text
    assert screen.post(at("kiosk-end"), {"code": "gaarden"}).status_code == 302
    assert "kiosk-watch" not in screen.get(at("say")).text


def test_takes_no_more_tries_after_some(screen):
    for _try in range(5):
        screen.post(at("kiosk-end"), {"code": "wrong"})
    assert "Wait a minute" in screen.post(at("kiosk-end"), {"code": "gaarden"}).text


def test_is_no_screen_by_a_cookie_that_is_not_ours(client, area):
    client.cookies["kiosk"] = "engen"
    assert client.get(at("kiosk")).url == at("kiosk-set-up")
    assert client.get(at("kiosk-done")).url == area.get_absolute_url()
    assert "kiosk-watch" not in client.get(at("say")).text
