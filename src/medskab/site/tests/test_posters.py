"""What posters of the needs open in the rooms above."""

import pytest
from django.urls import reverse

from medskab.people.tests import factories as people
from medskab.statements.tests import factories as statements
from medskab.surveys.tests import factories as surveys

pytestmark = pytest.mark.django_db


def test_opens_what_is_open_in_the_rooms_above(client):
    area = people.area()
    freja = people.facilitator(area)
    asked = statements.conversation(area, freja)
    statements.conversation(area, freja, "Draft", state="draft")
    survey = surveys.open_survey(area, freja)
    people.sign_in(client, freja)
    page = client.get(reverse("need-posters", args=[area.slug])).text
    assert f'value="conversation:{asked.slug}"' in page
    assert f'value="survey:{survey.slug}"' in page
    assert "conversation:draft" not in page
    top = people.place(area)
    for name, slug in (("conversation-at", asked.slug), ("survey-at", survey.slug)):
        assert client.get(reverse(name, args=[area.slug, slug, top.pk])).status_code in {200, 302}
