"""The board's pages: open to everybody, kept by few."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from medskab.common.clock import now
from medskab.noticeboard.models import Notice
from medskab.people.tests import factories as people

from . import factories

KEEPING = ("notice-new", "contact-new", "document-new")


def test_shows_everybody_what_hangs_and_offers_no_deed(client, area, freja):
    factories.notice(area, freja, is_urgent=True)
    page = client.get(reverse("notices", args=[area.slug])).text
    assert "The water is off" in page
    assert "Urgent" in page
    assert "Put up a notice" not in page


def test_escapes_what_is_written(client, area, freja):
    factories.notice(area, freja, title="<b>Hej</b>", text="<script>x()</script>")
    page = client.get(reverse("notices", args=[area.slug])).text
    assert "&lt;b&gt;Hej" in page
    assert "<script>x" not in page


def test_hides_what_goes_up_later_from_everybody_else(client, area, freja, ida):
    later = timezone.localdate(now()) + timedelta(days=2)
    notice = factories.notice(area, freja, title="A secret", from_on=later)
    people.sign_in(client, ida)
    assert "A secret" not in client.get(reverse("notices", args=[area.slug])).text
    assert client.get(notice.get_absolute_url()).status_code == 403
    people.sign_in(client, freja)
    assert "A secret" in client.get(reverse("notices", args=[area.slug])).text
    assert client.get(notice.get_absolute_url()).status_code == 200


def test_puts_up_changes_and_takes_down_through_the_pages(client, area, bo):
    people.sign_in(client, bo)
    day = timezone.localdate(now())
    sent = {"title": "Heat", "text": "", "from_on": day, "until_on": day, "idempotency_key": "one"}
    assert client.get(reverse("notice-new", args=[area.slug])).status_code == 200
    for _time in range(2):
        assert client.post(reverse("notice-new", args=[area.slug]), sent).status_code == 302
    notice = Notice.objects.get()
    change = reverse("notice-change", args=[area.slug, notice.pk])
    assert 'value="Heat"' in client.get(change).text
    wrong = {**sent, "until_on": day - timedelta(days=1), "idempotency_key": "two"}
    assert "before the first" in client.post(change, wrong).text
    assert (
        client.post(change, {**sent, "title": "Heat is back", "idempotency_key": "three"}).status_code == 302
    )
    down = reverse("notice-take-down", args=[area.slug, notice.pk])
    assert "archive" in client.get(down).text
    assert client.post(down, {"idempotency_key": "four"}).status_code == 302
    assert "Heat is back" in client.get(reverse("notices-archive", args=[area.slug])).text
    assert client.get(change).status_code == 404


@pytest.mark.parametrize("name", KEEPING)
def test_opens_the_keeping_to_the_board_and_staff_only(client, bo, freja, strangers, name):
    address = reverse(name, args=[freja.area.slug])
    assert client.get(address).status_code == 302
    for who, expected in ((bo, 200), (freja, 200), (strangers[0], 403), (strangers[1], 404)):
        people.sign_in(client, who)
        assert client.get(address).status_code == expected


def test_finds_nothing_of_another_area(client, area, freja):
    notice = factories.notice(area, freja)
    other = people.area("skoven")
    people.sign_in(client, people.facilitator(other, "Nadia"))
    assert client.get(reverse("notice", args=[other.slug, notice.pk])).status_code == 404


@pytest.mark.parametrize("name", ["notices", "contacts", "documents", "notices-archive"])
def test_asks_the_same_number_of_questions_however_much_hangs(
    client, area, freja, django_assert_max_num_queries, name
):
    for number in range(12):
        factories.notice(area, freja, title=f"Notice {number}", place=people.place(area, f"Place {number}"))
        factories.contact(area, freja)
        factories.document(area, freja)
    with django_assert_max_num_queries(8):
        assert client.get(reverse(name, args=[area.slug])).status_code == 200
