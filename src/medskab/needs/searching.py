"""Finding by words, alike in both databases: å is written aa by some, and neither folds Ø."""

from django.db.models import QuerySet

from medskab.common.names import clean_name
from medskab.places.models import Area

from .effort import Effort

MOST_WORDS = 8
MOST_SIGNS = 200


def folded(text: str) -> str:
    """As texts and what is looked for are held beside each other."""
    return clean_name(text).casefold().replace("aa", "å")


def efforts(area: Area, typed: str = "") -> QuerySet[Effort]:
    """What stands on the register and holds all the words, in any order; the newest first."""
    found = Effort.objects.for_area(area).filter(struck_at=None).select_related("area")
    for word in folded(typed[:MOST_SIGNS]).split()[:MOST_WORDS]:
        found = found.filter(searched__contains=word)
    return found
