"""What a poster on a wall can open here."""

from medskab.places.models import Area

from .models import OneAnswerPer
from .queries import open_surveys

_MOST = 50


def doors(area: Area) -> list[tuple[str, str, str]]:
    """The open surveys that whoever passes by can answer: no code is needed for them."""
    found = open_surveys(area).filter(one_answer_per=OneAnswerPer.BROWSER)[:_MOST]
    return [("survey", one.slug, one.title) for one in found]
