"""Entering a speaker with what they agree to, and taking a yes back."""

from datetime import datetime

from medskab.audit.actions import record
from medskab.common import codes
from medskab.common.deed import deed
from medskab.fieldwork import consenting, envelopes, keys, pseudonyms, refusals, rules
from medskab.fieldwork.consenting import Asked
from medskab.fieldwork.models import Agreement, Subject
from medskab.people.models import Channel, Person, Purpose
from medskab.places.models import Area

from .erasing import empty_subject

RECEIPT = "fieldwork"


@deed
def enter_subject(
    *, area: Area, facts: dict[str, str], asked: Asked, code: str, by: Person, now: datetime
) -> Subject:
    """Somebody is listened to from now on, under another name; consent is asked first."""
    if not rules.may_work(by, area):
        raise refusals.NotForYou
    pseudonym, contact = facts["pseudonym"], facts["contact"]
    if pseudonyms.resembles(pseudonym, contact):
        raise refusals.NameInPseudonym
    if Subject.objects.for_area(area).filter(pseudonym__iexact=pseudonym).exists():
        raise refusals.PseudonymTaken
    subject = Subject.objects.create(
        area=area,
        pseudonym=pseudonym,
        age_band=facts["age_band"],
        key_name=keys.make(),
        receipt_hmac=codes.kept(code, RECEIPT),
        entered_by=by,
        entered_at=now,
    )
    if contact:
        subject.contact = envelopes.seal_contact(subject, contact)
        subject.save(update_fields=["contact"])
    _write_down(subject, asked, by, now)
    if not rules.may_use(subject, Purpose.STORED, now.date()):
        raise refusals.NotAllowedToKeep
    record("fieldwork/subject-entered", subject, by=by, now=now)
    return subject


@deed
def agree(*, subject: Subject, asked: Asked, by: Person, now: datetime) -> Subject:
    """The speaker was asked again; what they do not say yes to now is a no from now on."""
    if not rules.may_work(by, subject):
        raise refusals.NotForYou
    if subject.erased_at is not None:
        raise refusals.IsErased
    _write_down(subject, asked, by, now)
    if not rules.may_use(subject, Purpose.STORED, now.date()):
        empty_subject(subject=subject, by=by, now=now)
    record("fieldwork/consent-asked", subject, by=by, now=now)
    return subject


@deed
def take_back(*, area: Area, code: str, purpose: str, by: Person | None, now: datetime) -> Subject:
    """Whoever holds the receipt takes one yes back; without leave to keep it, everything is erased."""
    subject = Subject.objects.for_area(area).filter(receipt_hmac=codes.kept(code, RECEIPT)).first()
    if subject is None:
        raise refusals.NoSuchReceipt
    given = subject.agreements.filter(purpose=purpose).order_by("id").last()
    for voice in rules.voices_needed(subject, now.date()) if given else ():
        Agreement.objects.create(
            area=subject.area,
            subject=subject,
            purpose=purpose,
            is_given=False,
            voice=voice,
            text_version=given.text_version,
            language=given.language,
            channel=Channel.WEB,
            at=now,
        )
    if purpose == Purpose.STORED:
        empty_subject(subject=subject, by=by, now=now)
    record("fieldwork/consent-taken-back", subject, by=None, now=now, figures={"purpose": purpose})
    return subject


def _write_down(subject: Subject, asked: Asked, by: Person, now: datetime) -> None:
    if asked.channel == Channel.SPOKEN and not asked.witness.strip():
        raise refusals.NeedsWitness
    if not consenting.languages()[asked.language].is_checked and asked.beside != "da":
        raise refusals.UncheckedText
    witness = envelopes.seal_witness(subject, asked.witness) if asked.witness else b""
    for purpose in consenting.all_purposes():
        for voice in rules.voices_needed(subject, now.date()):
            Agreement.objects.create(
                area=subject.area,
                subject=subject,
                purpose=purpose,
                is_given=purpose in asked.purposes and voice in asked.voices,
                voice=voice,
                text_version=consenting.version(),
                language=asked.language,
                beside=asked.beside,
                channel=asked.channel,
                witness=witness,
                by=by,
                at=now,
            )
