"""Codes and keys on their one way out: nothing of what is made here is kept."""

import csv
import io
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.codes import shown
from medskab.tools.vault.sealing import CannotOpen, open_with_passphrase, seal_with_passphrase

from . import on_paper
from .models import CodeIssue, Poll

NO_SUCH_PART = gettext_lazy("There are not so many parts.")
WRONG_PASSPHRASE = gettext_lazy("This passphrase does not open this file, or it is the file of another vote.")


def sealed_letters(issue: CodeIssue, passphrase: str) -> HttpResponse:
    """The homes with their codes as a table for printing letters, sealed with both halves."""
    sealed = seal_with_passphrase(
        _table(issue.letters),  # type: ignore[attr-defined]
        passphrase,
        about=f"letters:{issue.poll.ref}",
    )
    return _download(sealed, f"letters-{issue.poll.decision.slug}.sealed", "application/octet-stream")


def opened_letters(poll: Poll, sealed: bytes, passphrase: str) -> bytes:
    """The table, where passphrase and vote are the right ones; else `CannotOpen`."""
    try:
        return open_with_passphrase(sealed, passphrase, about=f"letters:{poll.ref}")
    except ValueError:
        raise CannotOpen from None


def as_table(poll: Poll, table: bytes) -> HttpResponse:
    """For a printing house that makes its own letters."""
    return _download(table, f"letters-{poll.decision.slug}.csv", "text/csv; charset=utf-8")


def as_letters(poll: Poll, table: bytes, part: int) -> HttpResponse | None:
    """The letters themselves, two on a sheet; None where there is no such part."""
    drawn = on_paper.part_of_letters(poll, _homes(table), part)
    if drawn is None:
        return None
    name = f"letters-{poll.decision.slug}-{drawn.number}-of-{drawn.of}.pdf"
    return _download(drawn.content, name, "application/pdf")


def rehearsal_lines(rehearsal: Poll) -> list[str]:
    """What the rehearsal did, in sentences."""
    opened = rehearsal.board.filter(kind="opened").first()
    if opened is None:
        return []
    return [
        _("%(count)s pretend ballots came out of the urn.") % {"count": opened.body["digital"]},
        _("The board has %(count)s lines, each signed.") % {"count": rehearsal.board.count()},
    ]


def _table(letters: list[tuple[Any, list[str]]]) -> bytes:
    most = max(len(codes) for _home, codes in letters)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Address"), *(_("Code %(number)s") % {"number": one + 1} for one in range(most))])
    for home, codes in letters:
        writer.writerow([home.full_address, *(shown(code) for code in codes)])
    return out.getvalue().encode("utf-8-sig")


def _homes(table: bytes) -> list[tuple[str, list[str]]]:
    rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";")
    _words, *homes = rows
    return [(address, [code for code in codes if code]) for address, *codes in homes]


def _download(content: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
