"""Publishing a table about people: protected, held against all that is out, and logged for good."""

from datetime import datetime
from typing import cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from medskab.audit.actions import record
from medskab.common.deed import CannotAct, deed
from medskab.places.models import Area

from . import calculations, queries, rules
from .models import Release
from .tables import THRESHOLD, Axis, PeopleTable

__all__ = [
    "THRESHOLD",
    "AreaTooSmall",
    "Axis",
    "ChangedAfterwards",
    "GivesSmallGroupAway",
    "NoTable",
    "NotYoursToRelease",
    "PeopleTable",
    "ThresholdTooLow",
    "TooMuchToCheck",
    "release_table",
]


class NotYoursToRelease(CannotAct):
    text = _("Only those who work for this area can publish tables about it.")


class AreaTooSmall(CannotAct):
    text = _(
        "The area is too small for a table of its own. It takes 100 residents and 50 households. "
        "Publish it together with its neighbours."
    )


class NoTable(CannotAct):
    """The counts do not make a table; the text says what to mend."""


class ThresholdTooLow(CannotAct):
    text = _("Nothing is published about fewer than five people. The threshold cannot be lower.")


class GivesSmallGroupAway(CannotAct):
    """Together with earlier tables this one would show a small group."""


class ChangedAfterwards(CannotAct):
    text = _(
        "This table gives other numbers than one that is already published for the same people and time. "
        "Side by side they would show who was added or left out. Publish the next period instead."
    )


class TooMuchToCheck(CannotAct):
    text = _("Too many tables cut these people into too many groups. Publish a coarser table.")


@deed
def release_table(
    *, area: Area, table: PeopleTable, by: rules.Actor | None, now: datetime, threshold: int = THRESHOLD
) -> Release:
    """Publish a table; small counts are hidden, and refused is what others would unmask."""
    if not rules.may_release(by, area) or by is None:
        raise NotYoursToRelease
    if not calculations.is_large_enough(table.residents, table.households):
        raise AreaTooSmall
    # Two tables that are checked at the same time could unmask each other: one after the other.
    Area.objects.select_for_update().get(pk=area.pk)
    release = _protected(area, table, threshold)
    release.by_id, release.at = str(by.pk), now
    release.save()
    hidden = sum(number is None for row in release.numbers for number in row)
    actor = cast("models.Model", by)
    record("release.published", release, by=actor, now=now, figures={"hidden": hidden})
    return release


def _protected(area: Area, table: PeopleTable, threshold: int) -> Release:
    try:
        checked = calculations.checked(queries.beside(area, table.what), table, threshold)
    except calculations.BadThreshold as bad:
        raise ThresholdTooLow from bad
    except calculations.BadTable as bad:
        raise NoTable(str(bad)) from bad
    except calculations.Contradiction as bad:
        raise ChangedAfterwards from bad
    except calculations.TooManyGroups as bad:
        raise TooMuchToCheck from bad
    if checked.exposed:
        raise GivesSmallGroupAway(
            _("Beside tables that are already published, this one would show a small group: %(group)s.")
            % {"group": checked.exposed[0].group}
        )
    return Release(
        area=area,
        name=table.name,
        what=table.what,
        rows=list(checked.shown.rows),
        columns=list(checked.shown.columns),
        numbers=[list(row) for row in checked.shown.shown],
        cells=[calculations.written(cell) for cell in checked.cells],
        threshold=threshold,
        source_sha256=table.source_sha256,
    )
