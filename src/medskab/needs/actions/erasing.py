"""What erasing somebody does to what they said."""

from datetime import datetime
from functools import partial

from django.db import transaction

from medskab.common.deed import deed
from medskab.needs.models import Input, InputState
from medskab.people.models import Person
from medskab.tools.media import keeping


@deed
def erase_from_needs(*, person: Person, by: Person | None, now: datetime) -> None:
    """Empty the person's inputs; their files go once the erasure stands."""
    theirs = Input.objects.for_area(person.area).filter(said_by=person)
    for names in theirs.values_list("photo", "voice"):
        for name in filter(None, names):
            transaction.on_commit(partial(keeping.drop, name))
    waiting = theirs.filter(state__in=(InputState.NEW, InputState.HIDDEN))
    waiting.update(state=InputState.DECLINED)
    theirs.update(
        words="",
        voice_text="",
        photo="",
        voice="",
        contact="",
        care="",
        answer="",
        because="",
        publish_own_words=False,
        said_by=None,
    )
