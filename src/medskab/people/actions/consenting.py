"""Saying yes, and taking it back."""

from dataclasses import dataclass
from datetime import datetime

from medskab.audit import actions as audit
from medskab.common.deed import deed
from medskab.people import rules
from medskab.people.consent_texts import VERSION
from medskab.people.models import AgeBand, Channel, Consent, Person, Purpose, Voice
from medskab.people.queries import needed_voices
from medskab.people.refusals import AgeIsKnown, AgeUnknown, NotYoursToDo, TextHasChanged
from medskab.people.upwards import asked


@dataclass(frozen=True)
class Answer:
    """A yes or a no to one purpose: who said it, to which words, and how."""

    purpose: Purpose
    is_given: bool
    said_by: Person
    language: str
    text_version: str = VERSION
    channel: Channel = Channel.WEB


@deed
def answer_consent(*, person: Person, answer: Answer, by: Person | None, now: datetime) -> Consent:
    """Write the answer down. A no counts at once, everywhere, in the same transaction."""
    is_own_answer = answer.channel == Channel.WEB
    may = rules.may_speak_for if is_own_answer else rules.may_write_down_consent
    if by is None or not may(by, person) or (is_own_answer and answer.said_by != by):
        raise NotYoursToDo
    if answer.is_given and answer.text_version != VERSION:
        raise TextHasChanged
    row = Consent.objects.create(
        area=person.area,
        person=person,
        purpose=answer.purpose,
        is_given=answer.is_given,
        voice=_voice(person, answer, now),
        said_by=answer.said_by,
        text_version=answer.text_version,
        language=answer.language,
        channel=answer.channel,
        witness=None if is_own_answer else by,
        at=now,
    )
    kind = "people.consent_given" if answer.is_given else "people.consent_withdrawn"
    audit.record(kind, row, by=by, now=now, figures={"purpose": answer.purpose})
    if not answer.is_given:
        for withdraw in asked("consent_withdrawals"):
            withdraw(person=person, purpose=answer.purpose, by=by, now=now)
    return row


@deed
def say_age(*, person: Person, band: AgeBand, by: Person | None, now: datetime) -> Person:
    """Everybody says it once about themselves; after that staff correct it."""
    is_staff = rules.is_staff(by, person.area)
    if by is None or not (is_staff or by == person) or person.erased_at is not None:
        raise NotYoursToDo
    if person.age_band and not is_staff:
        raise AgeIsKnown
    Person.objects.filter(pk=person.pk).update(age_band=band)
    person.age_band = band
    audit.record("people.age_said", person, by=by, now=now)
    return person


def _voice(person: Person, answer: Answer, now: datetime) -> Voice:
    needed = needed_voices(person, now.date())
    if not needed:
        if answer.is_given:
            raise AgeUnknown
        return Voice.OWN
    if needed == (Voice.OWN,):
        if answer.said_by != person:
            raise NotYoursToDo
        return Voice.OWN
    if answer.said_by == person:
        return Voice.CHILD
    if answer.said_by.pk != person.guardian_id:
        raise NotYoursToDo
    return Voice.GUARDIAN
