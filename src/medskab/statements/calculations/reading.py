"""A conversation that was held elsewhere: from two files in the open layout to votes, and what they hold."""

import csv
import re
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from medskab.common.deed import CannotAct
from medskab.common.tables.reading import read_sheet
from medskab.common.tables.sheet import BadFile, Limits
from medskab.methods.opinions.read_votes import read_votes
from medskab.methods.opinions.votes import BadVotes, Votes
from medskab.statements.models import LONGEST_BROUGHT_IN

MOST_STATEMENTS = 2000
MOST_VOTES = 3_000_000
_LIMITS = Limits(megabytes=50, lines=MOST_VOTES, columns=MOST_STATEMENTS + 20, cell=LONGEST_BROUGHT_IN + 1)
_EXAMPLES = 5
_LINE = re.compile(r"^Line (\d+):")


def votes_in(votes: bytes, comments: bytes) -> Votes:
    """Read both files, or say in which line of which of them something is wrong."""
    plain, lines = _plain(votes, _("The votes"))
    found = _read(plain, None, _("The votes"), lines)
    if comments:
        words, lines = _plain(comments, _("The statements"))
        found = _read(plain, words, _("The statements"), lines)
    _check(found)
    return found


def figures_of(votes: Votes) -> dict[str, Any]:
    """What there is in it, for whoever decides whether to take it in."""
    shown = [one for one in votes.statements if not one.is_out]
    return {
        "voices": votes.shape[0],
        "votes": len(votes.values),
        "statements": len(shown),
        "left_out": votes.shape[1] - len(shown),
        "wordless": sum(not one.text.strip() for one in shown),
        "examples": [one.text for one in shown if one.text.strip()][:_EXAMPLES],
    }


def _plain(content: bytes, name: str) -> tuple[bytes, list[int]]:
    """The same as plain CSV with one line for each row, and which line of the file each row was."""
    try:
        sheet = read_sheet(content, _LIMITS)
    except BadFile as bad:
        raise CannotAct(f"{name}: {bad}") from bad
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(sheet.headings)
    writer.writerows(cells for _number, cells in sheet.lines)
    return text.getvalue().encode(), [1, *(number for number, _cells in sheet.lines)]


def _read(votes: bytes, comments: bytes | None, name: str, lines: list[int]) -> Votes:
    try:
        return read_votes(votes, comments)
    except BadVotes as bad:
        raise CannotAct(_what_is_wrong(str(bad), name, lines)) from bad


def _what_is_wrong(told: str, name: str, lines: list[int]) -> str:
    found = _LINE.match(told)
    if found is None:
        needed = _(
            "The votes need the columns comment-id, voter-id and vote; the statements need comment-id."
        )
        return f"{name}: {_('This is no such file.')} {needed}"
    line = lines[min(int(found[1]), len(lines)) - 1]
    needed = _("A vote is 1, 0 or -1, and each line names its voter and its statement.")
    return f"{_('%(file)s, line %(line)s cannot be read.') % {'file': name, 'line': line}} {needed}"


def _check(votes: Votes) -> None:
    if not len(votes.values):
        raise CannotAct(_("There are no votes in it."))
    if votes.shape[1] > MOST_STATEMENTS or len(votes.values) > MOST_VOTES:
        raise CannotAct(_("It is too large: 2,000 statements and 3 million votes at most."))
    long = next((one.id for one in votes.statements if len(one.text) > LONGEST_BROUGHT_IN), None)
    if long is not None:
        raise CannotAct(_("Statement %(id)s is longer than 500 signs.") % {"id": long})
