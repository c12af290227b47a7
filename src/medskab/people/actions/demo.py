"""Being one of the invented people of a demo area."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people.models import DemoLogin, Person
from medskab.people.refusals import LinkIsOver, NoDemoPerson

LASTS = timedelta(minutes=10)


@deed
def make_demo_login(*, person: Person, by: Person | None, now: datetime) -> str:
    """A token that signs this invented person in once; only its hash is kept."""
    if not person.area.is_demo or person.account is None:
        raise NoDemoPerson
    token = secrets.token_urlsafe(24)
    DemoLogin.objects.create(area=person.area, person=person, token_hash=_kept(token), expires_at=now + LASTS)
    return token


@deed
def use_demo_login(*, token: str, by: Person | None, now: datetime) -> Person:
    """Whom the token stands for; it is used up, whatever comes of it."""
    open_logins = DemoLogin.objects.filter(token_hash=_kept(token), used_at=None, expires_at__gt=now)
    login = open_logins.select_related("person__area", "person__account").first()
    if login is None or not login.person.area.is_demo or not open_logins.update(used_at=now):
        raise LinkIsOver
    audit.record("people.demo_login", login.person, by=None, now=now)
    return login.person


def _kept(token: str) -> str:
    return sha256(token.encode()).hexdigest()
