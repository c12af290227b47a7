"""New codes for a home whose letter is lost."""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from medskab.common.clock import now
from medskab.common.forms import NameField
from medskab.decisions.models import Poll
from medskab.people.models import Person
from medskab.places.models import Dwelling
from medskab.places.queries import dwellings

from .polling import WithSecond


class AgainForm(WithSecond):
    """Which home, and why; the reason is public, the home is not."""

    home = forms.ModelChoiceField(Dwelling.objects.none(), label=_("Which home?"))
    because = NameField(
        label=_("Why?"),
        help_text=_("For example: the letter was lost. Everybody can read this: no name, no address."),
        max_length=300,
    )
    field_order = ("home", "because", "second")

    def __init__(self, *args: Any, poll: Poll, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        homes = dwellings(poll.area, localdate(now()), place=poll.place)
        self.fields["home"].queryset = homes.order_by(  # type: ignore[attr-defined]
            "address_line", "floor", "door", "id"
        )
