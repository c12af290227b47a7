"""Reading a survey's finished forms and questions as a result needs them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language

from medskab.places import queries as places
from medskab.places.models import Area
from medskab.surveys.models import Answer, Survey

from .items import Item, items_of
from .replies import Reply


def said(words: Mapping[str, str]) -> str:
    """A text in the reader's language, or in any that it has."""
    language = get_language() or ""
    return words.get(language) or words.get(language[:2]) or next((one for one in words.values() if one), "")


def items(survey: Survey) -> list[Item]:
    """What its result counts, in the order of its questions."""
    return items_of(survey.questions.all(), said)


def replies(survey: Survey, day: date) -> list[Reply]:
    """All finished forms, each with its block."""
    given: dict[int, dict[str, Any]] = defaultdict(dict)
    answers = Answer.objects.filter(response__survey=survey, response__is_complete=True)
    for response, key, value in answers.values_list("response_id", "question__key", "value"):
        given[response][key] = value
    block_of = blocks_of_places(survey.area, day)
    forms = survey.responses.filter(is_complete=True).values_list("id", "place_id", "age_band", "channel")
    return [Reply(block_of.get(place, ""), age, door, given[number]) for number, place, age, door in forms]


def homes_by_block(area: Area, day: date) -> dict[str, int]:
    """How many homes each block has."""
    return {
        branch.place.name: branch.homes for branch in places.blocks(places.tree(area, day)) if branch.homes
    }


def blocks_of_places(area: Area, day: date) -> dict[int | None, str]:
    """The name of the block that each place of an area lies in."""
    found: dict[int | None, str] = {}
    for block in places.blocks(places.tree(area, day)):
        waiting = [block]
        while waiting:
            branch = waiting.pop()
            found[branch.place.pk] = block.place.name
            waiting += branch.branches
    return found
