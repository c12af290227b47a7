"""From a coding to words that may be shown: proposed, shown to the speaker, answered by the speaker."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.fieldwork import envelopes, identifying, queries, readable, refusals, rules
from medskab.fieldwork.models import Coding, Quote, QuoteState, QuoteUse
from medskab.people.models import Person, Purpose


@deed
def propose_quote(*, coding: Coding, plain: str, by: Person, now: datetime) -> Quote:
    """The exact words of a passage, and a plainer wording if it needs one."""
    source = coding.source
    readable.check(source, by, now)
    if source.subject is None or not rules.may_use(source.subject, Purpose.QUOTED, now.date()):
        raise refusals.NotAllowedToQuote
    if identifying.has_civil_number(plain):
        raise refusals.CivilNumber
    version = source.versions.select_related("source").get(number=coding.version)
    words = envelopes.open_text(version)[coding.start : coding.end]
    quote = Quote.objects.create(
        area=source.area,
        coding=coding,
        source=source,
        words=envelopes.seal_note(source, words),
        plain=envelopes.seal_note(source, plain.strip()) if plain.strip() else b"",
        made_by=by,
        made_at=now,
    )
    record("fieldwork/quote-proposed", quote, by=by, now=now)
    return quote


@deed
def show_quote(*, quote: Quote, by: Person, now: datetime) -> Quote:
    """It waits for the speaker's answer on their receipt."""
    readable.check(quote.source, by, now)
    if quote.state != QuoteState.PROPOSED:
        raise CannotAct(_("The speaker has seen it already."))
    quote.state = QuoteState.SHOWN
    quote.save(update_fields=["state"])
    record("fieldwork/quote-shown", quote, by=by, now=now)
    return quote


@deed
def answer_quote(
    *, quote: Quote, code: str, is_yes: bool, wording: str, by: Person | None, now: datetime
) -> Quote:
    """The speaker's answer, by their receipt: yes, yes in other words, or no. A yes can become a no."""
    subject = queries.by_receipt(quote.area, code)
    if subject is None or quote.source.subject_id != subject.pk:
        raise refusals.NoSuchReceipt
    if quote.state == QuoteState.PROPOSED or (is_yes and quote.state == QuoteState.DECLINED):
        raise CannotAct(_("This quote does not wait for an answer."))
    if identifying.has_civil_number(wording):
        raise refusals.CivilNumber
    if is_yes and wording.strip():
        quote.plain = envelopes.seal_note(quote.source, wording.strip())
    quote.state = QuoteState.APPROVED if is_yes else QuoteState.DECLINED
    quote.answered_at = now
    quote.save(update_fields=["plain", "state", "answered_at"])
    record("fieldwork/quote-answered", quote, by=None, now=now)
    return quote


@deed
def use_quote(*, quote: Quote, kind: str, row_id: int, by: Person, now: datetime) -> QuoteUse:
    """Show it with something; asked again at each reading whether it still may be."""
    if not rules.may_work(by, quote):
        raise refusals.NotForYou
    if not rules.may_show(quote):
        raise refusals.NotAllowedToQuote
    use, _is_new = QuoteUse.objects.get_or_create(
        quote=quote,
        used_in_kind=kind,
        used_in_id=row_id,
        defaults={"area": quote.area, "by": by, "at": now},
    )
    record("fieldwork/quote-used", quote, by=by, now=now)
    return use


@deed
def stop_quote(*, quote: Quote, kind: str, row_id: int, by: Person, now: datetime) -> None:
    """Show it with something no longer."""
    if not rules.may_work(by, quote):
        raise refusals.NotForYou
    quote.uses.filter(used_in_kind=kind, used_in_id=row_id).delete()
    record("fieldwork/quote-taken-off", quote, by=by, now=now)
