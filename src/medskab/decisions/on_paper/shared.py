"""What all sheets of a vote share: whose they are, whom to ask, until when, and in which languages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.translation import get_language, get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from medskab.common.clock import now
from medskab.decisions import printing
from medskab.decisions.models import Decision, Phase, PhaseKind, Poll

Sheet = TypeVar("Sheet", bound=printing.Paper)
_KEPT_SECONDS = 24 * 3600
_MOMENT = timedelta(microseconds=1)
_BUDGET_QUESTION = gettext_lazy("What is the money to be spent on?")


def common(decision: Decision, *, is_sample: bool = False) -> dict[str, Any]:
    """Whose sheet it is, in the language that is active."""
    area = decision.area
    return {
        "area": area.name,
        "seed": area.slug,
        "accent": area.accent,
        "title": decision.title,
        "made_on": now().date(),
        "language": (get_language() or "en").split("-")[0],
        "is_right_to_left": get_language_bidi(),
        "is_demo": area.is_demo,
        "is_sample": is_sample,
    }


def question(decision: Decision) -> str:
    """What is asked, in a line; nothing where the title asks it."""
    first = next((line.strip() for line in decision.about.splitlines() if line.strip()), "")
    return first or (str(_BUDGET_QUESTION) if decision.is_budget else "")


def ask(poll: Poll) -> str:
    """Whom voters can ask; where nobody is named, where to find somebody."""
    return poll.ask_at or poll.area.contact or printing.bare(at("contacts", poll.area.slug))


def last_moment(closes: datetime) -> str:
    """The day on whose end a vote closes, with the hour where it is another."""
    last = timezone.localtime(closes - _MOMENT)
    said = weekday(last)
    if timezone.localtime(closes).date() != last.date():
        return said
    return _("%(day)s at %(clock)s") % {"day": said, "clock": formats.time_format(last + _MOMENT, "H.i")}


def code_page(poll: Poll) -> str:
    """Where a code is typed."""
    return at("vote-code", poll.area.slug)


def code_address(poll: Poll, code: str) -> str:
    """Where the picture of a code leads."""
    return at("vote-code-link", poll.area.slug, code)


def dates(poll: Poll) -> tuple[datetime, datetime] | None:
    """From when until when the vote is, as far as it is known."""
    if poll.opens_at and poll.closes_at:
        return poll.opens_at, poll.closes_at
    phase = _phase(poll, PhaseKind.VOTE)
    return (phase.starts_at, phase.ends_at) if phase else None


def until(poll: Poll) -> str:
    """The last day of the vote in words; a line to write on where it is not known yet."""
    known = dates(poll)
    return last_moment(known[1]) if known else "________"


def opening_day(poll: Poll) -> str:
    """When the urn is opened, as far as it is known."""
    phase, known = _phase(poll, PhaseKind.COUNT), dates(poll)
    moment = phase.starts_at if phase else (known[1] if known else None)
    return weekday(moment) if moment else "________"


def weekday(moment: datetime, shape: str = "DATE_FORMAT") -> str:
    """A day with its name."""
    on = timezone.localdate(moment)
    return f"{formats.date_format(on, 'l')} {formats.date_format(on, shape)}"


def other_languages(poll: Poll) -> tuple[printing.OtherLanguage, ...]:
    """The most needed in short, for readers of the other languages of this site."""
    mine = (get_language() or "en").split("-")[0]
    return tuple(_other(poll, language) for language, _name in settings.LANGUAGES if language != mine)


def in_language_of_letters() -> Any:
    """Letters and ballots are for the homes: not in the language of whoever prints them."""
    return translation.override(settings.LANGUAGE_CODE)


def at(name: str, *where: str) -> str:
    """A whole address, for pictures that a phone reads."""
    return settings.SITE_ADDRESS + reverse(name, args=where)


def kept(sheet: Sheet, kind: str, draw: Callable[[Sheet], bytes]) -> bytes:
    """The same words give the same paper, so it is drawn once a day; never a sheet with a code or a key."""
    digest = sha256(repr(sheet).encode()).hexdigest()
    key = f"decisions:paper:{kind}:{get_language()}:{digest}"
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        drawn = draw(sheet)
        cache.set(key, drawn, _KEPT_SECONDS)
    return drawn


def _other(poll: Poll, language: str) -> printing.OtherLanguage:
    with translation.override(language):
        lines = (
            _("Vote until %(until)s.") % {"until": until(poll)},
            _("Scan the code from your letter, or type it at %(address)s.")
            % {"address": printing.bare(code_page(poll))},
            _("One code is one vote. Nobody is told how you voted."),
        )
        name = translation.get_language_info(language)["name_local"]
    return printing.OtherLanguage(language=language, name=name.capitalize(), lines=lines)


def _phase(poll: Poll, kind: PhaseKind) -> Phase | None:
    return poll.decision.phases.filter(kind=kind).first()
