"""What stands on the board of a vote, in a sentence each."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Body = Mapping[str, Any]


def sentence(event: Mapping[str, Any]) -> str:
    """One event in words; a kind that we have no words for is named as it is."""
    said = _WORDS.get(event["kind"])
    return said(event["body"]) if said else str(event["kind"])


def _moment(value: object) -> str:
    at = value if isinstance(value, datetime) else parse_datetime(str(value))
    return date_format(localtime(at), "DATETIME_FORMAT") if at else str(value)


def _set_up(body: Body) -> str:
    words = _("The vote was set up, with its keys. It is open from %(opens)s to %(closes)s.")
    return words % {"opens": _moment(body["opens_at"]), "closes": _moment(body["closes_at"])}


def _issued(body: Body) -> str:
    number = int(body["count"])
    return ngettext("%(number)s code was made.", "%(number)s codes were made.", number) % {"number": number}


def _voided(body: Body) -> str:
    number = int(body["count"])
    words = ngettext(
        "%(number)s code was made invalid: %(because)s",
        "%(number)s codes were made invalid: %(because)s",
        number,
    )
    return words % {"number": number, "because": body["because"]}


def _reissued(body: Body) -> str:
    number = int(body["count"])
    words = ngettext(
        "%(number)s code was made again: %(because)s", "%(number)s codes were made again: %(because)s", number
    )
    return words % {"number": number, "because": body["because"]}


def _moved(body: Body) -> str:
    words = _("The closing was moved to %(closes)s: %(because)s")
    return words % {"closes": _moment(body["closes_at"]), "because": body["because"]}


def _nightly(body: Body) -> str:
    day = date_format(datetime.fromisoformat(str(body["day"])), "DATE_FORMAT")
    return _("What was in the urn in the night of %(day)s cannot be exchanged any more.") % {"day": day}


def _closed(body: Body) -> str:
    words = _("Voting ended: %(digital)s voted here and %(paper)s on paper. All envelopes are listed.")
    return words % {"digital": body["digital"], "paper": body["paper"]}


def _opened(body: Body) -> str:
    words = _("The urn was opened before witnesses: %(names)s.")
    return words % {"names": ", ".join(map(str, body["witnesses"]))}


def _result(body: Body) -> str:
    if "yes" in body:
        return _("The result: %(yes)s yes, %(no)s no, %(blank)s blank.") % body
    number = len(body["winners"])
    words = ngettext("The result: %(number)s proposal won.", "The result: %(number)s proposals won.", number)
    return words % {"number": number}


_WORDS: dict[str, Callable[[Body], str]] = {
    "set_up": _set_up,
    "codes_issued": _issued,
    "codes_voided": _voided,
    "codes_reissued": _reissued,
    "moved": _moved,
    "nightly": _nightly,
    "closed": _closed,
    "opened": _opened,
    "result": _result,
    "pointers_deleted": lambda _body: _("Nobody can find out any more which envelope came from which code."),
    "key_destroyed": lambda _body: _("The key of the urn was destroyed."),
}
