"""The term for answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import FactsForm
from medskab.needs.term import MOST_DAYS


class TermForm(FactsForm):
    """Within how many days."""

    days = forms.IntegerField(
        label=_("Days until everything has an answer"), min_value=1, max_value=MOST_DAYS
    )
