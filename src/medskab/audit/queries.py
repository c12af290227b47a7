"""Questions to the logs."""

from django.db import models

from medskab.audit.models import Line


def lines_about(thing: models.Model) -> models.QuerySet[Line]:
    """What has been done to a thing, oldest first."""
    return Line.objects.filter(about_kind=thing._meta.label_lower, about_id=str(thing.pk))
