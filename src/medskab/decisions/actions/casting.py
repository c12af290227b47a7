"""Putting a vote in the urn: one transaction in which the database itself asks whether the urn is open."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate

from medskab.common.codes import kept
from medskab.common.deed import deed
from medskab.decisions import choices, urn_keys
from medskab.decisions.calculations.board import receipt_hash
from medskab.decisions.codes_in_use import purpose_of
from medskab.decisions.models import Credential, CredentialStatus, Envelope, Poll
from medskab.decisions.refusals import CodeIsVoid, NoSuchCode, PollNotOpen, VotedOnPaper
from medskab.people.models import Person
from medskab.tools.vault import ballot_box

# The database's own clock decides, at the moment of the insert: a request that waited for its turn until
# the vote was over is refused. In PostgreSQL the closing waits for those that were let in.
_CLOCK = {
    "sqlite": "strftime('%%Y-%%m-%%d %%H:%%M:%%f', 'now')",
    "postgresql": "clock_timestamp()",
}
_HOLD = {"sqlite": "", "postgresql": "FOR SHARE OF p"}
_PUT_IN = """
INSERT INTO decisions_envelope (area_id, poll_id, sealed, idem_key, receipt_hash, day)
SELECT p.area_id, p.id, %s, %s, %s, %s FROM decisions_poll p
WHERE p.id = %s AND p.state = 'open' AND p.opens_at <= {clock} AND p.closes_at > {clock} {hold}
"""
_POINT = """
INSERT INTO decisions_pointer (area_id, credential_id, envelope_id) VALUES (%s, %s, %s)
ON CONFLICT (credential_id) DO UPDATE SET envelope_id = excluded.envelope_id
"""


@deed
def cast(
    *, poll: Poll, code: str, choice: Any, idem_key: str, by: Person | None = None, now: datetime
) -> Envelope:
    """Seal a choice and put it in the urn; an earlier vote with the same code no longer counts.

    The answer carries `receipt`. The same key again gives the same receipt and puts nothing in.
    """
    credential = Credential.objects.filter(poll=poll, code_hmac=kept(code, purpose_of(poll))).first()
    if credential is None:
        raise NoSuchCode
    proposals = list(poll.decision.proposals.all())
    plain = choices.as_bytes(choices.read_choice(poll, proposals, choice))
    size = choices.envelope_size(poll, proposals)
    sealed = ballot_box.seal_choice(plain, bytes.fromhex(poll.sealing_key), size)
    key = urn_keys.once(poll, code, idem_key, plain)
    receipt = urn_keys.receipt_of(poll, key)
    envelope = Envelope.objects.filter(poll=poll, idem_key=key).first() or _put_in(
        poll, credential, values=[sealed, key, receipt_hash(poll.ref, receipt), localdate(now), poll.pk]
    )
    envelope.receipt = receipt
    return envelope


def _put_in(poll: Poll, credential: Credential, *, values: list[Any]) -> Envelope:
    usable = Credential.objects.filter(
        pk=credential.pk, status__in=[CredentialStatus.UNUSED, CredentialStatus.DIGITAL]
    )
    if not usable.update(status=CredentialStatus.DIGITAL):
        raise CodeIsVoid if credential.status == CredentialStatus.VOIDED else VotedOnPaper
    statement = _PUT_IN.format(clock=_CLOCK[connection.vendor], hold=_HOLD[connection.vendor])
    key = values[1]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            is_in = cursor.rowcount == 1
    except IntegrityError:
        # The same form came twice at the same moment; the other one put it in.
        return Envelope.objects.get(poll=poll, idem_key=key)
    if not is_in:
        raise PollNotOpen
    envelope = Envelope.objects.get(poll=poll, idem_key=key)
    with connection.cursor() as cursor:
        cursor.execute(_POINT, [poll.area_id, credential.pk, envelope.pk])
    return envelope
