"""A result in one sentence."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from medskab.decisions.amounts import plain_number

from .shares import voters_with_winner


def headline(summary: Mapping[str, Any], nature: str) -> str:
    """What came out: of a budget how many proposals, of the homes' vote yes or no."""
    if "won" in summary:
        return _budget(summary, nature)
    return _homes(summary, nature)


def _budget(summary: Mapping[str, Any], nature: str) -> str:
    won, of = summary["won"], summary["of"]
    if not won:
        sentence = _("None of the %(of)s proposals was chosen")
    elif nature == "hearing":
        sentence = ngettext(
            "The hearing points to %(won)s of %(of)s proposals",
            "The hearing points to %(won)s of %(of)s proposals",
            won,
        )
    else:
        sentence = ngettext(
            "%(won)s of %(of)s proposals will be carried out",
            "%(won)s of %(of)s proposals will be carried out",
            won,
        )
    return sentence % {"won": plain_number(won), "of": plain_number(of)}


def _homes(summary: Mapping[str, Any], nature: str) -> str:
    if nature == "hearing":
        sentences = {
            "adopted": _("In the hearing the homes said yes"),
            "rejected": _("In the hearing the homes said no"),
            "tied": _("In the hearing yes and no were equal"),
        }
    else:
        sentences = {
            "adopted": _("The homes voted yes"),
            "rejected": _("The homes voted no"),
            "tied": _("Yes and no were equal, so nothing was adopted"),
        }
    return sentences[summary["result"]]


def description(summary: Mapping[str, Any], nature: str) -> str:
    """The sentence below the headline."""
    if "won" in summary:
        some, voters = summary["voters_with_winner"], summary["voters"]
        return voters_with_winner(some, voters, is_hearing=nature == "hearing")
    numbers = {name: plain_number(summary[name]) for name in ("yes", "no")}
    return _("%(yes)s votes for, %(no)s against.") % numbers
