"""Every movement: to look at, to download, and the proof that it all adds up."""

import csv

import pytest
from django.test import Client
from django.urls import reverse

from medskab.common.clock import now
from medskab.people.tests import factories as people
from medskab.resources import actions
from medskab.resources.jobs import check_ledgers
from medskab.resources.models import Account
from medskab.tools.jobs.tests.factories import run_pending_jobs

CLOSED = ("money-movements", "money-movements-csv", "money-pay")


@pytest.fixture
def board(client, here):
    people.sign_in(client, people.person(here, "Bo", "board-member"))
    return client


def test_shows_every_movement_to_the_board(board, line, spend):
    spend(120)
    page = board.get(reverse("money-movements", args=[line.area.slug, line.pk])).content.decode()
    assert "Planks · The timber yard · A 12" in page
    assert "Freja" in page
    for kind in ("Given", "Reserved", "Committed", "Spent"):
        assert kind in page


def test_downloads_every_ore_and_no_formula(board, line, spend):
    spend(1, amount_ore=120_05, words=actions.Words("=HYPERLINK(1)", "Planks", "A 12"))
    answer = board.get(reverse("money-movements-csv", args=[line.area.slug, line.pk]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, *rows = csv.reader(text.splitlines(), delimiter=";")
    given, *_others, spent = (dict(zip(head, row, strict=True)) for row in rows)
    assert given["Amount in kr."] == "1000,00"
    assert (spent["Amount in kr."], spent["Paid to"]) == ("120,05", "'=HYPERLINK(1)")
    assert spent["Decided as"] == "Benches"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", CLOSED)
def test_keeps_residents_and_other_areas_out(line, name):
    address = reverse(name, args=[line.area.slug, line.pk])
    skoven = people.area("skoven")
    for who, status in (
        (people.person(line.area, "Ida", "resident"), 403),
        (people.facilitator(skoven, "Nadia"), 404),
    ):
        client = Client()
        people.sign_in(client, who)
        assert client.get(address).status_code == status
    assert Client().get(address).status_code == 302


def test_finds_no_line_of_another_area(line):
    skoven = people.area("skoven")
    nadia = Client()
    people.sign_in(nadia, people.facilitator(skoven, "Nadia"))
    for name in ("money-line", *CLOSED):
        assert nadia.get(reverse(name, args=[skoven.slug, line.pk])).status_code == 404


def test_says_that_the_books_add_up_and_when_the_night_looked(board, line, spend):
    address = reverse("money", args=[line.area.slug])
    page = board.get(address).content.decode()
    assert "accounts are what was written" in page
    assert "The check of the night has not run yet" in page
    check_ledgers.enqueue()
    run_pending_jobs()
    assert "Last night’s check ended" in board.get(address).content.decode()
    assert "Do the books add up?" not in Client().get(address).content.decode()


def test_says_which_account_is_wrong(board, line):
    Account.objects.filter(line=line, kind="budget").update(balance_ore=5)
    page = board.get(reverse("money", args=[line.area.slug])).content.decode().replace("\xa0", " ")
    assert "it says kr 0.05, but kr 1,000 was written." in page


def test_asks_the_same_number_of_questions_however_many_bills(
    client, line, spend, django_assert_max_num_queries
):
    for kroner in range(1, 9):
        spend(kroner, now=now())
    with django_assert_max_num_queries(30):
        client.get(line.get_absolute_url())
