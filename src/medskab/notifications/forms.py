"""Choosing how news comes."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm

from .actions import Choice
from .kinds import kinds
from .models import Rhythm


class ChoiceForm(DeedForm):
    """How often, in which language, and what not."""

    rhythm = forms.ChoiceField(
        label=_("How often may a mail come?"), choices=Rhythm.choices, widget=forms.RadioSelect
    )
    mail_language = forms.ChoiceField(
        label=_("Language of the mails"), choices=settings.LANGUAGES, initial=get_language
    )
    wanted = forms.MultipleChoiceField(
        label=_("Mails about"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = list(kinds().items())  # type: ignore[attr-defined]
        if not kinds():
            del self.fields["wanted"]

    def choice(self) -> Choice:
        """What was chosen."""
        given = self.cleaned_data
        wanted = given.get("wanted", [])
        return Choice(
            rhythm=Rhythm(given["rhythm"]),
            muted=tuple(kind for kind in kinds() if kind not in wanted),
            mail_language=given["mail_language"],
        )
