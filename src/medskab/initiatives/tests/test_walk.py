"""Through the pages as somebody walks them: six steps, a preview, the doors opened, the team asked."""

import pytest
from django.urls import reverse

from medskab.common.clock import now
from medskab.initiatives import actions, rules
from medskab.initiatives.models import Initiative, State
from medskab.initiatives.steps import STEPS, mark_of, walk
from medskab.needs.tests import factories as needs
from medskab.people.tests import factories as people

from . import factories


def at(name, initiative, *more):
    return reverse(f"initiative-{name}", args=[initiative.area.slug, initiative.slug, *more])


def sent(initiative, step):
    card = {name: factories.CARD[name] for name in step.fields if not name.startswith("on_")}
    card |= {"tracks": ["place", "social"], "place": ""}
    return {**card, "seen": mark_of(initiative, step), "idempotency_key": f"step-{step.key}"}


def test_walks_through_six_steps_to_an_open_door(client, area, ida):
    people.sign_in(client, ida)
    address = reverse("initiative-new", args=[area.slug])
    assert "What if" in client.get(address).text
    answer = client.post(address, {"title": "Music in the yard", "what_if": "?", "idempotency_key": "one"})
    made = Initiative.objects.get()
    assert answer.url == at("step", made, "why")
    for step, following in zip(STEPS, [*STEPS[1:], None], strict=True):
        assert client.get(at("step", made, step.key)).status_code == 200
        answer = client.post(at("step", made, step.key), sent(made, step))
        assert answer.url == (at("step", made, following.key) if following else at("preview", made))
    assert "Nothing is missing" in client.get(at("preview", made)).text
    assert client.get(at("open", made)).status_code == 200
    client.post(at("open", made), {"idempotency_key": "open"})
    made.refresh_from_db()
    assert (made.state, made.tracks) == (State.OPEN, ["place", "social"])


def test_starts_once_however_often_the_form_is_sent(client, area, ida, freja):
    people.sign_in(client, ida)
    need = needs.need(area, freja)
    address = f"{reverse('initiative-new', args=[area.slug])}?need={need.slug}"
    assert need.title in client.get(address).text
    for _time in range(2):
        form = {"title": "Lamps", "idempotency_key": "one", "later": "yes"}
        assert client.post(address, form).url == reverse("initiatives-mine", args=[area.slug])
    assert need.title in client.get(Initiative.objects.get().get_absolute_url()).text


def test_keeps_what_was_typed_where_another_was_faster(client, area, ida):
    draft, step = factories.draft(area, ida), STEPS[1]
    people.sign_in(client, ida)
    stale = {**sent(draft, step), "gains": "Mine"}
    theirs = {"drives": "", "gains": "Theirs"}
    seen = mark_of(draft, step)
    actions.save_step(initiative=draft, step=step, words=theirs, seen=seen, by=ida, now=now())
    page = client.post(at("step", draft, step.key), stale)
    assert "Theirs" in page.text
    assert "Mine" in page.text
    draft.refresh_from_db()
    assert f'value="{mark_of(draft, step)}"' in page.text
    again = {**stale, "seen": mark_of(draft, step)}
    assert client.post(at("step", draft, step.key), again).status_code == 302
    draft.refresh_from_db()
    assert draft.gains == "Mine"


def test_says_the_same_whether_the_friend_is_here_or_not(client, opened, ida, una):
    people.sign_in(client, ida)
    pages = []
    for address in (una.account.email, "nobody@example.org"):
        form = {"address": address, "idempotency_key": address}
        pages.append(client.post(at("ask", opened), form, follow=True).text)
    assert "they are asked now" in pages[0]
    assert rules.is_invited(una, opened)
    assert [page.count("asked now") for page in pages] == [1, 1]
    assert "Una" not in pages[0]


def test_answers_an_invitation_and_leaves_through_the_pages(client, area, ida, sami, una):
    made = factories.initiative(area, sami, state=State.DRAFT)
    actions.invite_author(initiative=made, person=una, by=sami, now=now())
    people.sign_in(client, una)
    assert "Yes, I will" in client.get(made.get_absolute_url()).text
    assert "adult one can turn to" in client.get(at("accept", made)).text
    client.post(at("accept", made), {"is_adult_contact": "on", "idempotency_key": "yes"})
    assert rules.is_author(una, made)
    assert "adult contact" in client.get(made.get_absolute_url()).text
    answer = client.post(at("leave", made), {"idempotency_key": "leave"})
    assert answer.url == reverse("initiatives-mine", args=[area.slug])
    assert client.get(at("decline", made)).status_code == 403


@pytest.mark.parametrize(
    "name", ["open", "begin", "end", "withdraw", "reopen", "hand-over", "take-up", "ask"]
)
def test_asks_before_each_deed_and_opens_to_its_own_people_only(client, opened, ida, una, name):
    people.sign_in(client, una)
    assert client.get(at(name, opened)).status_code == 403
    people.sign_in(client, ida)
    assert client.get(at(name, opened)).status_code == 200


def test_ends_and_reopens_through_the_pages(client, opened, ida):
    people.sign_in(client, ida)
    assert "required" in client.post(at("end", opened), {"idempotency_key": "a"}).text
    client.post(at("end", opened), {"because": "We have a stage", "idempotency_key": "b"})
    assert "We have a stage" in client.get(opened.get_absolute_url()).text
    client.post(at("reopen", opened), {"idempotency_key": "c"})
    opened.refresh_from_db()
    assert opened.state == State.OPEN


def test_knows_no_seventh_step(client, opened, ida):
    people.sign_in(client, ida)
    assert client.get(at("step", opened, "seventh")).status_code == 404


def test_calls_the_idea_done_only_where_all_of_it_is_written(area, ida):
    half = factories.draft(area, ida, idea="")
    whole = factories.draft(area, ida)
    first = [next(walk(one, None))["state"] for one in (half, whole)]
    assert first == ["next", "done"]
