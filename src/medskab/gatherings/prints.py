"""Agenda and minutes as paper says them."""

from typing import Any

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from . import printing, queries, words
from .models import Gathering, Signature
from .words import ShownItem


def agenda(gathering: Gathering) -> bytes:
    """What the meeting is about, for letter boxes and walls."""
    shown = words.shown_items(queries.agenda(gathering), with_results=False)
    last = gathering.rule.last_motion_day(gathering.held_on) if gathering.takes_motions else None
    ending: tuple[str, ...] = ()
    if last:
        said = _("Hand in a motion by %(day)s.")
        ending = (said % {"day": formats.date_format(last, "DATE_FORMAT")},)
    return printing.sheet(
        printing.PrintedMeeting(
            **_common(gathering, _("Agenda")),
            facts=_facts(gathering),
            items=tuple(_before(one) for one in shown),
            ending_title=_("Motions") if ending else "",
            ending=ending,
        )
    )


def minutes(gathering: Gathering) -> bytes:
    """What was said and decided, and who signed it."""
    version = queries.latest_minutes(gathering)
    signatures = version.signatures.all() if version else ()
    shown = words.shown_items(queries.agenda(gathering), with_results=True)
    return printing.sheet(
        printing.PrintedMeeting(
            **_common(gathering, _("Minutes") if version else _("Minutes, not finished")),
            facts=(*_facts(gathering), *_held(gathering)),
            items=tuple(_after(one) for one in shown),
            ending_title=_("Signatures") if version else "",
            ending=tuple(signed(one) for one in signatures) or _to_sign(gathering, is_wanted=bool(version)),
            digest=f"SHA-256 {version.sha256}" if version else "",
        )
    )


def signed(signature: Signature) -> str:
    """Who signed, as what and when."""
    said = _("%(office)s: %(name)s, %(day)s")
    if signature.is_on_paper:
        said = _("%(office)s: signed on paper, seen by %(name)s, %(day)s")
    return said % {
        "office": signature.get_signed_as_display(),
        "name": signature.by.name or _("Somebody who is no longer here"),
        "day": formats.date_format(timezone.localdate(signature.at), "DATE_FORMAT"),
    }


def _to_sign(gathering: Gathering, *, is_wanted: bool) -> tuple[str, ...]:
    if not is_wanted or not gathering.is_lawful:
        return ()
    line = "…" * 24
    return (
        _("Chair of the meeting: %(line)s") % {"line": line},
        _("For the board: %(line)s") % {"line": line},
    )


def _common(gathering: Gathering, kind: str) -> dict[str, Any]:
    area = gathering.area
    return {
        "area": area.name,
        "title": gathering.title,
        "kind": kind,
        "nature": words.nature(gathering),
        "items_title": _("Agenda"),
        "address": settings.SITE_ADDRESS + gathering.get_absolute_url(),
        "page": _("Page"),
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "is_demo": _("Demo: the place, the people and the numbers are made up.") if area.is_demo else "",
        "day": gathering.held_on,
    }


def _facts(gathering: Gathering) -> tuple[tuple[str, str], ...]:
    department = gathering.department.name if gathering.department else ""
    facts = ((_("When"), words.when(gathering)), (_("Where"), gathering.where), (_("Department"), department))
    return tuple(fact for fact in facts if fact[1])


def _held(gathering: Gathering) -> tuple[tuple[str, str], ...]:
    came = words.attendance_words(gathering) if gathering.is_lawful else ""
    facts = (
        (_("Present"), came),
        (_("Chair of the meeting"), gathering.chair_name),
        (_("Minutes by"), gathering.keeper_name),
    )
    return tuple(fact for fact in facts if fact[1])


def _before(shown: ShownItem) -> printing.PrintedItem:
    item = shown.item
    votes = (_("Vote: %(title)s (%(state)s)") % {"title": v.title, "state": v.state} for v in shown.attached)
    paragraphs = (*_paragraphs(item.text), *filter(None, [shown.ballot]), *votes)
    return printing.PrintedItem(number=item.number, title=item.title, paragraphs=paragraphs)


def _after(shown: ShownItem) -> printing.PrintedItem:
    item = shown.item
    decided = tuple(_("Decided: %(text)s") % {"text": line} for line in _paragraphs(item.decided))
    return printing.PrintedItem(
        number=item.number,
        title=item.title,
        paragraphs=_paragraphs(item.minutes),
        results=(*shown.results, *decided),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
