"""Telling people, and their choices."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.urls import reverse

from medskab.audit import actions as audit
from medskab.common.clock import now
from medskab.notifications import actions, queries
from medskab.notifications.jobs import send_digests
from medskab.notifications.kinds import UnknownKind
from medskab.notifications.models import News, Rhythm, Subscription
from medskab.people.actions import erase
from medskab.people.tests.factories import area, facilitator, person, sign_in
from medskab.tools.post.models import Message

pytestmark = pytest.mark.django_db
DONE = "rehearsal/done"
MONDAY = datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Copenhagen"))
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _kinds(client, monkeypatch):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    room = apps.get_app_config("people")
    kinds = {DONE: "Something is done", "rehearsal/begun": "Something has begun"}
    monkeypatch.setattr(room, "news_kinds", kinds, raising=False)


@pytest.fixture
def here():
    return area()


@pytest.fixture
def ida(here):
    return person(here, "Ida")


def tell(*people, about, by=None, kind=DONE, moment=None):
    actions.tell(people=people, kind=kind, about=about, by=by, now=moment or now())


def choose(who, rhythm, *muted, by=None):
    choice = actions.Choice(rhythm=rhythm, muted=muted, mail_language="en")
    return actions.choose_news(person=who, choice=choice, by=by or who, now=now())


def test_tells_everybody_but_who_did_it(here, ida):
    freja, gone = facilitator(here), erase(person=person(here, "Bo"), by=facilitator(here, "Lis"), now=now())
    tell(ida, freja, gone, about=here, by=freja)
    assert [news.person for news in News.objects.all()] == [ida]
    assert News.objects.get().url == f"/{here.slug}/"


def test_moves_up_what_still_waits_instead_of_doubling_it(here, ida):
    tell(ida, about=here, moment=MONDAY)
    tell(ida, about=here, moment=TUESDAY)
    assert [news.told_at for news in News.objects.all()] == [TUESDAY]
    actions.mark_seen(person=ida, by=ida, now=TUESDAY)
    tell(ida, about=here)
    assert News.objects.count() == 2


def test_knows_only_kinds_that_a_room_has_named(here, ida):
    with pytest.raises(UnknownKind):
        tell(ida, about=here, kind="rehearsal/unheard")
    assert not News.objects.exists()


def test_lets_everybody_choose_for_themselves_only(here, ida):
    bo = person(here, "Bo")
    for deed in (
        lambda by: choose(ida, Rhythm.DAILY, by=by),
        lambda by: actions.mark_seen(person=ida, by=by, now=now()),
    ):
        with pytest.raises(actions.NotYourNews):
            deed(bo)
    with pytest.raises(actions.NotYourNews):
        actions.mark_seen(person=ida, by=None, now=now())
    assert choose(ida, Rhythm.DAILY, DONE, "unheard").muted == [DONE]


def test_writes_to_nobody_who_did_not_ask(here, ida):
    tell(ida, about=here)
    assert queries.due_subscriptions(MONDAY) == []


@pytest.mark.parametrize(
    ("rhythm", "moment", "is_due"),
    [
        (Rhythm.DAILY, MONDAY, True),
        (Rhythm.DAILY, TUESDAY, True),
        (Rhythm.WEEKLY, MONDAY, True),
        (Rhythm.WEEKLY, TUESDAY, False),
        (Rhythm.NEVER, MONDAY, False),
    ],
)
def test_writes_in_the_chosen_rhythm(here, ida, rhythm, moment, is_due):
    choose(ida, rhythm)
    tell(ida, about=here)
    assert bool(queries.due_subscriptions(moment)) is is_due


def test_writes_one_neutral_letter_for_all_that_waits(here, ida):
    choose(ida, Rhythm.DAILY)
    tell(ida, about=here)
    tell(ida, about=ida.area, kind="rehearsal/begun")
    for _ in range(2):
        send_digests.func()
    letter = Message.objects.get()
    assert (letter.to, letter.subject) == (ida.account.email, "There is news for you")
    for words in (letter.body, letter.html):
        assert "Something" not in words
        assert "/news/stop/" in words
    assert not queries.due_subscriptions(TUESDAY)


def test_writes_nothing_about_what_somebody_does_not_want(here, ida):
    choose(ida, Rhythm.DAILY, DONE)
    tell(ida, about=here)
    send_digests.func()
    assert not Message.objects.exists()


def test_writes_nothing_when_it_fails_halfway(here, ida, monkeypatch):
    subscription = choose(ida, Rhythm.DAILY)
    tell(ida, about=here)
    monkeypatch.setattr(actions.post, "send_later", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.send_digest(subscription=subscription, by=None, now=now())
    assert News.objects.get().mailed_at is None


def test_keeps_no_choice_when_the_log_fails(ida, monkeypatch):
    monkeypatch.setattr(audit, "record", lambda *_args, **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        choose(ida, Rhythm.DAILY)
    assert not Subscription.objects.exists()


def test_forgets_old_news_and_all_news_of_who_is_erased(here, ida):
    tell(ida, about=here, moment=now() - timedelta(days=91))
    actions.forget_old_news(by=None, now=now())
    assert not News.objects.exists()
    tell(ida, about=here)
    choose(ida, Rhythm.DAILY)
    erase(person=ida, by=ida, now=now())
    assert not News.objects.exists()
    assert not Subscription.objects.exists()


def test_shows_news_newest_first_and_is_marked_as_seen(client, here, ida):
    tell(ida, about=here, moment=MONDAY)
    tell(ida, about=here, kind="rehearsal/begun", moment=TUESDAY)
    page = sign_in(client, ida).get(reverse("news", args=[here.slug])).content.decode()
    assert page.index("Something has begun") < page.index("Something is done")
    client.post(reverse("news-seen", args=[here.slug]), {"idempotency_key": "a"})
    assert queries.unseen_count(ida) == 0


def test_is_chosen_on_its_page(client, here, ida):
    address = reverse("news-choices", args=[here.slug])
    sent = {"rhythm": "weekly", "mail_language": "da", "wanted": [DONE], "idempotency_key": "a"}
    assert sign_in(client, ida).post(address, sent).status_code == 302
    kept = queries.subscription_of(ida)
    assert (kept.rhythm, kept.mail_language) == ("weekly", "da")
    assert "rehearsal/begun" in kept.muted
    assert DONE not in kept.muted
    assert "checked" in client.get(address).content.decode()
