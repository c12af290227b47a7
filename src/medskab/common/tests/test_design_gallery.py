"""The gallery shows every part, in every light and direction."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.base import BaseStorage
from django.test import RequestFactory

from medskab.common import bundles
from medskab.common.gallery import PAGES, gallery


class Kept(BaseStorage):
    """Messages that live as long as the request."""

    def _get(self, *args, **kwargs):
        return [], True

    def _store(self, messages, response, *args, **kwargs):
        return []


def shown(**query: str) -> str:
    request = RequestFactory().get("/gallery/", query)
    request.area = request.person = None
    request.user = AnonymousUser()
    request._messages = Kept(request)
    response = gallery(request)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_shows_each_page(page):
    text = shown(page=page)
    assert text.count("<h1") == 1
    assert "</html>" in text


def test_shows_a_page_from_right_to_left_in_the_dark_in_a_chosen_colour():
    text = shown(direction="rtl", theme="dark", accent="fjord")
    assert 'dir="rtl"' in text
    assert 'data-theme="dark"' in text
    assert 'data-accent="fjord"' in text


def test_falls_back_where_it_is_asked_for_what_is_not_there():
    text = shown(page="nothing", direction="up", theme="pink", accent="gold")
    assert 'dir="ltr"' in text
    assert 'data-accent="brick"' in text
    assert "data-theme" not in text


def test_has_no_component_sheet_without_a_place_in_the_gallery():
    everything = "".join(shown(page=page) for page in PAGES)
    sheets = sorted(path.stem for path in (bundles.STATIC / "css" / "components").glob("*.css"))
    marks = {
        "frame": "head__home",
        "courtyard": 'class="courtyard"',
        "way": 'class="trail"',
        "gallery": "gallery-",
    }
    # It dresses the whole frame of a screen for everybody, which the gallery is not.
    sheets.remove("kiosk")
    missing = [name for name in sheets if marks.get(name, f'class="{name}') not in everything]
    assert missing == []
