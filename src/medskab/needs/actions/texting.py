"""A text message that somebody sent to the area's number: taken in once, and answered with a receipt."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.needs import receipts
from medskab.needs.models import MOST_WORDS, Channel, Input, InputKind
from medskab.places.models import Area
from medskab.tools.post.actions import Letter, send_later
from medskab.tools.post.models import Channel as Way

MOST_IN_AN_HOUR = 10


@deed
def receive_text(*, area: Area, number: str, words: str, ref: str, by: None = None, now: datetime) -> Input:
    """Take in a message; `ref` is the gateway's own, and the same one again changes nothing."""
    if not words.strip():
        raise CannotAct(_("There are no words in this message."))
    code = receipts.code_for(f"text:{area.pk}:{ref}")
    if known := Input.objects.for_area(area).filter(receipt_hmac=receipts.kept(code)).first():
        return known
    lately = Input.objects.for_area(area).filter(
        channel=Channel.SMS, contact=number, said_at__gt=now - timedelta(hours=1)
    )
    if lately.count() >= MOST_IN_AN_HOUR:
        raise CannotAct(_("So many messages came from this number that no more are taken for an hour."))
    row = Input.objects.create(
        area=area,
        channel=Channel.SMS,
        kind=InputKind.OPEN,
        words=words.strip()[:MOST_WORDS],
        contact=number,
        receipt_hmac=receipts.kept(code),
        said_on=timezone.localdate(now),
        said_at=now,
    )
    record("needs/said", row, by=None, now=now)
    send_later(_receipt(row, code), about=row, now=now, key=f"needs-text:{area.pk}:{ref}")
    return row


def _receipt(row: Input, code: str) -> Letter:
    address = f"{settings.SITE_ADDRESS}/{row.area.slug}/needs/receipt/"
    with translation.override(settings.LANGUAGE_CODE):
        body = _("Thank you. See what became of it at %(address)s with the code %(code)s.")
        return Letter(to=row.contact, body=body % {"address": address, "code": code}, channel=Way.SMS)
