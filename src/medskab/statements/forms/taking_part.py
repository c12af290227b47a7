"""What somebody votes and says."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm
from medskab.statements.actions import Words
from medskab.statements.models import MOST_WORDS, Choice

from .setting_up import LANGUAGES


class VoteForm(forms.Form):
    """Which statement, and what one thinks; sending it twice changes nothing, so it carries no key."""

    statement = forms.IntegerField(min_value=1, max_value=2**62)
    choice = forms.TypedChoiceField(choices=[(str(one.value), one.label) for one in Choice], coerce=int)
    again = forms.BooleanField(required=False)
    to_mine = forms.BooleanField(required=False)


class SayForm(DeedForm):
    """A statement of one's own."""

    words = forms.CharField(
        label=_("Your statement"),
        help_text=_("One thing that one can agree or disagree with. Name nobody."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MOST_WORDS,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=LANGUAGES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()

    @property
    def said(self) -> Words:
        """As the action takes it."""
        return Words(self.cleaned_data["words"], self.cleaned_data["language"])
