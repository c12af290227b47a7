"""It shows a speaker's words only while the speaker says yes."""

import pytest

from medskab.common.clock import now
from medskab.common.codes import new_code
from medskab.common.deed import CannotAct
from medskab.fieldwork import actions, envelopes, refusals
from medskab.fieldwork.models import QuoteState
from medskab.fieldwork.quoting import usable_quotes, usable_quotes_for
from medskab.fieldwork.tests import coding_factories as coding
from medskab.fieldwork.tests import factories
from medskab.people.models import Purpose
from medskab.people.tests import factories as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def staff(area):
    return people.facilitator(area)


def test_keeps_the_exact_words_sealed(area, staff):
    quote = coding.quote(area, staff)
    assert b"dark" not in bytes(quote.words)
    assert envelopes.open_note(quote.source, quote.words) == "dark"


def test_shows_no_quote_before_the_speaker_said_yes(area, staff):
    coding.quote(area, staff)
    coding.quote(area, staff, is_yes=False)
    assert usable_quotes(area) == []
    said_yes = coding.quote(area, staff, is_yes=True)
    assert [one.quote for one in usable_quotes(area)] == [said_yes]


def test_takes_a_quote_down_everywhere_when_the_leave_is_taken_back(area, staff):
    receipt = new_code()
    quote = coding.quote(area, staff, receipt=receipt, is_yes=True)
    actions.use_quote(quote=quote, kind="needs.need", row_id=7, by=staff, now=now())
    assert [one.words for one in usable_quotes_for("needs.need", 7)] == ["dark"]
    actions.take_back(area=area, code=receipt, purpose=Purpose.QUOTED, by=None, now=now())
    assert usable_quotes_for("needs.need", 7) == []
    assert usable_quotes(area) == []


def test_takes_a_quote_down_when_the_speaker_is_erased(area, staff):
    quote = coding.quote(area, staff, is_yes=True)
    actions.erase_subject(subject=quote.source.subject, by=staff, now=now())
    assert usable_quotes(area) == []


def test_takes_other_words_from_the_speaker_and_a_later_no(area, staff):
    receipt = new_code()
    quote = coding.quote(area, staff, receipt=receipt, is_yes=True)
    actions.answer_quote(quote=quote, code=receipt, is_yes=True, wording="It is dark.", by=None, now=now())
    assert [(one.words, one.is_plain) for one in usable_quotes(area)] == [("It is dark.", True)]
    actions.answer_quote(quote=quote, code=receipt, is_yes=False, wording="", by=None, now=now())
    assert usable_quotes(area) == []


def test_lets_nobody_else_answer(area, staff):
    quote = coding.quote(area, staff)
    actions.show_quote(quote=quote, by=staff, now=now())
    with pytest.raises(refusals.NoSuchReceipt):
        actions.answer_quote(quote=quote, code=new_code(), is_yes=True, wording="", by=None, now=now())
    quote.refresh_from_db()
    assert quote.state == QuoteState.SHOWN


def test_quotes_nobody_who_did_not_agree_to_it(area, staff):
    whom = factories.subject(area, staff, "stored", "analysed")
    passage = coding.coding(factories.interview(area, staff, whom=whom), staff)
    with pytest.raises(refusals.NotAllowedToQuote):
        actions.propose_quote(coding=passage, plain="", by=staff, now=now())


def test_uses_no_quote_that_waits(area, staff):
    quote = coding.quote(area, staff)
    with pytest.raises(CannotAct):
        actions.use_quote(quote=quote, kind="needs.need", row_id=7, by=staff, now=now())
    assert quote.uses.count() == 0
