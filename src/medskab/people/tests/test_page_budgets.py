"""Pages ask the database the same number of questions, however many people there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from medskab.common.clock import now
from medskab.people import actions
from medskab.people.models import Purpose, RoleKind

from .factories import area, facilitator, person, place, sign_in

pytestmark = pytest.mark.django_db


def grow(here, freja, number):
    """As many people more, each with roles, consents, a child and a club."""
    block = place(here, f"Blok {number}")
    for one in range(number):
        ida = person(here, f"Ida{number}-{one}", RoleKind.RESIDENT)
        actions.give_role(person=ida, kind=RoleKind.PARTNER, place=block, by=freja, now=now())
        club = actions.add_organisation(area=here, name=f"Club {number}-{one}", by=freja, now=now())
        actions.join_organisation(organisation=club, person=ida, is_contact=True, by=freja, now=now())
        actions.make_join_code(area=here, place=block, by=freja, now=now())
        answer = actions.Answer(purpose=Purpose.QUOTED, is_given=True, said_by=freja, language="da")
        actions.answer_consent(person=freja, answer=answer, by=freja, now=now())


@pytest.mark.parametrize("name", ["people", "organisations", "join-codes", "invite", "mine", "news"])
def test_asks_no_more_questions_about_ten_times_as_many(client, name):
    here = area()
    freja = facilitator(here)
    sign_in(client, freja)
    counted = []
    for number in (2, 20):
        grow(here, freja, number)
        client.get(reverse(name, args=[here.slug]))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(name, args=[here.slug])).status_code == 200
        counted.append(len(asked))
    assert counted[0] == counted[1]
    assert counted[1] <= 20
