"""Lines of a file as things that people said; what is wrong with a line is said with its number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from medskab.common.arriving import Channel
from medskab.common.tables.columns import Field
from medskab.common.tables.sheet import Limits
from medskab.places.models import Area, Place

from .actions.saying import BY_ONESELF, Said
from .models import MOST_WORDS, InputKind

LIMITS = Limits(megabytes=5, lines=1000, columns=60, cell=MOST_WORDS + 1)
FIELDS = (
    Field(
        "words",
        gettext_lazy("What was said"),
        (
            "words",
            "text",
            "comment",
            "input",
            "tekst",
            "kommentar",
            "svar",
            "ønske",
            "forslag",
            "udsagn",
            "hvad",
        ),
    ),
    Field("day", gettext_lazy("Day"), ("day", "date", "dato", "dag")),
    Field("place", gettext_lazy("Place"), ("place", "block", "sted", "blok", "afdeling", "hvor")),
    Field("kind", gettext_lazy("What is it?"), ("kind", "type", "slags", "art")),
    Field("channel", gettext_lazy("Where from?"), ("channel", "kanal", "source", "kilde")),
)
_DAY_FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y")


@dataclass(frozen=True)
class LineError:
    """What is wrong with a line, and what to do."""

    line: int
    sentence: str


class _Wrong(Exception):
    """This line cannot be understood."""


def is_enough(mapping: Mapping[str, int]) -> bool:
    """Whether the columns say what was said."""
    return "words" in mapping


def read_lines(
    lines: Iterable[tuple[int, list[str]]], mapping: Mapping[str, int], area: Area, today: date
) -> tuple[list[Said], list[LineError]]:
    """Every line as something said, or as an error; a line without words is left out."""
    places = {place.name.casefold(): place for place in Place.objects.for_area(area).filter(valid_until=None)}
    said: list[Said] = []
    errors: list[LineError] = []
    for number, cells in lines:
        given = {field: cells[column].strip() for field, column in mapping.items()}
        if not given["words"]:
            continue
        try:
            said.append(_said(given, places, today))
        except _Wrong as wrong:
            errors.append(LineError(number, str(wrong)))
    return said, errors


def _said(given: Mapping[str, str], places: Mapping[str, Place], today: date) -> Said:
    if len(given["words"]) > MOST_WORDS:
        raise _Wrong(_("This is too long. Write the most important."))
    return Said(
        kind=_named(given.get("kind", ""), InputKind, InputKind.OPEN),
        words=given["words"],
        place=_place(given.get("place", ""), places),
        channel=_channel(given.get("channel", "")),
        day=_day(given.get("day", ""), today),
    )


def _place(text: str, places: Mapping[str, Place]) -> Place | None:
    if text and text.casefold() not in places:
        raise _Wrong(
            _("There is no place called “%(text)s” here. Write its name as it stands on the list of places.")
            % {"text": text[:60]}
        )
    return places.get(text.casefold())


def _channel(text: str) -> str:
    channel = _named(text, Channel, Channel.PAPER)
    if channel in BY_ONESELF:
        raise _Wrong(_("What came over the web or a screen is here already. Write where this came from."))
    return channel


def _named(text: str, choices: type[Channel | InputKind], otherwise: str) -> str:
    if not text:
        return otherwise
    for value, label in choices.choices:
        if text.casefold() in (value, str(label).casefold()):
            return value
    known = ", ".join(str(label) for label in choices.labels)
    raise _Wrong(_("“%(text)s” is not known. Write one of: %(known)s.") % {"text": text[:60], "known": known})


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    for form in _DAY_FORMS:
        try:
            day = datetime.strptime(text[:10], form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
        if day > today:
            raise _Wrong(_("This day is still to come."))
        return day
    raise _Wrong(_("“%(text)s” is no day. Write it as 31-12-2025.") % {"text": text[:30]})
