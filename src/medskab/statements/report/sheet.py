"""A result as a sheet: words first, then groups, the slate, the map, all statements, and how it was counted.

Words reach the sheet as values, never as markup. Nothing stands on it that the page does not show to all.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.defaultfilters import date
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from medskab.common.typesetting import Press, Unsettable
from medskab.common.typesetting.sheets import printable_values
from medskab.statements.calculations import map_drawing
from medskab.statements.calculations.showing import Group, Result, Said, heads
from medskab.statements.models import Conversation, Snapshot
from medskab.statements.results import Totals

_PRESS = Press(Path(__file__).resolve().parent / "typ")
MOST_IN_TABLE = 300
_FIRST = 7


def paper_report(
    conversation: Conversation, last: Snapshot, found: Result, aside: list[tuple[str, int]]
) -> bytes:
    """A tagged PDF, A4. A sign that no font has would break it, so it is left out, or a box stands there."""
    said = {**_frame(conversation, last), **_content(conversation, last, found), "aside": _aside(aside)}
    day = timezone.localdate(last.counted_at)
    try:
        return _PRESS.pdf_apart("report.typ", _clean(said, only_ours=False), day)
    except Unsettable:
        return _PRESS.pdf_apart("report.typ", _clean(said, only_ours=True), day)


def took_part(totals: Totals) -> str:
    """How many took part, as a sentence."""
    voices = ngettext("%(number)s voice took part.", "%(number)s voices took part.", totals.voices)
    answers = ngettext("They gave %(number)s answer.", "They gave %(number)s answers.", totals.votes)
    return f"{voices % {'number': totals.voices}} {answers % {'number': totals.votes}}"


def _frame(conversation: Conversation, last: Snapshot) -> dict[str, Any]:
    area = conversation.area
    address = f"{settings.SITE_ADDRESS}{conversation.get_absolute_url()}result/"
    counted = _("Counted at %(moment)s with %(method)s %(version)s.") % {
        "moment": date(timezone.localtime(last.counted_at), "DATETIME_FORMAT"),
        "method": last.method,
        "version": last.version,
    }
    source = _("Brought in from %(source)s. Licence: %(licence)s.") % {
        "source": conversation.source,
        "licence": conversation.licence,
    }
    return {
        "area": area.name,
        "title": conversation.title,
        "kind": _("What we think"),
        "question": conversation.question,
        "source": source if conversation.source else "",
        "counted": counted,
        "is_demo": _("Demo: the place, the people and the numbers are made up.") if area.is_demo else "",
        "address": address,
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "labels": _labels(),
    }


def _labels() -> dict[str, str]:
    return {
        "agree": _("Agree"),
        "skip": _("Skip"),
        "disagree": _("Disagree"),
        "all": _("All statements"),
        "slate": _("Statements that speak for all of us"),
        "map": _("The map"),
        "map_told": _("Who stands close answers alike. Each circle is at least five people, never one."),
        "how": _("How we counted"),
        "alike": _(
            "Groups are found from answers alone. The order in which people came makes no difference."
        ),
        "digest": _("The votes that were counted:"),
        "share": _("The share that agrees is likely between"),
        "statement": _("Statement"),
        "answered": _("Answers"),
        "page": _("Page"),
    }


def _content(conversation: Conversation, last: Snapshot, found: Result) -> dict[str, Any]:
    told = "" if found.groups or found.missing else _("There are no clear groups. We do not fall into camps.")
    ordered = sorted(found.said, key=lambda one: one.number)
    rest = len(ordered) - MOST_IN_TABLE
    left = ngettext("%(number)s more is in the file.", "%(number)s more are in the file.", max(rest, 0))
    return {
        "took_part": took_part(Totals(found.voices, found.votes)),
        "no_groups": told,
        "heads": [
            {"head": head, "said": [_said(one) for one in said[:_FIRST]]} for head, said in heads(found)
        ],
        "groups": [_group(one) for one in found.groups],
        "slate": [one.words for one in found.slate],
        "crowds": [asdict(one) for one in found.crowds],
        "size": [map_drawing.WIDTH, map_drawing.HEIGHT],
        "table": [_said(one) for one in ordered[:MOST_IN_TABLE]] if not found.missing else [],
        "left": left % {"number": rest} if rest > 0 else "",
        "sha256": last.input_sha256,
    }


def _said(one: Said) -> dict[str, Any]:
    return {
        "words": one.words,
        "agreed": one.agreed,
        "skipped": one.skipped,
        "disagreed": one.disagreed,
        "answered": one.answered,
        "between": f"{one.low:.0%} – {one.high:.0%}",
    }


def _group(one: Group) -> dict[str, Any]:
    size = ngettext("%(size)s person who answers alike", "%(size)s people who answer alike", one.size)
    return {
        "head": _("Group %(letter)s") % {"letter": one.letter},
        "size": size % {"size": one.size},
        "told": [
            {
                "way": _("Agree") if told.is_agree else _("Disagree"),
                "words": told.words,
                "figures": f"{told.count} / {told.answered}" if told.answered else "",
            }
            for told in one.told
        ],
    }


def _aside(aside: list[tuple[str, int]]) -> list[str]:
    said = []
    for because, number in aside:
        many = ngettext(
            "%(number)s voice was set aside and is not counted.",
            "%(number)s voices were set aside and are not counted.",
            number,
        )
        said.append(f"{many % {'number': number}} {_('Why:')} {because}")
    return said


def _clean(said: dict[str, Any], *, only_ours: bool) -> Any:
    return printable_values(said, only_ours=only_ours)
