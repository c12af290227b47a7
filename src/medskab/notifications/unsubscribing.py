"""The link at the foot of each mail: it stops the mails, and can do nothing else."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from medskab.people.models import Area, Person

_SALT = "medskab.notifications.unsubscribe"


def stop_link(person: Person) -> str:
    """Works signed out, for as long as the site keeps its secret."""
    token = signing.Signer(salt=_SALT).sign(str(person.pk))
    return f"{settings.SITE_ADDRESS}{reverse('stop-news', args=[person.area.slug, token])}"


def person_of(token: str, area: Area) -> Person | None:
    """Whose mails it stops; None where the token is not ours, or the person is gone."""
    try:
        pk = int(signing.Signer(salt=_SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
    return Person.objects.for_area(area).filter(pk=pk, erased_at=None).first()
