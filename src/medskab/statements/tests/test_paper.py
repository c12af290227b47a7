"""Sheets of statements: printed, filled in, typed in; each is one voice."""

import re

import pytest
from django.urls import reverse

from medskab.common.arriving import Channel
from medskab.common.codes import new_code, shown
from medskab.statements import paper
from medskab.statements.models import Voice, Vote
from medskab.statements.queries import shown as shown_statements

from . import factories


def at(name, about):
    return reverse(name, args=["engen", about.slug])


def filled(about, number, choices, key):
    rows = {f"s{one.pk}": choice for one, choice in zip(shown_statements(about), choices, strict=False)}
    return {"number": number, "idempotency_key": key, **rows}


def pages(answer):
    return len(re.findall(rb"/Type\s*/Page\b", answer.content))


@pytest.mark.parametrize(("many", "sides"), [(1, 1), (20, 1), (21, 2), (60, 2)])
def test_prints_twenty_on_a_side_and_two_sides_at_most(staff, yards, many, sides):
    factories.statements(yards, many)
    answer = staff.get(at("conversation-paper-file", yards), {"sheets": 3, "language": "da"})
    assert answer["Content-Type"] == "application/pdf"
    assert pages(answer) == 3 * sides


@pytest.mark.parametrize(
    "words", ['#read("/etc/passwd")', "]; #panic() [", "ما رأيك؟" * 20, "中文 👨‍👩‍👧 \u202e", "x" * 240]
)
def test_prints_whatever_people_wrote(staff, area, freja, words):
    about = factories.conversation(area, freja, title=words[:100], slug="hostile", question=words)
    for _number in range(20):
        factories.statement(about, words)
    assert pages(staff.get(at("conversation-paper-file", about), {"sheets": 1, "language": "en"})) == 1


def test_counts_a_sheet_once_however_often_it_is_typed(staff, yards):
    factories.statements(yards, 4)
    number = shown(new_code())
    staff.post(at("conversation-paper", yards), filled(yards, number, ["1", "-1", "0", ""], "one"))
    staff.post(at("conversation-paper", yards), filled(yards, number.lower(), ["1", "1", "0", ""], "two"))
    voice = Voice.objects.get()
    assert voice.channel == Channel.PAPER
    assert list(voice.votes.order_by("statement__number").values_list("choice", flat=True)) == [1, 1, 0]
    staff.post(at("conversation-paper", yards), filled(yards, shown(new_code()), ["1"], "three"))
    assert Voice.objects.count() == 2


def test_keeps_a_key_that_says_nothing_of_the_number(area, freja, yards):
    code, other = new_code(), factories.conversation(area, freja, "Our paths")
    assert code not in paper.key_of_sheet(yards, code)
    assert paper.key_of_sheet(yards, code) != paper.key_of_sheet(other, code)


def test_refuses_a_wrong_number_and_an_empty_sheet(staff, yards):
    factories.statements(yards, 2)
    code = new_code()
    wrong = code[:-1] + ("1" if code[-1] == "0" else "0")
    page = staff.post(at("conversation-paper", yards), filled(yards, wrong, ["1", "-1"], "one")).text
    assert "This is not the number of a sheet." in page
    assert page.count(" checked") == 2
    page = staff.post(at("conversation-paper", yards), filled(yards, code, ["", "9"], "two")).text
    assert "Nothing is filled in." in page
    assert not Vote.objects.exists()


def test_takes_no_sheet_once_it_is_closed(staff, yards):
    factories.statements(yards, 1)
    type(yards).objects.filter(pk=yards.pk).update(state="closed")
    staff.post(at("conversation-paper", yards), filled(yards, new_code(), ["1"], "one"))
    assert not Voice.objects.exists()
