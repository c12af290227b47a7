"""For the stairwell: now there is a vote, and this is how to take part."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from medskab.common.typesetting.drawings import code_picture

from .letters import OtherLanguage
from .paper import Paper, printed, ways


@dataclass(frozen=True, kw_only=True)
class CallPoster(Paper):
    """What is voted on, by whom, and where. `who` is the rule of the electorate in a sentence; `place` is
    the stairwell it hangs in, may be empty."""

    question: str
    opens: str
    closes: str
    who: str
    address: str
    ask: str
    kiosk: str = ""
    paper: str = ""
    place: str = ""
    other_languages: tuple[OtherLanguage, ...] = ()


def call_poster(call: CallPoster, size: Literal["a3", "a4"] = "a4") -> bytes:
    """One page, A3 or A4."""
    more = {
        "scan": code_picture(call.address),
        "ways": ways(call.address, call.kiosk, call.paper),
        "size": size,
    }
    return printed("call_poster.typ", call, _sentences(call), more)


def _sentences(call: CallPoster) -> dict[str, str]:
    return {
        "heading": _("Vote now"),
        "dates": _("From %(opens)s until %(closes)s") % {"opens": call.opens, "closes": call.closes},
        "who": _("Who may vote"),
        "scan": _("Scan and vote"),
        "code": _("You need the code from your letter."),
        "ask": _("Questions, or no letter?"),
        "code_alt": _("A code that leads to the ballot"),
    }
