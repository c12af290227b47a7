"""What is asked of everybody in an area just now: statements to vote on, surveys to answer."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from medskab.places.models import Area
from medskab.statements import queries as statements
from medskab.statements.rules import takes_votes
from medskab.surveys.queries import open_surveys

_MOST = 4


@dataclass(frozen=True)
class Asked:
    """A question that anybody may answer now."""

    title: str
    url: str
    kind: str
    sentence: str


def asked_now(area: Area, now: datetime) -> list[Asked]:
    """The newest of what is open."""
    conversations = [one for one in statements.listed(area)[: 2 * _MOST] if takes_votes(one, now)]
    surveys = [one for one in open_surveys(area)[: 2 * _MOST] if one.takes_answers(now)]
    found = [
        *(
            Asked(one.title, one.get_absolute_url(), _("What we think"), _("Agree, disagree or skip."))
            for one in conversations
        ),
        *(
            Asked(one.title, one.get_absolute_url(), _("Survey"), _("Answer a few questions."))
            for one in surveys
        ),
    ]
    return found[:_MOST]
