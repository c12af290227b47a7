"""What is typed about codes and passages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from medskab.common.forms import DeedForm, NameField
from medskab.fieldwork.models import Code
from medskab.places.models import Area

from . import ReasonForm

WHO_SEES = _("Only those who work here.")
_SHORT = forms.Textarea(attrs={"rows": 3})


class CodeForm(DeedForm):
    """A new code, or another name or meaning."""

    who_sees = WHO_SEES
    name = NameField(label=_("Name of the code"), max_length=80)
    definition = forms.CharField(label=_("When is it given?"), widget=_SHORT, max_length=2000, required=False)


class NewCodeForm(CodeForm):
    """A code below another, or by itself."""

    parent = forms.ModelChoiceField(Code.objects.none(), label=_("Below"), required=False)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = in_use(area)  # type: ignore[attr-defined]


class ChangeCodeForm(CodeForm):
    """A code as it stands, with its memo."""

    memo = forms.CharField(label=_("Memo"), widget=_SHORT, max_length=4000, required=False)


class MergeForm(DeedForm):
    """The code that this one counts as from now on."""

    who_sees = WHO_SEES
    into = forms.ModelChoiceField(Code.objects.none(), label=_("Put it together with"))

    def __init__(self, *args: Any, code: Code, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = in_use(code.area).exclude(pk=code.pk)  # type: ignore[attr-defined]


class PassageForm(DeedForm):
    """A passage and a code: marked in the text, or typed as line numbers."""

    who_sees = WHO_SEES
    start = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    end = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    first_line = forms.IntegerField(label=_("From line"), min_value=1, required=False)
    last_line = forms.IntegerField(label=_("To line"), min_value=1, required=False)
    code = forms.ModelChoiceField(Code.objects.none(), label=_("Code"))
    memo = forms.CharField(label=_("Memo"), widget=_SHORT, max_length=4000, required=False)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].queryset = in_use(area)  # type: ignore[attr-defined]


class PlainForm(DeedForm):
    """A plainer wording for a quote, if it needs one."""

    plain = forms.CharField(label=_("In plainer words"), widget=_SHORT, max_length=2000, required=False)


class MemoForm(DeedForm):
    """A thought about a whole text."""

    who_sees = WHO_SEES
    words = forms.CharField(label=_("Your thought"), widget=_SHORT, max_length=4000)


class PassagesForm(ReasonForm):
    """Why passages are read, and words to find in them."""

    who_sees = WHO_SEES
    words = forms.CharField(label=_("Only passages with these words"), max_length=80, required=False)


class AnswerForm(DeedForm):
    """The speaker's answer to a quote."""

    wording = forms.CharField(
        label=_("Would you say it in other words?"), widget=_SHORT, max_length=2000, required=False
    )


def in_use(area: Area) -> Any:
    """Codes that can be given."""
    return Code.objects.for_area(area).filter(retired_at=None, merged_into=None)
