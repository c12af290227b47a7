"""Putting a vote in the urn: one transaction in which the database itself asks whether the urn is open."""

from datetime import datetime
from typing import Any

from django.db import connection
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
ON CONFLICT (poll_id, idem_key) DO NOTHING RETURNING id
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
    digest = kept(code, purpose_of(poll))
    credential = Credential.objects.filter(code_hmac=digest, poll=poll).only("status").first()
    if credential is None:
        raise NoSuchCode
    proposals = list(poll.decision.proposals.only("project", "cost", "decision"))
    plain = choices.as_bytes(choices.read_choice(poll, proposals, choice))
    size = choices.envelope_size(poll, proposals)
    key = urn_keys.once(poll, code, idem_key, plain)
    receipt = urn_keys.receipt_of(poll, key)
    envelope = Envelope(
        area_id=poll.area_id,
        poll=poll,
        sealed=ballot_box.seal_choice(plain, bytes.fromhex(poll.sealing_key), size),
        idem_key=key,
        receipt_hash=receipt_hash(poll.ref, receipt),
        day=localdate(now),
    )
    envelope = _put_in(envelope, credential)
    envelope.receipt = receipt
    return envelope


def _put_in(envelope: Envelope, credential: Credential) -> Envelope:
    usable = Credential.objects.filter(
        pk=credential.pk, status__in=[CredentialStatus.UNUSED, CredentialStatus.DIGITAL]
    )
    if not usable.update(status=CredentialStatus.DIGITAL):
        credential.refresh_from_db(fields=["status"])
        raise CodeIsVoid if credential.status == CredentialStatus.VOIDED else VotedOnPaper
    with connection.cursor() as cursor:
        cursor.execute(
            _PUT_IN.format(clock=_CLOCK[connection.vendor], hold=_HOLD[connection.vendor]),
            [
                bytes(envelope.sealed),
                envelope.idem_key,
                envelope.receipt_hash,
                envelope.day,
                envelope.poll_id,
            ],
        )
        row = cursor.fetchone()
        if row is None:
            # Sent twice: it is in, and what counts now may be a later one. Or the urn is shut.
            return _known(envelope)
        cursor.execute(_POINT, [envelope.area_id, credential.pk, row[0]])
    envelope.pk, envelope._state.adding = row[0], False
    return envelope


def _known(envelope: Envelope) -> Envelope:
    known = Envelope.objects.filter(poll=envelope.poll, idem_key=envelope.idem_key).first()
    if known is None:
        raise PollNotOpen
    return known
