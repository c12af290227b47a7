"""Taking somebody's votes and words out, as far as they can be known to be theirs."""

from datetime import datetime

from medskab.common.deed import deed
from medskab.people.models import Person
from medskab.statements import queries
from medskab.statements.models import Snapshot, Statement, StatementState, Voice, Vote


@deed
def erase_from_statements(*, person: Person, by: Person | None, now: datetime) -> None:
    """Delete the person's voices and votes; what they wrote stays only where all see it, without a mark.

    What was counted with their votes goes too, and is counted again when somebody looks.
    """
    keys = list(queries.keys_of_person(person).values())
    voices = Voice.objects.for_area(person.area).filter(key__in=keys)
    counted = Snapshot.objects.filter(conversation__voices__in=voices).values_list("pk", flat=True)
    Snapshot.objects.filter(pk__in=list(counted)).delete()
    Vote.objects.filter(voice__in=voices).delete()
    voices.delete()
    said = Statement.objects.for_area(person.area).filter(said_by_voice__in=keys)
    said.exclude(state=StatementState.SHOWN).update(state=StatementState.WITHDRAWN, words="", because="")
    said.update(said_by_voice="")
