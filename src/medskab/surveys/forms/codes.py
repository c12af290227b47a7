"""Codes for homes: how many are made, and which one somebody types."""

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm

MOST_AT_ONCE = 500


class MakeCodesForm(DeedForm):
    """How many. Sent again with the same key, the same codes come, as a file."""

    count = forms.IntegerField(label=_("How many codes?"), min_value=1, max_value=MOST_AT_ONCE)


class CodeForm(forms.Form):
    """The code on the slip."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )
