"""Who to call: a list that can be called, kept by the board."""

import pytest
from django.urls import reverse

from medskab.audit.models import Line
from medskab.common.clock import now
from medskab.noticeboard import actions, queries, refusals
from medskab.noticeboard.models import Contact
from medskab.people.actions import erase
from medskab.people.tests import factories as people

from . import factories

WORDS = {"what": "Keys", "name": "The office", "phone": "12345678", "mail": "", "hours": "", "order": 2}


def test_lists_contacts_in_their_order_with_numbers_to_press(client, area, bo):
    factories.contact(area, bo, what="Washing", order=2)
    factories.contact(area, bo)
    assert [one.what for one in queries.contacts(area)] == ["Broken lifts", "Washing"]
    page = client.get(reverse("contacts", args=[area.slug])).text
    assert 'href="tel:+4512345678"' in page
    assert 'href="tel:112"' in page


def test_changes_and_removes_an_entry(area, freja):
    contact = factories.contact(area, freja)
    assert actions.change_contact(contact=contact, words=WORDS, by=freja, now=now()).what == "Keys"
    actions.remove_contact(contact=contact, by=freja, now=now())
    assert not Contact.objects.exists()
    assert Line.objects.filter(kind="noticeboard.contact_removed").exists()


def test_refuses_an_entry_that_reaches_nobody(area, freja):
    with pytest.raises(refusals.NobodyToReach):
        factories.contact(area, freja, phone="")


def test_refuses_those_who_keep_no_list(area, freja, strangers):
    contact = factories.contact(area, freja)
    for who in strangers:
        with pytest.raises(refusals.NotYoursToPost):
            factories.contact(area, who)
        with pytest.raises(refusals.NotYoursToPost):
            actions.change_contact(contact=contact, words=WORDS, by=who, now=now())
        with pytest.raises(refusals.NotYoursToPost):
            actions.remove_contact(contact=contact, by=who, now=now())


def test_forgets_who_is_erased_and_nobody_of_the_same_name(area, freja, ida):
    factories.contact(area, freja, name="Ida")
    factories.contact(area, freja, what="Lights", name="Another name", mail=ida.account.email)
    factories.contact(area, freja, what="Doors", name="Bo")
    erase(person=ida, by=freja, now=now())
    assert [one.name for one in queries.contacts(area)] == ["Bo"]
    namesake = people.person(area, "Bo", email="bo2@example.org")
    people.person(area, "Bo", email="bo3@example.org")
    erase(person=namesake, by=freja, now=now())
    assert [one.name for one in queries.contacts(area)] == ["Bo"]


def test_writes_numbers_with_figures_only(client, area, bo):
    people.sign_in(client, bo)
    sent = {**WORDS, "idempotency_key": "one"}
    address = reverse("contact-new", args=[area.slug])
    assert "with figures only" in client.post(address, {**sent, "phone": "javascript:1"}).text
    for _time in range(2):
        assert client.post(address, sent).status_code == 302
    assert Contact.objects.count() == 1
