"""Making codes: for letters to the homes, at the desk, again, and making them invalid. It takes two."""

import secrets
from datetime import datetime

from django.utils.timezone import localdate

from medskab.audit import actions as audit
from medskab.common.codes import kept, new_code
from medskab.common.deed import deed
from medskab.decisions import boards, rules, urn_keys
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import CodeIssue, Credential, CredentialStatus, Poll, PollState
from medskab.decisions.refusals import (
    NothingToIssue,
    NotYoursToDecide,
    PollIsSettled,
    ReasonIsMissing,
    TwoPeopleNeeded,
)
from medskab.notifications import actions as notifications
from medskab.people.models import Person
from medskab.people.rules import is_staff
from medskab.places.models import Dwelling
from medskab.places.queries import dwellings

from .holding import hold

_WHILE = (PollState.PREPARED, PollState.OPEN)


@deed
def issue_letters(*, poll: Poll, second: Person, by: Person, now: datetime) -> CodeIssue:
    """Codes for every home that has none yet. The answer carries them this once, as `letters`."""
    _check(poll, second, by)
    homes = _homes_without(poll, now)
    made = [(home, [new_code() for _ in range(poll.codes_per_home * home.homes)]) for home in homes]
    count = sum(len(codes) for _home, codes in made)
    if not count:
        raise NothingToIssue
    issue = _issue(poll, "letters", count, second=second, by=by, now=now)
    rights = [
        _credential(issue, code, urn_keys.home_digest(poll, home.pk))
        for home, codes in made
        for code in codes
    ]
    secrets.SystemRandom().shuffle(rights)  # else their order is that of the letters: it names the homes
    Credential.objects.bulk_create(rights)
    issue.letters = made  # type: ignore[attr-defined]
    return issue


@deed
def issue_at_desk(
    *, poll: Poll, count: int, because: str, second: Person, by: Person, now: datetime
) -> CodeIssue:
    """Codes handed out one by one. The answer carries them this once, as `codes`."""
    _check(poll, second, by)
    _need_reason(because)
    if count < 1:
        raise NothingToIssue
    issue = _issue(poll, "desk", count, because=because, second=second, by=by, now=now)
    return _with_codes(issue, count)


@deed
def reissue(
    *, poll: Poll, dwelling: Dwelling, because: str, second: Person, by: Person, now: datetime
) -> CodeIssue:
    """New codes for a home in place of its unused ones, which open nothing any more."""
    _check(poll, second, by)
    _need_reason(because)
    mine = Credential.objects.filter(
        poll=poll, home_hmac=urn_keys.home_digest(poll, dwelling.pk), status=CredentialStatus.UNUSED
    )
    count = mine.update(status=CredentialStatus.VOIDED)
    if not count:
        raise NothingToIssue
    issue = _issue(poll, "again", count, because=because, second=second, by=by, now=now)
    return _with_codes(issue, count, urn_keys.home_digest(poll, dwelling.pk))


@deed
def void_codes(*, poll: Poll, codes: list[str], because: str, by: Person, now: datetime) -> Poll:
    """Make unused codes invalid, for example those of returned letters."""
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    _need_reason(because)
    _hold(poll)
    digests = [kept(code, purpose_of(poll)) for code in codes]
    unused = Credential.objects.filter(poll=poll, code_hmac__in=digests, status=CredentialStatus.UNUSED)
    count = unused.update(status=CredentialStatus.VOIDED)
    if not count:
        raise NothingToIssue
    _post(poll, "codes_voided", {"count": count, "because": because})
    audit.record("poll.codes_voided", poll, by=by, now=now, because=because, figures={"count": count})
    return poll


def _check(poll: Poll, second: Person, by: Person) -> None:
    if not rules.may_conduct(by, poll.decision):
        raise NotYoursToDecide
    if second.pk == by.pk or not is_staff(second, poll.area):
        raise TwoPeopleNeeded
    _hold(poll)


def _hold(poll: Poll) -> None:
    """Codes come and go until the urn is shut: what the board says then is all there is."""
    if not hold(poll, *_WHILE):
        raise PollIsSettled
    poll.refresh_from_db(fields=["state"])


def _need_reason(because: str) -> None:
    if not because.strip():
        raise ReasonIsMissing


def _homes_without(poll: Poll, now: datetime) -> list[Dwelling]:
    standing = dwellings(poll.area, localdate(now), place=poll.place)
    have = set(Credential.objects.filter(poll=poll).exclude(home_hmac="").values_list("home_hmac", flat=True))
    return [home for home in standing.order_by("pk") if urn_keys.home_digest(poll, home.pk) not in have]


def _issue(
    poll: Poll, kind: str, count: int, *, because: str = "", second: Person, by: Person, now: datetime
) -> CodeIssue:
    issue = CodeIssue.objects.create(
        area_id=poll.area_id,
        poll=poll,
        kind=kind,
        count=count,
        because=because,
        at=now,
        by=by,
        second=second,
    )
    body: dict[str, object] = {"count": count, "because": because} if kind == "again" else {"count": count}
    _post(poll, "codes_reissued" if kind == "again" else "codes_issued", body)
    audit.record("poll.codes_issued", issue, by=by, now=now, figures={"count": count})
    notifications.tell(people=[second], kind="decisions/codes", about=poll.decision, by=by, now=now)
    return issue


def _with_codes(issue: CodeIssue, count: int, home: str = "") -> CodeIssue:
    codes = [new_code() for _unused in range(count)]
    Credential.objects.bulk_create(_credential(issue, code, home) for code in codes)
    issue.codes = codes  # type: ignore[attr-defined]
    return issue


def _credential(issue: CodeIssue, code: str, home: str) -> Credential:
    return Credential(
        area_id=issue.area_id,
        poll=issue.poll,
        issue=issue,
        code_hmac=kept(code, purpose_of(issue.poll)),
        home_hmac=home,
    )


def _post(poll: Poll, kind: str, body: dict[str, object]) -> None:
    """On the board, once there is one: what was issued before stands there when it begins."""
    if poll.state == PollState.OPEN:
        boards.announce(poll, kind, body)
