"""Questions about news."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from medskab.people.models import Person

from .models import News, NewsQuerySet, Rhythm, Subscription


def news_of(person: Person) -> NewsQuerySet:
    """Somebody's news, newest first."""
    return News.objects.filter(person=person)


def unseen_count(person: Person) -> int:
    """How many pieces have not been looked at."""
    return news_of(person).unseen().count()


def subscription_of(person: Person) -> Subscription:
    """How somebody wants news; an unsaved one that says "no mails" where nothing was chosen."""
    found = Subscription.objects.filter(person=person).first()
    return found or Subscription(area_id=person.area_id, person=person)


def waiting_for_mail(person: Person, muted: list[str]) -> NewsQuerySet:
    """What the next mail would be about."""
    return news_of(person).unseen().filter(mailed_at=None).exclude(kind__in=muted)


def due_subscriptions(now: datetime) -> list[Subscription]:
    """Whose mail is due: daily ones every day, weekly ones on Mondays; only where something waits."""
    rhythms = [Rhythm.DAILY]
    if timezone.localtime(now).weekday() == 0:
        rhythms.append(Rhythm.WEEKLY)
    waiting = News.objects.filter(person=OuterRef("person"), seen_at=None, mailed_at=None)
    due = Subscription.objects.filter(
        rhythm__in=rhythms, person__erased_at=None, person__account__isnull=False
    )
    return list(due.filter(Exists(waiting)).select_related("person__account", "person__area"))


def old_news(now: datetime) -> NewsQuerySet:
    """What nobody needs any more."""
    return News.objects.filter(told_at__lt=now - timedelta(days=90))
