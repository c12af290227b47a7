"""Rows behind an area's walls that are written once and for good."""

from medskab.common.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .area import AreaRow, AreaRowQuerySet


class KeptRowQuerySet(AppendOnlyQuerySet, AreaRowQuerySet):
    """Adds and reads, within an area."""


class KeptRow(AreaRow, AppendOnlyModel):
    """Base of what is never changed and never removed."""

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        abstract = True
