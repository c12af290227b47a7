"""Rows behind an area's walls that are written once and for good."""

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet
from medskab.places.models import Area, AreaRow


class KeptRowQuerySet(AppendOnlyQuerySet):
    """Adds and reads, within an area."""

    def for_area(self, area: Area) -> "KeptRowQuerySet":
        """Only this area's rows."""
        return self.filter(area=area)


class KeptRow(AppendOnlyModel, AreaRow):
    """Base of what is never changed and never removed."""

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        abstract = True
