"""Money goes back to who gave it, as far as nobody has decided over it."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.people.tests.factories import person, sign_in
from medskab.resources import actions, queries
from medskab.resources.refusals import NotEnoughMoney, NotYoursToMove, SayAnAmount, SayWhy

pytestmark = pytest.mark.django_db


def give_back(line, by, ore, because="One nought too many"):
    return actions.give_back(line=line, amount_ore=ore, because=because, by=by, now=now())


def test_gives_back_what_is_free_and_no_more(line, reservation, freja):
    give_back(line, freja, 150_00)
    (state,) = queries.line_states([line])
    assert (state.given_ore, state.free_ore, state.reserved_ore) == (850_00, 50_00, 800_00)
    with pytest.raises(NotEnoughMoney):
        give_back(line, freja, 50_01)
    assert not queries.recompute(line.area)


def test_says_how_much_and_why_and_lets_only_staff(line, freja):
    with pytest.raises(SayWhy):
        give_back(line, freja, 1, because=" ")
    with pytest.raises(SayAnAmount):
        give_back(line, freja, 0)
    with pytest.raises(NotYoursToMove):
        give_back(line, person(line.area, "Ida"), 1)


def test_is_done_once_on_its_page_and_seen_by_everybody(client, line, freja):
    sign_in(client, freja)
    at = reverse("money-give-back", args=[line.area.slug, line.pk])
    assert at in client.get(line.get_absolute_url()).content.decode()
    sent = {"idempotency_key": "once", "amount_ore": "900", "because": "One nought too many"}
    for _press in range(2):
        assert client.post(at, sent).status_code == 302
    client.logout()
    page = client.get(line.get_absolute_url()).content.decode().replace("\u00a0", " ")
    assert "kr 100" in page
    assert "One nought too many" not in page
