"""The key of the urn on paper, drawn by a process of its own and kept nowhere."""

from dataclasses import replace

from django.utils.translation import gettext as _

from medskab.decisions import printing
from medskab.decisions.models import Poll
from medskab.tools.vault.key_words import to_words

from . import shared


def key_sheets(poll: Poll, private: bytes) -> list[bytes]:
    """A sheet for each who keeps the key."""
    lines, keepers = tuple(to_words(private)), poll.custodians
    sheet = printing.KeySheet(
        **shared.common(poll.decision),
        typed=lines,
        content=" ".join(lines),
        custodian="",
        part="",
        opening=shared.opening_day(poll),
        ask=shared.ask(poll),
    )
    return [
        printing.key_sheet(
            replace(
                sheet,
                custodian=", ".join(filter(None, (one["name"], one["side"]))),
                part=_("Sheet %(number)s of %(all)s") % {"number": number, "all": len(keepers)},
            )
        )
        for number, one in enumerate(keepers, 1)
    ]
