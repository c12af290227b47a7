"""What somebody changes about their own account: the address, and on which devices it is signed in."""

from datetime import datetime

from allauth.account.models import EmailAddress

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import letters
from medskab.people.models import Account, Person, Session
from medskab.people.refusals import AddressIsTaken, SessionIsOver
from medskab.tools.post import actions as post


@deed
def change_mail(*, account: Account, email: str, by: Person | None, now: datetime) -> Account:
    """A new address, after a code was sent there and came back; the old address is told."""
    new, old = email.lower(), account.email
    if Account.objects.filter(email=new).exists():
        raise AddressIsTaken
    Account.objects.filter(pk=account.pk).update(email=new)
    EmailAddress.objects.filter(user=account).delete()
    account.email = new
    audit.record("people.mail_changed", account, by=by, now=now)
    post.send_later(letters.locks_changed(old), now=now)
    return account


@deed
def end_session(*, account: Account, session_key: str, by: Person | None, now: datetime) -> None:
    """Sign one device out."""
    if not Session.objects.filter(account=account, session_key=session_key).delete()[0]:
        raise SessionIsOver
    audit.record("people.session_ended", account, by=by, now=now)


@deed
def end_other_sessions(*, account: Account, but: str, by: Person | None, now: datetime) -> None:
    """Sign all devices out but one; with an empty `but`, all."""
    ended = Session.objects.filter(account=account).exclude(session_key=but).delete()[0]
    audit.record("people.sessions_ended", account, by=by, now=now, figures={"ended": ended})
