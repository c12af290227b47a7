"""Everything that changes news."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from medskab.audit import actions as audit
from medskab.common.deed import CannotAct, deed
from medskab.people.models import Person
from medskab.tools.post import actions as post

from . import queries, rules
from .kinds import checked, kinds
from .models import News, Rhythm, Subscription
from .unsubscribing import stop_link


class NotYourNews(CannotAct):
    text = _("You can choose for yourself only.")


@dataclass(frozen=True)
class Choice:
    """How often, without which kinds, and in which language the mail is written."""

    rhythm: Rhythm
    muted: tuple[str, ...] = ()
    mail_language: str = ""


@deed
def tell(
    *, people: Iterable[Person], kind: str, about: models.Model, by: Person | None, now: datetime
) -> None:
    """Part of the deed that is news: a row for everybody who is here, but not for who did it.

    News of the same kind about the same thing that still waits to be seen is moved up, not doubled.
    """
    told = {person.pk: person for person in people if person.erased_at is None}
    if by is not None:
        told.pop(by.pk, None)
    same = {"kind": checked(kind), "about_kind": about._meta.label_lower, "about_id": str(about.pk)}
    waiting = News.objects.filter(person__in=told, seen_at=None, **same)
    moved = set(waiting.values_list("person_id", flat=True))
    waiting.update(told_at=now, mailed_at=None)
    url = about.get_absolute_url()  # type: ignore[attr-defined]
    rows = [
        News(area_id=person.area_id, person=person, url=url, told_at=now, **same)
        for pk, person in told.items()
        if pk not in moved
    ]
    News.objects.bulk_create(rows)


@deed
def mark_seen(*, person: Person, by: Person | None, now: datetime) -> None:
    """Everything that is there now has been looked at."""
    if not rules.may_choose(by, person):
        raise NotYourNews
    queries.news_of(person).unseen().update(seen_at=now)


@deed
def choose_news(*, person: Person, choice: Choice, by: Person | None, now: datetime) -> Subscription:
    """From now on, news comes like this."""
    if not rules.may_choose(by, person):
        raise NotYourNews
    wanted = {
        "area_id": person.area_id,
        "rhythm": choice.rhythm,
        "muted": [kind for kind in choice.muted if kind in kinds()],
        "mail_language": choice.mail_language or settings.LANGUAGE_CODE,
        "changed_at": now,
    }
    subscription, _is_new = Subscription.objects.update_or_create(person=person, defaults=wanted)
    audit.record("notifications.chosen", subscription, by=by, now=now, figures={"rhythm": choice.rhythm})
    return subscription


@deed
def stop_mails(*, person: Person, by: Person | None, now: datetime) -> None:
    """The link in a mail: no more mails. Nobody needs to be signed in for a no."""
    stopped = Subscription.objects.filter(person=person).exclude(rhythm=Rhythm.NEVER)
    if stopped.update(rhythm=Rhythm.NEVER, changed_at=now):
        audit.record("notifications.stopped", person, by=by, now=now)


@deed
def send_digest(*, subscription: Subscription, by: Person | None, now: datetime) -> None:
    """One neutral mail for all that waits; the same day's second call sends nothing."""
    waiting = queries.waiting_for_mail(subscription.person, subscription.muted)
    if not rules.may_be_mailed(subscription) or not waiting.update(mailed_at=now):
        return
    person = subscription.person
    letter = _digest(person, subscription.mail_language)
    post.send_later(letter, about=person, now=now, key=f"digest:{person.pk}:{now:%Y-%m-%d}")


@deed
def forget_old_news(*, by: Person | None, now: datetime) -> None:
    """After three months nobody looks for it."""
    queries.old_news(now).delete()


@deed
def erase_news(*, person: Person, by: Person | None, now: datetime) -> None:
    """Part of erasing somebody."""
    News.objects.filter(person=person).delete()
    Subscription.objects.filter(person=person).delete()


def _digest(person: Person, language: str) -> post.Letter:
    values = {
        "name": person.name,
        "area_name": person.area.name,
        "link": f"{settings.SITE_ADDRESS}{reverse('news', args=[person.area.slug])}",
        "stop_link": stop_link(person),
    }
    with translation.override(language):
        return post.Letter(
            to=person.account.email,  # type: ignore[union-attr]
            subject=" ".join(render_to_string("mail/notifications/digest_subject.txt", values).split()),
            body=render_to_string("mail/notifications/digest.txt", values),
            html=render_to_string("mail/notifications/digest.html", values),
            stop_link=values["stop_link"],
        )
