"""The pages about money, walked as people walk them."""

import pytest
from django.test import Client
from django.urls import reverse

from medskab.mandates.tests.factories import mandate
from medskab.notifications.models import News
from medskab.people.tests import factories as people
from medskab.resources import queries
from medskab.resources.models import BudgetLine, Spending


def signed_in(person):
    client = Client()
    people.sign_in(client, person)
    return client


@pytest.fixture
def bo(here):
    return people.person(here, "Bo", "board-member")


@pytest.fixture
def bill(line, commitment):
    """What the form about a bill of 400 kr. is sent with; above 200 kr. a second person is needed."""
    return {
        "idempotency_key": "one",
        "commitment": commitment.pk,
        "amount_ore": "400,50",
        "on": "2026-05-04",
        "payee": "The timber yard",
        "what": "Planks",
        "voucher": "A 12",
    }


def address(name, thing):
    return reverse(name, args=[thing.area.slug, thing.pk])


def read(client, name, thing):
    return client.get(address(name, thing)).content.decode().replace("\xa0", " ")


def test_takes_money_in_and_shows_it_to_everybody(here, freja):
    right = mandate(here, freja)
    fields = {"idempotency_key": "a", "title": "Courtyards", "mandate": right.pk}
    fields |= {"amount_ore": "250.000", "source": "The housing organisation"}
    assert signed_in(freja).post(reverse("money-new", args=[here.slug]), fields).status_code == 302
    line = BudgetLine.objects.get()
    assert queries.available_ore(line) == 250_000_00
    for page in (reverse("money", args=[here.slug]), line.get_absolute_url()):
        shown = Client().get(page).content.decode()
        assert "Courtyards" in shown
        assert "The housing organisation" in shown


def test_pays_a_bill_when_another_person_says_yes(line, freja, bo, bill):
    client = signed_in(freja)
    answer = client.post(address("money-pay", line), bill)
    spending = Spending.objects.get()
    assert answer.url == spending.get_absolute_url()
    assert "Somebody else must say that it is right" in read(client, "money-bill", spending)
    assert "400.50" not in read(Client(), "money-line", line)
    assert News.objects.get(person=bo).kind == "resources/waiting"
    board = signed_in(bo)
    assert spending.get_absolute_url() in board.get(reverse("money", args=[line.area.slug])).content.decode()
    board.post(address("money-confirm", spending), {"idempotency_key": "two"})
    shown = read(Client(), "money-line", line)
    assert "kr 400.50" in shown
    assert "kr 500 promised. kr 400.50 paid. kr 99.50 left." in shown
    assert "Planks" not in shown
    assert "The timber yard" not in shown
    assert News.objects.get(person=freja).kind == "resources/answered"


def test_lets_nobody_confirm_what_they_wrote_down(line, freja, bill):
    client = signed_in(freja)
    client.post(address("money-pay", line), bill)
    spending = Spending.objects.get()
    answer = client.post(address("money-confirm", spending), {"idempotency_key": "two"})
    assert "Somebody else than the one who wrote it down must confirm it." in answer.content.decode()
    assert queries.state_of(spending) == queries.SpendingState.WAITING


def test_says_how_much_is_left_when_a_bill_asks_for_more(line, freja, bill):
    answer = signed_in(freja).post(address("money-pay", line), bill | {"amount_ore": "500,01"})
    assert "Only 500 kr. is left for this." in answer.content.decode()
    assert not Spending.objects.exists()


@pytest.mark.parametrize("typed", [{"amount_ore": "nothing"}, {"payee": ""}, {"on": "2126-01-01"}])
def test_asks_again_for_what_is_missing_or_wrong(line, freja, bill, typed):
    answer = signed_in(freja).post(address("money-pay", line), bill | typed)
    assert "Something is missing or wrong" in answer.content.decode()
    assert not Spending.objects.exists()


def test_pays_once_however_often_the_button_is_pressed(line, freja, commitment, bill):
    client = signed_in(freja)
    for _ in range(2):
        assert client.post(address("money-pay", line), bill | {"amount_ore": "150"}).status_code == 302
    assert queries.left_ore(commitment) == 350_00


def test_chooses_the_part_from_which_somebody_came(line, freja, commitment):
    client = signed_in(freja)
    page = client.get(f"{address('money-pay', line)}?part={commitment.pk}").content.decode()
    assert "Benches: 500 kr. left" in page
    assert "checked" in page


def test_sends_back_where_nothing_is_promised(line, freja):
    answer = signed_in(freja).get(address("money-pay", line), follow=True)
    assert "Nothing is promised from this money" in answer.content.decode()


def test_takes_a_bill_back_with_a_reason_that_only_staff_and_board_read(line, freja, spend):
    spending = spend(150)
    client = signed_in(freja)
    fields = {"idempotency_key": "a", "because": "Paid twice"}
    assert client.post(address("money-take-back", spending), fields).status_code == 302
    assert "Paid twice" in read(client, "money-bill", spending)
    shown = read(Client(), "money-line", line)
    assert "Taken back" in shown
    assert "Paid twice" not in shown
    assert "kr 500 left." in shown


def test_closes_what_is_all_paid(line, freja, commitment, spend):
    spend(120)
    fields = {"idempotency_key": "a", "because": "They stand there"}
    answer = signed_in(freja).post(address("money-close", commitment), fields)
    assert answer.url == commitment.get_absolute_url()
    assert "Closed" in read(Client(), "money-line", line)
    assert queries.available_ore(line) == 880_00
