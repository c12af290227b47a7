"""Every movement on a line as rows: to look at, and as a list to download."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from medskab.common.csv_lines import csv_lines
from medskab.common.money import ore_for_tables
from medskab.common.templatetags.figures import kroner

from .models import Account, BudgetLine, Posting
from .queries import postings_of


def head() -> list[dict[str, Any]]:
    """The columns to look at."""
    titles = (_("Day"), _("What happened"), _("From"), _("To"), _("Words"), _("By"))
    return [{"title": title} for title in titles] + [{"title": _("Amount"), "is_number": True}]


def shown(postings: Iterable[Posting]) -> list[list[dict[str, Any]]]:
    """The rows to look at."""
    columns = head()
    return [
        [column | {"text": text} for column, text in zip(columns, _texts(one), strict=True)]
        for one in postings
    ]


def as_csv(line: BudgetLine) -> Iterator[str]:
    """All of it as CSV, oldest first: amounts to the last øre, days as 2026-05-04."""
    headings = [
        *(_("Number"), _("Day"), _("What happened"), _("From"), _("To"), _("Amount in kr.")),
        *(_("Paid to"), _("For what"), _("Receipt"), _("Why"), _("By")),
        *(_("Decided as"), _("Under the right")),
    ]
    return csv_lines(headings, (_cells(one) for one in postings_of([line]).iterator()))


def _texts(posting: Posting) -> list[str]:
    entry, bill = posting.transaction, posting.transaction.spending
    words = [bill.what, bill.payee, bill.voucher] if bill else []
    return [
        date_format(timezone.localdate(entry.at), "SHORT_DATE_FORMAT"),
        str(entry.get_kind_display()),
        _account(posting.from_account),
        _account(posting.to_account),
        " · ".join(one for one in [*words, entry.why] if one),
        str(entry.by or ""),
        kroner(posting.amount_ore),
    ]


def _cells(posting: Posting) -> list[str]:
    entry, bill = posting.transaction, posting.transaction.spending
    decided = entry.authorization.field if entry.authorization else ""
    return [
        str(entry.pk),
        timezone.localdate(entry.at).isoformat(),
        str(entry.get_kind_display()),
        _account(posting.from_account),
        _account(posting.to_account),
        ore_for_tables(posting.amount_ore),
        *((bill.payee, bill.what, bill.voucher) if bill else ("", "", "")),
        entry.why,
        str(entry.by or ""),
        decided,
        str(entry.line.mandate),
    ]


def _account(account: Account) -> str:
    return f"{account.get_kind_display()}: {account.name}"
