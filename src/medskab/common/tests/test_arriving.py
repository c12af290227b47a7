from types import SimpleNamespace

from django.http import HttpResponse
from django.test import RequestFactory

from medskab.common import voices
from medskab.common.arriving import Arrival, Channel, arrival, came_by, forget_arrival

_HERE = SimpleNamespace(pk=7)
_BYTES_AS_HEX = 64


def _asked(response=None, area=_HERE, person=None):
    request = RequestFactory().get("/")
    request.area, request.person = area, person
    for name, cookie in (response.cookies if response else {}).items():
        if cookie.value:
            request.COOKIES[name] = cookie.value
    return request


def test_comes_by_the_web_where_nothing_is_known():
    assert arrival(_asked()) == Arrival(Channel.WEB)


def test_remembers_the_door_in_its_own_area_only():
    answer = came_by(HttpResponse(), _HERE, Arrival(Channel.KIOSK, 3))
    assert arrival(_asked(answer)) == Arrival(Channel.KIOSK, 3)
    assert arrival(_asked(answer, area=SimpleNamespace(pk=8))) == Arrival(Channel.WEB)


def test_takes_no_door_that_somebody_made_up():
    request = _asked()
    request.COOKIES["arrival"] = "7:kiosk:3"
    assert arrival(request) == Arrival(Channel.WEB)


def test_forgets_the_door():
    assert arrival(_asked(forget_arrival(HttpResponse()))) == Arrival(Channel.WEB)


def test_gives_a_browser_one_voice_for_one_purpose():
    first = _asked()
    answer = voices.remember(first, HttpResponse())
    again = _asked(answer)
    assert voices.voice(first, "talk:1") == voices.voice(again, "talk:1")
    assert voices.voice(again, "talk:1") != voices.voice(again, "talk:2")
    assert voices.is_new_here(first)
    assert not voices.is_new_here(again)


def test_gives_a_person_the_same_voice_in_every_browser():
    person = SimpleNamespace(pk=5)
    mine = voices.voice(_asked(person=person), "talk:1")
    assert mine == voices.voice_of_person(person, "talk:1")
    assert len(mine) == _BYTES_AS_HEX
    assert not voices.remember(_asked(person=person), HttpResponse()).cookies


def test_gives_another_voice_after_forgetting():
    answer = voices.remember(_asked(), HttpResponse())
    before = voices.voice(_asked(answer), "talk:1")
    assert voices.voice(_asked(voices.forget_voice(HttpResponse())), "talk:1") != before
