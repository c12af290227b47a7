"""A file of things said elsewhere."""

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm

from .sorting import STAFF_ONLY


class BringForm(DeedForm):
    """The file."""

    who_sees = STAFF_ONLY
    file = forms.FileField(
        label=_("The file"),
        help_text=_("A CSV file or an Excel workbook (.xlsx), 5 MB and 1,000 lines at most."),
        allow_empty_file=True,
    )
