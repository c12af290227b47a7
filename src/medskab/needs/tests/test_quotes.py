"""Words out of an interview stand with a need while their speaker says yes, and not a request longer."""

import pytest

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.fieldwork.models import QuoteUse
from medskab.fieldwork.tests import factories as fieldwork
from medskab.needs import actions
from medskab.people.models import Purpose

from . import factories
from .handing_in import at


@pytest.fixture
def need(area, freja):
    return factories.need(area, freja)


@pytest.fixture
def receipt():
    return new_code()


@pytest.fixture
def quote(area, freja, receipt):
    """Words that their speaker said yes to."""
    return fieldwork.quote(area, freja, receipt=receipt, is_yes=True)


def show(staff, need, quote, key="one", do="show"):
    words = {"quote": quote.pk, "do": do, "idempotency_key": key}
    return staff.post(at("need-quotes", need.slug), words)


def shown(client, need):
    return "<blockquote" in client.get(need.get_absolute_url()).text


def test_shows_words_to_everybody_once_staff_put_them_there(client, staff, need, quote):
    assert not shown(client, need)
    assert show(staff, need, quote).status_code == 302
    page = client.get(need.get_absolute_url()).text
    assert ">dark</blockquote>" in page
    assert str(quote.source.subject) not in page


def test_takes_words_off_again(client, staff, need, quote):
    show(staff, need, quote)
    assert "Take it off" in staff.get(at("need-quotes", need.slug)).text
    show(staff, need, quote, "two", "take-off")
    assert not shown(client, need)
    assert not QuoteUse.objects.exists()


@pytest.mark.parametrize("purpose", [Purpose.QUOTED, Purpose.STORED])
def test_goes_from_the_page_when_a_yes_is_taken_back(client, staff, need, quote, *, receipt, purpose):
    show(staff, need, quote)
    assert shown(client, need)
    words = {"code": receipt, "take-back": purpose, "idempotency_key": "back"}
    client.post(at("fieldwork-mine"), words)
    assert not shown(client, need)
    assert "<blockquote" not in staff.get(at("need-quotes", need.slug)).text


def test_keeps_them_where_the_need_was_put_together_with_another(client, area, freja, staff, *, need, quote):
    show(staff, need, quote)
    other = factories.need(area, freja, "Lamps")
    actions.merge_need(need=need, into=other, by=freja, now=now())
    assert shown(client, other)


def test_takes_no_words_that_wait_for_their_speaker(client, area, freja, staff, need):
    show(staff, need, fieldwork.quote(area, freja))
    assert not QuoteUse.objects.exists()


def test_needs_no_leave_to_show_a_name_since_none_is_shown(client, staff, need, quote):
    subject = quote.source.subject
    assert not subject.agreements.filter(purpose=Purpose.PUBLISHED, is_given=True).exists()
    show(staff, need, quote)
    assert shown(client, need)
