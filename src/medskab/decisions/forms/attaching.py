"""Choosing the point of a meeting that a vote belongs to."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.forms import DeedForm
from medskab.decisions.models import Decision
from medskab.gatherings.models import AgendaItem
from medskab.gatherings.queries import coming, past

_LONG_AGO = timedelta(days=400)


class _ItemField(forms.ModelChoiceField):
    def label_from_instance(self, obj: AgendaItem) -> str:
        day = formats.date_format(obj.gathering.held_on, "DATE_FORMAT")
        return f"{day}: {obj.number}. {obj.title}"


class AttachForm(DeedForm):
    """The points of meetings that everybody can see."""

    item = _ItemField(
        AgendaItem.objects.none(),
        label=_("Which point of a meeting is it about?"),
        help_text=_("The vote and its result are then shown there too."),
        empty_label=_("None"),
        required=False,
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area, moment = decision.area, now()
        meetings = [*coming(area, moment), *past(area, moment).filter(begins_at__gt=moment - _LONG_AGO)]
        items = AgendaItem.objects.filter(gathering__in=meetings).select_related("gathering")
        self.fields["item"].queryset = items.order_by("-gathering__begins_at", "number")  # type: ignore[attr-defined]
