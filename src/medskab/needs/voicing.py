"""How many voices a need has: a range, for who said a thing without a name may have said it twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Joining, Need

FEWEST_COUNTED = 5
ORDERS = ("new", "voices", "blocks")
_SAID = "joinings__input"


@dataclass(frozen=True)
class Voices:
    """At least so many people, and no more than this; from how many blocks, by how many ways."""

    least: int
    most: int
    blocks: int
    channels: int

    @property
    def is_exact(self) -> bool:
        """Whether it is known how many they are."""
        return self.least == self.most

    @property
    def sentence(self) -> str:
        """How many said it; a lower end of a few is not told."""
        if self.is_exact:
            said = ngettext("%(number)s voice said this.", "%(number)s voices said this.", self.most)
            return said % {"number": self.most}
        if self.least >= FEWEST_COUNTED:
            return _("%(least)s to %(most)s voices said this.") % {"least": self.least, "most": self.most}
        said = ngettext("Up to %(number)s voice said this.", "Up to %(number)s voices said this.", self.most)
        return said % {"number": self.most}


def voices_of(needs: Iterable[int]) -> dict[int, Voices]:
    """The voices of each need that has any.

    Persons with their name and different contacts are people apart: so many at least. Each input without
    a name may be one more: so many at most.
    """
    joined = Joining.objects.filter(need_id__in=list(needs)).order_by()
    rows = joined.values_list("need_id").annotate(
        persons=Count("input__said_by", distinct=True),
        contacts=Count(
            "input__contact", filter=Q(input__said_by=None) & ~Q(input__contact=""), distinct=True
        ),
        unnamed=Count("id", filter=Q(input__said_by=None)),
        blocks=Count("input__place", distinct=True),
        channels=Count("input__channel", distinct=True),
    )
    return {
        need: Voices(max(1, persons + contacts), persons + unnamed, blocks, channels)
        for need, persons, contacts, unnamed, blocks, channels in rows
    }


def in_order(found: QuerySet[Need], order: str) -> QuerySet[Need]:
    """Needs by what speaks for them: most voices, or voices from most blocks; few voices count as none."""
    if order not in ORDERS[1:]:
        return found
    most: Any = Count(_SAID, filter=Q(**{f"{_SAID}__said_by": None}), distinct=True) + Count(
        f"{_SAID}__said_by", distinct=True
    )
    counted = found.annotate(most=most, from_blocks=Count(f"{_SAID}__place", distinct=True))
    key = F("most") if order == "voices" else F("from_blocks")
    few = When(most__lt=FEWEST_COUNTED, then=Value(0))
    ranked = counted.annotate(rank=Case(few, default=key, output_field=IntegerField()))
    return ranked.order_by("-rank", "-id")
