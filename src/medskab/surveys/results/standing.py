"""Who was asked and who answered, for those who decide what the answers are worth."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from medskab.common.arriving import Channel
from medskab.people.models import AgeBand
from medskab.surveys import calculations
from medskab.surveys.models import Survey

from . import loading


@dataclass(frozen=True)
class Line:
    """A group: its homes or people where that is known, how many answered, and what to think of it."""

    name: str
    size: int | None
    answers: int
    told: str


@dataclass(frozen=True)
class Standing:
    """How many were asked and answered; by block, age and door."""

    asked: int | None
    answers: int
    blocks: list[Line]
    others: list[Line]


def standing(survey: Survey, day: date) -> Standing:
    """Counts as they are now; blocks in which nobody was heard are named."""
    replies = loading.replies(survey, day)
    asked = survey.invited or survey.population
    blocks = Counter(reply.place for reply in replies)
    labels = dict(AgeBand.choices) | dict(Channel.choices)
    others = Counter(group for reply in replies for group in (reply.age, reply.channel) if group)
    return Standing(
        asked=asked,
        answers=len(replies),
        blocks=_blocks(loading.homes_by_block(survey.area, day), blocks),
        others=[Line(str(labels.get(name, name)), None, count, "") for name, count in others.items()],
    )


def _blocks(homes: dict[str, int], answers: Counter[str]) -> list[Line]:
    if not homes:
        return []
    # Several may answer from one home: a block is then heard as far as its homes go.
    heard = {name: min(answers[name], size) for name, size in homes.items()}
    words = {
        calculations.Heard.WELL: "",
        calculations.Heard.LITTLE: _("Heard far less than the others"),
        calculations.Heard.NOT: _("Nobody was heard"),
    }
    return [
        Line(one.name, one.asked, answers[one.name], words[one.heard])
        for one in calculations.coverage(homes, heard).strata
    ]
