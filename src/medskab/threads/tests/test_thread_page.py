"""The page of a thread."""

import re
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from medskab.audit.models import Line
from medskab.threads import showing
from medskab.threads.views import thread

from .factories import AREA, SHOWING, thing, tie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shown(monkeypatch):
    monkeypatch.setattr(showing, "_showings", {})
    showing.register(Line, SHOWING)


@pytest.fixture
def visit(rf):
    def open_page(pk, *, kind="audit.line", person=None, area_id=AREA):
        request = rf.get("/engen/thread/")
        request.area = SimpleNamespace(pk=area_id, name="Engen", slug="engen", accent="brick")
        request.person, request.user = person, AnonymousUser()
        if person:
            request.user = SimpleNamespace(is_authenticated=True)
        return thread(request, kind=kind, pk=str(pk))

    return open_page


def seen(response):
    """The page's bytes without the guard against other sites, which is new on every page."""
    return re.sub(rb'(name="csrfmiddlewaretoken" value=")[^"]*', rb"\1", response.content)


def test_is_the_same_to_the_byte_with_and_without_a_hidden_thing(visit):
    need, vote = thing("need"), thing("vote")
    tie(need, vote)
    without = seen(visit(need.pk))
    tie(need, thing("secret", hidden=True), thing("behind the secret"))
    tie(thing("secret before", hidden=True), need)
    assert seen(visit(need.pk)) == without
    assert seen(visit(need.pk, person="staff")) != without


def test_shows_names_as_text(visit):
    need = thing("<script>alert(1)</script>")
    assert b"<script>alert" not in visit(need.pk).content


def test_links_to_the_other_things(visit):
    need, vote = thing("need"), thing("vote")
    tie(need, vote)
    page = visit(vote.pk).content.decode()
    assert 'href="/engen/need/"' in page
    assert "became" in page


@pytest.mark.parametrize("pk", ["0", "x", "-1", str(2**80), "1' or '1"])
def test_is_not_there_for_an_address_that_nobody_has(visit, pk):
    with pytest.raises(Http404):
        visit(pk, person="resident")


def test_answers_the_same_for_hidden_and_absent(visit):
    secret = thing("secret", hidden=True)
    with pytest.raises(Http404):
        visit(secret.pk, person="resident")
    assert visit(secret.pk).status_code == visit(999).status_code == 302
    assert visit(secret.pk, person="staff").status_code == 200


def test_does_not_show_another_areas_things(visit):
    with pytest.raises(Http404):
        visit(thing("need").pk, person="staff", area_id=2)


def test_knows_no_kind_that_was_not_registered(visit):
    with pytest.raises(Http404):
        visit(1, kind="people.account", person="staff")
